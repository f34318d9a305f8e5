import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printChart } from "../../../generator/chart/print-chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { checkObjects } from "../../../generator/rules/check-objects.ts";
import { helmVersions } from "../../helm-versions.ts";
import { at, image, pick, useStage } from "./render-stage.ts";

const nginx = {
  fullnameOverride: "web",
  commonLabels: { app: "nginx" },
  podLabels: { app: "nginx" },
  replicas: 3,
  image,
  ports: { web: { containerPort: 80 } },
  headless: { name: "nginx" },
  persistence: { data: { size: "1Gi", mountPath: "/usr/share/nginx/html" } },
};

const data = { size: "1Gi", mountPath: "/data" };

for (const version of helmVersions) {
  describe(`the StatefulSet of stateful-stage under Helm ${version}`, () => {
    const stage = useStage(version);

    it("has replicas with storage of their own, as in the hand-written form", async () => {
      const set = pick(await stage.render(nginx), "StatefulSet", "web");
      assert.equal(at(set, "metadata.labels.app"), "nginx");
      assert.equal(at(set, "spec.replicas"), 3);
      assert.equal(at(set, "spec.serviceName"), "nginx");
      assert.equal(at(set, "spec.template.metadata.labels.app"), "nginx");
      assert.equal(at(set, "spec.template.spec.containers.0.image"), "nginx:1.14.2");
      assert.deepEqual(at(set, "spec.template.spec.containers.0.ports"), [
        { name: "web", containerPort: 80, protocol: "TCP" },
      ]);
      assert.deepEqual(at(set, "spec.template.spec.containers.0.volumeMounts.1"), {
        name: "data",
        mountPath: "/usr/share/nginx/html",
      });
      assert.deepEqual(at(set, "spec.volumeClaimTemplates"), [
        {
          apiVersion: "v1",
          kind: "PersistentVolumeClaim",
          metadata: {
            name: "data",
            labels: { "app.kubernetes.io/name": "stateful-stage", "app.kubernetes.io/instance": "release-name" },
          },
          spec: {
            accessModes: ["ReadWriteOnce"],
            resources: { requests: { storage: "1Gi" } },
            volumeMode: "Filesystem",
          },
        },
      ]);
    });

    it("loses no data and no order by default", async () => {
      const set = pick(await stage.render({ image }), "StatefulSet");
      assert.deepEqual(at(set, "spec.persistentVolumeClaimRetentionPolicy"), {
        whenDeleted: "Retain",
        whenScaled: "Retain",
      });
      assert.equal(at(set, "spec.podManagementPolicy"), "OrderedReady");
      assert.deepEqual(at(set, "spec.updateStrategy"), { type: "RollingUpdate" });
      assert.equal(at(set, "spec.volumeClaimTemplates"), undefined);
    });

    it("gives a claim the user's labels and the selector labels, and no others", async () => {
      const set = pick(
        await stage.render({
          image,
          commonLabels: { team: "data" },
          global: { commonLabels: { site: "one" } },
          persistence: { data: { ...data, labels: { tier: "gold" }, annotations: { note: "kept" } } },
        }),
        "StatefulSet",
      );
      assert.deepEqual(at(set, "spec.volumeClaimTemplates.0.metadata"), {
        name: "data",
        labels: {
          "app.kubernetes.io/name": "stateful-stage",
          "app.kubernetes.io/instance": "release-name",
          tier: "gold",
        },
        annotations: { note: "kept" },
      });
    });

    it("keeps a claim's class, also the empty one, before the shared one", async () => {
      const set = pick(
        await stage.render({
          image,
          global: { defaultStorageClass: "shared" },
          persistence: {
            a: { ...data, mountPath: "/a" },
            b: { ...data, mountPath: "/b", storageClassName: "" },
            c: { ...data, mountPath: "/c", storageClassName: "fast" },
          },
        }),
        "StatefulSet",
      );
      const classes = [0, 1, 2].map((i) => at(set, `spec.volumeClaimTemplates.${i}.spec.storageClassName`));
      assert.deepEqual(classes, ["shared", "", "fast"]);
    });

    it("gives a block claim to the container as a device, whatever paths another file left", async () => {
      const set = pick(
        await stage.render({
          image,
          volumes: { tmp: { enabled: false } },
          persistence: {
            disk: { size: "1Gi", volumeMode: "Block", devicePath: "/dev/xvda", mountPath: "/left-over" },
            files: { size: "1Gi", volumeMode: "Filesystem", devicePath: "/dev/left-over", mountPath: "/files" },
          },
        }),
        "StatefulSet",
      );
      const container = at(set, "spec.template.spec.containers.0");
      assert.deepEqual(at(container, "volumeDevices"), [{ name: "disk", devicePath: "/dev/xvda" }]);
      assert.deepEqual(at(container, "volumeMounts"), [{ name: "files", mountPath: "/files" }]);
      assert.equal(at(set, "spec.volumeClaimTemplates.0.spec.volumeMode"), "Block");
    });

    it("mounts a claim in the containers that its mounts name", async () => {
      const set = pick(
        await stage.render({
          image,
          volumes: { tmp: { enabled: false } },
          sidecars: { ship: { image: { repository: "shipper", tag: "1" } } },
          persistence: {
            log: { size: "1Gi", mounts: { ship: { container: "ship", mountPath: "/log", readOnly: true } } },
          },
        }),
        "StatefulSet",
      );
      assert.equal(at(set, "spec.template.spec.containers.0.volumeMounts"), undefined);
      assert.deepEqual(at(set, "spec.template.spec.containers.1.volumeMounts"), [
        { name: "log", mountPath: "/log", readOnly: true },
      ]);
    });

    it("leaves out a claim that is disabled", async () => {
      const set = pick(
        await stage.render({ image, persistence: { data: { ...data, enabled: false } } }),
        "StatefulSet",
      );
      assert.equal(at(set, "spec.volumeClaimTemplates"), undefined);
      assert.deepEqual(at(set, "spec.template.spec.containers.0.volumeMounts"), [{ name: "tmp", mountPath: "/tmp" }]);
    });

    it("drops the settings of a rolling update when an environment changes to OnDelete", async () => {
      const rollingUpdate = { partition: 2 };
      const rolling = await stage.render({ image, updateStrategy: { rollingUpdate } });
      const onDelete = await stage.render({ image, updateStrategy: { type: "OnDelete", rollingUpdate } });
      assert.deepEqual(at(pick(rolling, "StatefulSet"), "spec.updateStrategy"), {
        type: "RollingUpdate",
        rollingUpdate,
      });
      assert.deepEqual(at(pick(onDelete, "StatefulSet"), "spec.updateStrategy"), { type: "OnDelete" });
    });

    it("has its defaults where a null took them away", async () => {
      const keys = [
        "podManagementPolicy",
        "updateStrategy",
        "minReadySeconds",
        "revisionHistoryLimit",
        "service",
        "headless",
        "persistence",
        "persistentVolumeClaimRetentionPolicy",
      ];
      const nulls = Object.fromEntries(keys.map((key) => [key, null]));
      assert.deepEqual(await stage.render({ image, ...nulls }), await stage.render({ image }));
    });

    it("leaves the number of pods to an autoscaler of the cluster or kubectl scale where the values have none", async () => {
      const spec = at(pick(await stage.render({ image }), "StatefulSet"), "spec") as object;
      assert.equal("replicas" in spec, false);
    });

    it("refuses a claim with the name of a volume, which it would replace", async () => {
      const said = await stage.refusal({ image, persistence: { tmp: data } });
      assert.match(said, /persistence\.tmp and volumes\.tmp have the same name: rename one, or disable one/);
    });

    for (const [what, values, path] of [
      ["a size that is none", { persistence: { data: { ...data, size: "big" } } }, "persistence.data.size"],
      ["a claim without a size", { persistence: { data: { mountPath: "/data" } } }, "persistence.data"],
      ["a claim that nothing mounts", { persistence: { data: { size: "1Gi" } } }, "persistence.data"],
      ["a device without its mode", { persistence: { data: { ...data, devicePath: "/dev/x" } } }, "persistence.data"],
      [
        "kubectl's access mode",
        { persistence: { data: { ...data, accessModes: ["RWO"] } } },
        "persistence.data.accessModes.0",
      ],
      ["fewer than no replicas", { replicas: -1 }, "replicas"],
      ["a Deployment's strategy", { updateStrategy: { type: "Recreate" } }, "updateStrategy.type"],
      ["an unknown policy", { podManagementPolicy: "parallel" }, "podManagementPolicy"],
    ] as const) {
      it(`refuses ${what} and names ${path}`, async () => {
        const said = await stage.refusal({ image, ...values });
        assert.ok(said.includes(path) || said.includes(`'/${path.replaceAll(".", "/")}'`), said);
      });
    }

    it("has a name of at most 52 characters, and Services of at most 63 with names of their own", async () => {
      const objects = await stage.render(
        { image, ports: { http: { containerPort: 80 } }, service: { ports: { http: { port: 80 } } } },
        { release: "r".repeat(53) },
      );
      assert.ok(pick(objects, "StatefulSet").metadata.name.length <= 52);
      const services = objects.filter(({ kind }) => kind === "Service").map(({ metadata }) => metadata.name);
      assert.equal(new Set(services).size, 2);
      assert.ok(services.every((name) => name.length <= 63));
    });

    for (const [name, values] of Object.entries(statefulStage.ci)) {
      it(`passes all rules with ci/${name}-values.yaml`, async () => {
        assert.deepEqual(checkObjects(await stage.render(values), { releaseNamespace: "default" }), []);
      });
    }
  });

  describe(`a new version of stateful-stage under Helm ${version}`, () => {
    const stage = useStage(version);
    const chartYaml = printChart({ ...statefulStage, version: "9.8.7" }).get("Chart.yaml") ?? "";
    const newer = useStage(version, { "Chart.yaml": chartYaml });

    it("changes the labels of the version in the metadata of the objects, and nothing that restarts a pod", async () => {
      const values = {
        ...nginx,
        service: { ports: { web: { port: 80 } } },
        configMaps: { settings: { data: { key: "value" } } },
        volumes: {
          cache: { mountPath: "/cache", claim: { size: "1Gi" } },
          own: { mountPath: "/own", ephemeral: { size: "1Gi" } },
        },
        networkPolicy: { enabled: true },
      };
      const before = await stage.render(values);
      const after = await newer.render(values);
      assert.ok(JSON.stringify(after).includes("stateful-stage-9.8.7"));
      const next = { "helm.sh/chart": "stateful-stage-9.8.7", "app.kubernetes.io/version": "9.8.7" };
      const expected = before.map((object) => {
        const { annotations, labels } = object.metadata;
        // What exists while helm test runs has no version.
        if (annotations?.["helm.sh/hook"] === "test") return object;
        return { ...object, metadata: { ...object.metadata, labels: { ...labels, ...next } } };
      });
      assert.deepEqual(after, expected);
    });
  });
}
