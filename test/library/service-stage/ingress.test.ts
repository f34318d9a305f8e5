import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { helmVersions } from "../../helm-versions.ts";
import { at, only, useChart } from "./render-chart.ts";

const web = {
  fullnameOverride: "web",
  image: { repository: "nginx", tag: "1.29" },
  ports: { http: { containerPort: 8080 }, admin: { containerPort: 9000 } },
  service: { ports: { http: { port: 80 }, admin: { port: 81 } } },
};
const withIngress = (hosts: object, more: object = {}) => ({ ...web, ingress: { enabled: true, hosts, ...more } });
const backend = (number: number) => ({ service: { name: "web", port: { number } } });

for (const version of helmVersions) {
  describe(`the Ingress of service-stage under Helm ${version}`, () => {
    const chart = useChart(serviceStage, version);

    it("leads hosts and paths to the ports that they name, by order and then by name", async () => {
      const hosts = {
        web: {
          host: "*.example.com",
          paths: {
            a: { port: "http" },
            b: { path: "/admin", pathType: "Exact", port: "admin", order: -1 },
            c: { enabled: false, path: "/old", port: "gone" },
          },
        },
        all: { paths: { root: { port: "http" } } },
        off: { enabled: false, host: "off.example.com" },
      };
      const more = {
        className: "nginx",
        annotations: { "cert-manager.io/cluster-issuer": "main" },
        tls: [{ hosts: ["*.example.com"], secretName: "tls" }],
      };
      const ingress = only(await chart.render(withIngress(hosts, more)), "Ingress");
      assert.deepEqual(ingress.metadata.annotations, more.annotations);
      assert.deepEqual(ingress["spec"], {
        ingressClassName: "nginx",
        rules: [
          { host: "", http: { paths: [{ path: "/", pathType: "Prefix", backend: backend(80) }] } },
          {
            host: "*.example.com",
            http: {
              paths: [
                { path: "/admin", pathType: "Exact", backend: backend(81) },
                { path: "/", pathType: "Prefix", backend: backend(80) },
              ],
            },
          },
        ],
        tls: more.tls,
      });
    });

    it("is not there until it is switched on", async () => {
      const hosts = { main: { host: "example.com" } };
      const objects = await chart.render({ ...web, ingress: { hosts } });
      assert.ok(objects.every(({ kind }) => kind !== "Ingress"));
    });

    it("needs no port where the Service has one only", async () => {
      const service = { ports: { http: { port: 80 }, admin: { enabled: false, port: 81 } } };
      const hosts = { a: { host: "a.example.com", paths: { api: { path: "/api" } } }, b: { host: "b.example.com" } };
      const { spec } = only(await chart.render({ ...withIngress(hosts), service }), "Ingress");
      for (const index of [0, 1]) {
        assert.deepEqual(at(spec, "rules", index, "http", "paths", 0, "backend"), backend(80));
      }
    });

    it("refuses a port that the Service does not have, or one of several left out", async () => {
      assert.match(
        await chart.refusal(withIngress({ main: { paths: { root: { port: "htpp" } } } })),
        /ingress\.hosts\.main\.paths\.root\.port: expected one of service\.ports \(admin, http\), got "htpp"/,
      );
      assert.match(
        await chart.refusal(withIngress({ main: { paths: { root: {} } } })),
        /ingress\.hosts\.main\.paths\.root\.port: expected one of service\.ports \(admin, http\), got none/,
      );
      assert.match(
        await chart.refusal(withIngress({ main: {} })),
        /ingress\.hosts\.main\.paths\.<id>\.port: expected one of service\.ports \(admin, http\), got none/,
      );
    });

    it("refuses to be without hosts, or without a Service", async () => {
      assert.match(await chart.refusal(withIngress({})), /ingress\.hosts: expected at least one host, got none/);
      assert.match(
        await chart.refusal({ ...withIngress({ main: {} }), service: { ports: {} } }),
        /ingress\.enabled: an Ingress needs a Service, and there is none: add a port to service\.ports/,
      );
    });
  });
}
