import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { helmVersions } from "../../helm-versions.ts";
import { at, only, useChart } from "./render-chart.ts";

const web = {
  fullnameOverride: "web",
  image: { repository: "nginx", tag: "1.29" },
  ports: { http: { containerPort: 8080 }, dns: { containerPort: 5353, protocol: "UDP" } },
};

// Represents a pipeline chart, which reads the address in the same way.
const reader = `apiVersion: v1
kind: ConfigMap
metadata:
  name: reader
data:
  address: {{ include "service-stage.address" . | fromYaml | toJson | quote }}
`;

for (const version of helmVersions) {
  describe(`the Service of service-stage under Helm ${version}`, () => {
    const chart = useChart(serviceStage, version, new Map([["templates/reader.yaml", reader]]));
    const addressOf = async (values: object): Promise<unknown> => {
      const objects = (await chart.render(values)).filter(({ metadata }) => metadata.name === "reader");
      return JSON.parse(at(only(objects, "ConfigMap"), "data", "address") as string);
    };

    it("leads to the port that is named like its own, and has node ports only where its type has them", async () => {
      const ports = { http: { port: 80, nodePort: 30080 }, admin: { port: 81, targetPort: 9000 } };
      const inside = only(await chart.render({ ...web, service: { ports } }), "Service");
      assert.deepEqual(at(inside, "spec", "ports"), [
        { name: "admin", port: 81, targetPort: 9000, protocol: "TCP" },
        { name: "http", port: 80, targetPort: "http", protocol: "TCP" },
      ]);
      assert.equal(at(inside, "spec", "type"), "ClusterIP");
      const outside = only(await chart.render({ ...web, service: { type: "NodePort", ports } }), "Service");
      assert.equal(at(outside, "spec", "ports", 1, "nodePort"), 30080);
    });

    it("has its annotations and the affinity of sessions", async () => {
      const service = { ports: { http: { port: 80 } }, annotations: { note: "5" }, sessionAffinity: "ClientIP" };
      const object = only(await chart.render({ ...web, commonAnnotations: { team: "a" }, service }), "Service");
      assert.deepEqual(object.metadata.annotations, { note: "5", team: "a" });
      assert.equal(at(object, "spec", "sessionAffinity"), "ClientIP");
    });

    it("has no address of its own when it is headless, unless its type needs one", async () => {
      const service = { headless: true, ports: { http: { port: 80 } } };
      const clusterIP = async (values: object): Promise<unknown> =>
        at(only(await chart.render({ ...web, service: values }), "Service"), "spec", "clusterIP");
      assert.equal(await clusterIP(service), "None");
      assert.equal(await clusterIP({ ...service, type: "LoadBalancer" }), undefined);
    });

    it("gives a pipeline its name and the numbers of its ports", async () => {
      const service = { ports: { http: { port: 80 }, old: { enabled: false, port: 81 } } };
      assert.deepEqual(await addressOf({ ...web, service }), { host: "web", ports: { http: 80 } });
      assert.deepEqual(await addressOf({ ...web, namespaceOverride: "apps", service }), {
        host: "web.apps",
        ports: { http: 80 },
      });
    });

    it("gives the ports of the pods when it is headless, because nothing translates them then", async () => {
      const sidecars = {
        proxy: { image: web.image, ports: { admin: { containerPort: 9901 } } },
        off: { enabled: false, image: web.image, ports: { raw: { containerPort: 1 } } },
      };
      const ports = {
        http: { port: 80 },
        dns: { port: 53, protocol: "UDP" },
        admin: { port: 81 },
        raw: { port: 82, targetPort: 9000 },
      };
      assert.deepEqual(await addressOf({ ...web, sidecars, service: { headless: true, ports } }), {
        host: "web",
        ports: { admin: 9901, dns: 5353, http: 8080, raw: 9000 },
      });
    });

    it("gives nothing where there is none", async () => {
      assert.deepEqual(await addressOf(web), {});
      assert.deepEqual(await addressOf({ ...web, service: { enabled: false, ports: { http: { port: 80 } } } }), {});
    });

    it("refuses a port that no container has", async () => {
      assert.match(
        await chart.refusal({ ...web, service: { ports: { metrics: { port: 9090 } } } }),
        /service\.ports\.metrics\.targetPort: .*"metrics"/,
      );
    });
  });
}
