import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printChart } from "../../../generator/chart/print-chart.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { checkObjects } from "../../../generator/rules/check-objects.ts";
import { formatFinding } from "../../../generator/rules/rule.ts";
import { helmVersions } from "../../helm-versions.ts";
import { at, only, useChart } from "./render-chart.ts";

const image = { repository: "nginx", tag: "1.29" };

const dataProcessor = {
  fullnameOverride: "ai-data-processor",
  commonLabels: { app: "ai-data-processor" },
  podLabels: { app: "ai-data-processor" },
  image: { repository: "ai/data-processor", tag: "1.0" },
  ports: { http: { containerPort: 8080 } },
  resources: { requests: { memory: "64Mi", cpu: "250m" } },
  service: { ports: { http: { port: 80, targetPort: "http" } } },
  ingress: { enabled: true, hosts: { main: { host: "ai.example.com" } } },
};

for (const version of helmVersions) {
  describe(`service-stage under Helm ${version}`, () => {
    const chart = useChart(serviceStage, version);

    it("renders the hand-written Deployment, Service and Ingress of a data processor", async () => {
      const objects = await chart.render(dataProcessor, { namespace: "ai-pipeline" });

      const deployment = only(objects, "Deployment");
      assert.equal(deployment.metadata.name, "ai-data-processor");
      assert.equal(deployment.metadata.namespace, "ai-pipeline");
      assert.equal(deployment.metadata.labels?.["app"], "ai-data-processor");
      assert.equal(at(deployment, "spec", "template", "metadata", "labels", "app"), "ai-data-processor");
      const container = at(deployment, "spec", "template", "spec", "containers", 0);
      assert.equal(at(container, "image"), "ai/data-processor:1.0");
      assert.deepEqual(at(container, "resources"), { requests: { memory: "64Mi", cpu: "250m" } });
      assert.deepEqual(at(container, "ports"), [{ name: "http", containerPort: 8080, protocol: "TCP" }]);

      const service = only(objects, "Service");
      assert.equal(service.metadata.name, "ai-data-processor");
      assert.deepEqual(at(service, "spec", "ports"), [{ name: "http", port: 80, targetPort: "http", protocol: "TCP" }]);
      assert.deepEqual(at(service, "spec", "selector"), at(deployment, "spec", "selector", "matchLabels"));

      assert.deepEqual(at(only(objects, "Ingress"), "spec", "rules"), [
        {
          host: "ai.example.com",
          http: {
            paths: [
              {
                path: "/",
                pathType: "Prefix",
                backend: { service: { name: "ai-data-processor", port: { number: 80 } } },
              },
            ],
          },
        },
      ]);
    });

    it("renders a Deployment alone where the values give no ports", async () => {
      const kinds = (await chart.render({ image })).map(({ kind }) => kind);
      assert.deepEqual(kinds.toSorted(), ["Deployment", "ServiceAccount"]);
    });

    it("renders its ci values to objects without a violation of a rule", async () => {
      for (const values of Object.values(serviceStage.ci)) {
        const findings = checkObjects(await chart.render(values), {
          releaseNamespace: "default",
          external: ["Secret/web-example-com-tls"],
        });
        assert.deepEqual(findings.map(formatFinding), []);
      }
    });

    it("passes the values for its upgrades to the Deployment, including 0", async () => {
      const given = { minReadySeconds: 0, progressDeadlineSeconds: 120, revisionHistoryLimit: 0 };
      const { spec } = only(await chart.render({ image, ...given, replicas: 0 }), "Deployment");
      assert.equal(at(spec, "replicas"), 0);
      assert.equal(at(spec, "minReadySeconds"), 0);
      assert.equal(at(spec, "progressDeadlineSeconds"), 120);
      assert.equal(at(spec, "revisionHistoryLimit"), 0);
    });

    it("leaves the number of pods to an autoscaler of the cluster or kubectl scale where the values have none", async () => {
      assert.deepEqual(Object.keys(only(await chart.render({ image }), "Deployment")["spec"] as object).toSorted(), [
        "selector",
        "strategy",
        "template",
      ]);
    });

    it("runs sidecars next to the main container unless they are native", async () => {
      const sidecars = { proxy: { image }, early: { image, native: true } };
      const pod = at(only(await chart.render({ image, sidecars }), "Deployment"), "spec", "template", "spec");
      assert.deepEqual(
        (at(pod, "containers") as { name: string }[]).map(({ name }) => name),
        ["main", "proxy"],
      );
      assert.equal(at(pod, "initContainers", 0, "name"), "early");
    });

    it("gives all objects legal names under the longest release name", async () => {
      const release = `${"r".repeat(50)}-xy`;
      const objects = await chart.render(serviceStage.ci["autoscaling-ingress"]!, { release });
      for (const { metadata } of objects) assert.match(metadata.name, /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
      const findings = checkObjects(objects, { releaseNamespace: "default", external: ["Secret/web-example-com-tls"] });
      assert.deepEqual(findings.map(formatFinding), []);
    });

    it("renders the same without the keys of values.yaml, as after an upgrade that reuses older values", async () => {
      const volumes = { tmp: { mountPath: "/tmp", allContainers: true, emptyDir: {} } };
      const values = { ...dataProcessor, volumes, autoscaling: { enabled: true } };
      assert.deepEqual(await bare.render(values), await chart.render(values));
    });
    const bare = useChart(serviceStage, version, new Map([["values.yaml", "{}\n"]]));

    it("refuses what the schema forbids, with its path", async () => {
      const mistakes: readonly (readonly [object, RegExp])[] = [
        [{ replicas: "3" }, /replicas/],
        [{ strategy: { type: "Rolling" } }, /strategy.type/],
        [{ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }, /strategy.rollingUpdate.maxUnavailable/],
        [{ service: { prots: {} } }, /service.*prots/],
        [{ ingress: { hosts: { main: { host: "Example_com" } } } }, /ingress.hosts.main.host/],
        [{ ingress: { hosts: { main: { host: "10.0.0.1" } } } }, /ingress.hosts.main.host/],
        [{ ingress: { hosts: { main: { paths: { root: { path: "api" } } } } } }, /ingress.hosts.main.paths.root.path/],
        [{ autoscaling: { maxReplicas: 0 } }, /autoscaling.maxReplicas/],
        [{ autoscaling: { metrics: [{ type: "Pods" }] } }, /autoscaling.metrics/],
      ];
      for (const [mistake, path] of mistakes) {
        const message = (await chart.refusal({ image, ...mistake })).replaceAll("/", ".");
        assert.match(message, /values don't meet the specifications of the schema/);
        assert.match(message, path);
      }
    });
  });

  describe(`a newer version of service-stage under Helm ${version}`, () => {
    const old = useChart(serviceStage, version);
    const chartYaml =
      printChart(serviceStage)
        .get("Chart.yaml")
        ?.replace(/^version: .*$/m, "version: 0.2.0") ?? "";
    const next = useChart(serviceStage, version, new Map([["Chart.yaml", chartYaml]]));

    it("changes labels of objects only: no selector, no pod", async () => {
      const before = await old.render(dataProcessor);
      const after = await next.render(dataProcessor);
      assert.equal(only(after, "Deployment").metadata.labels?.["helm.sh/chart"], "service-stage-0.2.0");
      for (const kind of ["Deployment", "Service", "Ingress"]) {
        assert.deepEqual(only(after, kind)["spec"], only(before, kind)["spec"]);
      }
    });
  });
}
