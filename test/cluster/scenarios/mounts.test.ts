import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { affinityToNode, findStorage } from "../find-storage.ts";
import { patience } from "../patience.ts";
import { selectorOf } from "../pipelines/use-pipelines.ts";
import { readLogs } from "../read-logs.ts";
import { runPod } from "../run-pod.ts";
import { driverName } from "../storage-objects.ts";
import { useReleases } from "../use-releases.ts";

const values = "examples/volume-mounts/values";

describe("volumes in pods", () => {
  const releases = useReleases("restricted");
  const { kubectl } = releases;

  async function assertPrinted(release: string, expected: string): Promise<void> {
    const which = [selectorOf(release), "--container=main"];
    assert.equal(await readLogs(releases, which, (log) => log === expected), expected);
  }

  it("two stages with a subPath each share a claim, and see nothing of each other", async () => {
    await releases.install("shared", "charts/csi-volume", { flags: [`--values=${values}/shared.yaml`] });
    for (const stage of ["first", "second"]) {
      await releases.install(stage, "charts/batch-job", { flags: [`--values=${values}/${stage}.yaml`] });
    }
    const script = "cd /data && find . -type f | sort";
    const files = ["./first/written-by-first", "./second/written-by-second", ""];
    assert.equal(await runPod(releases, script, "shared-data"), files.join("\n"));
  });

  it("an inline volume and a generic ephemeral one take data, and go with their pod", async () => {
    const inline = { csi: { driver: driverName, volumeAttributes: { purpose: releases.namespace } } };
    await releases.install("use", "charts/batch-job", {
      values: {
        image: { repository: "busybox", tag: "1.36" },
        nodeSelector: { "kubernetes.io/hostname": findStorage().nodeName },
        command: ["sh", "-c", "echo a > /inline/file; echo b > /scratch/file; cat /inline/file /scratch/file"],
        volumes: {
          inline: { mountPath: "/inline", ...inline },
          scratch: { mountPath: "/scratch", ephemeral: { size: "1Gi" } },
        },
      },
    });
    await assertPrinted("use", "a\nb\n");
    const scratch = await kubectl(["get", "persistentvolumeclaims", "--output=jsonpath={.items[*].spec.volumeName}"]);
    await releases.uninstall("use");
    const { readCalls } = findStorage();
    const published = readCalls().find(({ attributes }) => attributes["purpose"] === releases.namespace);
    assert.equal(published?.attributes["csi.storage.k8s.io/ephemeral"], "true");
    const wanted = [`NodeUnpublishVolume ${published.volume}`, `Delete ${scratch}`];
    const areGone = async (): Promise<boolean> => {
      const done = readCalls().map(({ method, volume }) => `${method} ${volume}`);
      return wanted.every((line) => done.includes(line));
    };
    await waitUntil(areGone, { what: "both volumes are gone", seconds: patience });
    assert.equal(await kubectl(["get", "persistentvolumeclaims", "--output=name"]), "");
  });

  it("ConfigMaps, Secrets and a projected volume have the files that their objects hold", async () => {
    await releases.apply(
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "site" }, data: { "site.conf": "site" } },
      { apiVersion: "v1", kind: "Secret", metadata: { name: "credentials" }, stringData: { password: "secret" } },
    );
    const paths = [
      "/config/site.conf",
      "/settings/app.conf",
      "/secret/password",
      "/all/site/site.conf",
      "/all/password",
    ];
    const script = `for path in ${paths.join(" ")}; do echo "$path: $(cat $path)"; done; test -s /all/token`;
    await releases.install("files", "charts/batch-job", {
      flags: [`--values=${values}/files.yaml`],
      values: { command: ["sh", "-c", script] },
    });
    const contents = ["site", "debug=false", "secret", "site", "secret"];
    await assertPrinted("files", paths.map((path, i) => `${path}: ${contents[i]}\n`).join(""));
  });

  it("a PersistentVolume has every field of csi, and the driver gets those that are for it", async () => {
    const keys = ["attach", "stage", "publish", "grow", "grow-on-node"];
    const secret = (name: string): object => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name },
      stringData: { [`key-of-${name}`]: "secret" },
    });
    await releases.apply(...keys.map(secret));
    const reference = (name: string): object => ({ name, namespace: releases.namespace });
    const handle = `handle-of-${releases.namespace}`;
    const references = {
      controllerPublishSecretRef: reference("attach"),
      nodeStageSecretRef: reference("stage"),
      nodePublishSecretRef: reference("publish"),
      controllerExpandSecretRef: reference("grow"),
      nodeExpandSecretRef: reference("grow-on-node"),
    };
    const nodeAffinity = affinityToNode();
    await releases.install("all", "charts/csi-volume", {
      flags: ["--values=examples/csi-volumes/values/everything.yaml"],
      values: {
        volumes: { data: { static: { name: handle, nodeAffinity, csi: { volumeHandle: handle, ...references } } } },
      },
    });
    const { spec } = JSON.parse(await kubectl(["get", "persistentvolume", handle, "--output=json"]));
    const wanted = {
      driver: driverName,
      volumeHandle: handle,
      readOnly: true,
      fsType: "ext4",
      volumeAttributes: { tier: "fast" },
      ...references,
    };
    assert.deepEqual(spec.csi, wanted);
    assert.deepEqual(spec.mountOptions, ["noatime"]);
    assert.deepEqual(spec.nodeAffinity, nodeAffinity);

    const claim = await kubectl(["get", "persistentvolumeclaims", "--output=jsonpath={.items[*].metadata.name}"]);
    await runPod(releases, "true", claim);
    // A driver's controller gets the volume's readOnly, when it attaches it; the kubelet passes on that of the pod.
    const seen = findStorage()
      .readCalls()
      .filter(({ volume }) => volume === handle);
    const [stage, publish] = seen.map(({ method, secretKeys, isReadOnly, attributes, mount }) => {
      return { method, secretKeys, isReadOnly, mount, tier: attributes["tier"] };
    });
    const mount = { fsType: "ext4", options: ["noatime"], accessMode: "MULTI_NODE_READER_ONLY" };
    const call = { isReadOnly: false, mount, tier: "fast" };
    assert.deepEqual(stage, { ...call, method: "NodeStageVolume", secretKeys: ["key-of-stage"] });
    assert.deepEqual(publish, { ...call, method: "NodePublishVolume", secretKeys: ["key-of-publish"] });
  });
});
