import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { helmVersions } from "../../helm-versions.ts";
import { at, image, pick, useStage } from "./render-stage.ts";

const ports = { http: { containerPort: 8080 } };

for (const version of helmVersions) {
  describe(`the Services of stateful-stage under Helm ${version}`, () => {
    const stage = useStage(version);

    it("give the pods stable names by a headless Service, as in the hand-written form", async () => {
      const objects = await stage.render(
        {
          fullnameOverride: "web",
          commonLabels: { app: "nginx" },
          replicas: 3,
          image,
          ports: { web: { containerPort: 80 } },
          headless: { name: "nginx" },
        },
        { namespace: "site" },
      );
      const service = pick(objects, "Service");
      assert.equal(service.metadata.name, "nginx");
      assert.equal(service.metadata.namespace, "site");
      assert.equal(at(service, "metadata.labels.app"), "nginx");
      assert.deepEqual(at(service, "spec"), {
        type: "ClusterIP",
        clusterIP: "None",
        publishNotReadyAddresses: true,
        selector: { "app.kubernetes.io/name": "stateful-stage", "app.kubernetes.io/instance": "release-name" },
        ports: [{ name: "web", port: 80, targetPort: 80, protocol: "TCP" }],
      });
      const set = pick(objects, "StatefulSet");
      assert.equal(at(set, "spec.serviceName"), "nginx");
      assert.deepEqual(at(set, "spec.selector.matchLabels"), at(service, "spec.selector"));
    });

    it("have no ports in the headless one where the container names none", async () => {
      const service = pick(await stage.render({ image }), "Service", "release-name-stateful-stage-headless");
      assert.equal(at(service, "spec.ports"), undefined);
    });

    it("include one for clients where the values give it ports", async () => {
      const objects = await stage.render({
        image,
        ports,
        service: {
          annotations: { note: "true" },
          ports: {
            http: { port: 80 },
            raw: { port: 81, targetPort: 9000, appProtocol: "http" },
            off: { enabled: false, port: 1 },
          },
        },
      });
      const service = pick(objects, "Service", "release-name-stateful-stage");
      assert.deepEqual(service.metadata.annotations, { note: "true" });
      assert.equal(at(service, "spec.type"), "ClusterIP");
      assert.equal(at(service, "spec.clusterIP"), undefined);
      assert.deepEqual(at(service, "spec.ports"), [
        { name: "http", port: 80, targetPort: "http", protocol: "TCP" },
        { name: "raw", port: 81, targetPort: 9000, protocol: "TCP", appProtocol: "http" },
      ]);
    });

    it("include none for clients when it is disabled", async () => {
      const objects = await stage.render({ image, ports, service: { enabled: false, ports: { http: { port: 80 } } } });
      assert.equal(pick(objects, "Service").metadata.name, "release-name-stateful-stage-headless");
    });

    it("have a node port only where the type has node ports", async () => {
      const service = (type: string) => ({ type, ports: { http: { port: 80, nodePort: 30080 } } });
      const portOf = async (type: string) =>
        at(
          pick(await stage.render({ image, ports, service: service(type) }), "Service", "release-name-stateful-stage"),
          "spec.ports.0.nodePort",
        );
      assert.deepEqual(
        [await portOf("ClusterIP"), await portOf("NodePort"), await portOf("LoadBalancer")],
        [undefined, 30080, 30080],
      );
    });

    it("may lead to a sidecar's port", async () => {
      const objects = await stage.render({
        image,
        sidecars: {
          exporter: { image: { repository: "exporter", tag: "1" }, ports: { metrics: { containerPort: 9187 } } },
        },
        service: { ports: { metrics: { port: 9187 } } },
      });
      assert.equal(at(pick(objects, "Service", "release-name-stateful-stage"), "spec.ports.0.targetPort"), "metrics");
    });

    for (const [what, values] of [
      ["that no container has", { ports, service: { ports: { http: { port: 80, targetPort: "web" } } } }],
      [
        "that is switched off",
        { ports: { web: { containerPort: 1, enabled: false } }, service: { ports: { web: { port: 80 } } } },
      ],
    ] as const) {
      it(`are refused when they lead to a port ${what}`, async () => {
        assert.match(
          await stage.refusal({ image, ...values }),
          /service\.ports\.\w+\.targetPort: no container has a port named "web"/,
        );
      });
    }

    it("are refused when both have one name", async () => {
      const said = await stage.refusal({
        image,
        ports,
        fullnameOverride: "db",
        headless: { name: "db" },
        service: { ports: { http: { port: 80 } } },
      });
      assert.match(said, /headless\.name: "db" is the name of the Service for clients: choose another/);
    });
  });

  describe(`the address of stateful-stage under Helm ${version}`, () => {
    const template = `apiVersion: v1
kind: ConfigMap
metadata:
  name: address
data:
  {{- include "stateful-stage.address" . | nindent 2 }}
`;
    const stage = useStage(version, { "templates/address.yaml": template });
    const addressOf = async (values: object) =>
      at(pick(await stage.render({ tests: { enabled: false }, ...values }), "ConfigMap"), "data");

    it("is that of the Service for clients", async () => {
      const values = { image, ports, service: { ports: { http: { port: 80 }, off: { port: 1, enabled: false } } } };
      assert.deepEqual(await addressOf(values), { host: "release-name-stateful-stage", ports: { http: 80 } });
    });

    it("is that of the headless one where there is none for clients", async () => {
      assert.deepEqual(await addressOf({ image, ports, headless: { name: "nodes" } }), {
        host: "nodes",
        ports: { http: 8080 },
      });
    });

    it("names the namespace where that is not the release's", async () => {
      const values = { image, namespaceOverride: "elsewhere", ports, service: { ports: { http: { port: 80 } } } };
      assert.equal(at(await addressOf(values), "host"), "release-name-stateful-stage.elsewhere");
    });
  });
}
