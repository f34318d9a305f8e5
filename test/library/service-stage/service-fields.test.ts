/** Fields of a Service and an Ingress that values give under Kubernetes' own names. */
import assert from "node:assert/strict";
import { evaluateChart, withDefaults } from "../../../generator/evaluate/evaluate-chart.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { validateValues } from "../../../generator/values/validate-values.ts";
import { testRefusals } from "../test-refusals.ts";

const charts = [serviceStage, statefulStage];
const image = { repository: "app", tag: "1" };
const base = { image, ports: { http: { containerPort: 8080 } }, tests: { enabled: false } };
const ports = { http: { port: 80 } };

type Found = { readonly kind: string; readonly metadata: { readonly name: string }; readonly spec: object };

function find(chart: (typeof charts)[number], kind: string, values: object, name = ""): object {
  const objects = evaluateChart(chart, { values: { ...base, ...values } }) as readonly Found[];
  const found = objects.find((one) => one.kind === kind && one.metadata.name.endsWith(name));
  assert.ok(found !== undefined, `no ${kind}`);
  return found.spec;
}

/** Those fields of an object that another has, with their values. */
function pick(object: object, wanted: object): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => Object.hasOwn(wanted, key)));
}

const always = {
  trafficDistribution: "PreferSameZone",
  clusterIP: "10.0.0.7",
  externalIPs: ["203.0.113.7"],
  publishNotReadyAddresses: true,
};
const balanced = {
  externalTrafficPolicy: "Local",
  healthCheckNodePort: 30123,
  allocateLoadBalancerNodePorts: false,
  loadBalancerIP: "203.0.113.8",
};

describe("fields of a Service", () => {
  for (const chart of charts) {
    it(`${chart.name} gives the Service for clients each field that its values have`, () => {
      const service = { ports, ...always, ...balanced };
      const name = chart === serviceStage ? "" : "stage";
      const plain = find(chart, "Service", { service }, name);
      assert.deepEqual(pick(plain, { ...always, ...balanced }), always);
      const outside = find(chart, "Service", { service: { ...service, type: "LoadBalancer" } }, name);
      assert.deepEqual(pick(outside, { ...always, ...balanced }), { ...always, ...balanced });
    });

    it(`${chart.name} gives a Service with two addresses the first one as clusterIP`, () => {
      const clusterIPs = ["10.0.0.7", "fd00::7"];
      const service = { ports, clusterIPs, ipFamilyPolicy: "RequireDualStack" };
      const name = chart === serviceStage ? "" : "stage";
      const spec = find(chart, "Service", { service }, name);
      assert.deepEqual(pick(spec, { clusterIP: "", clusterIPs: "" }), { clusterIP: "10.0.0.7", clusterIPs });
    });

    testRefusals(`${chart.name} refuses addresses and ports of a Service that Kubernetes refuses`, chart, [
      {
        values: { ...base, service: { ports, clusterIP: "10.0.0.7", clusterIPs: ["10.0.0.8"] } },
        refusal: "service.clusterIP: expected the first of service.clusterIPs, 10.0.0.8, got 10.0.0.7",
      },
      {
        values: { ...base, service: { ports, clusterIP: "10.0.0.7", ipFamilies: ["IPv6"] } },
        refusal: "service.clusterIP: expected an address of IPv6, as in service.ipFamilies, got 10.0.0.7",
      },
      {
        values: { ...base, service: { ports, clusterIPs: ["fd00::7"], ipFamilies: ["IPv4"] } },
        refusal: "service.clusterIPs: expected an address of IPv4, as in service.ipFamilies, got fd00::7",
      },
      {
        values: {
          ...base,
          service: { ports, clusterIPs: ["10.0.0.7", "10.0.0.8"], ipFamilyPolicy: "PreferDualStack" },
        },
        refusal: "service.clusterIPs: expected one address an IP family, got 10.0.0.7, 10.0.0.8",
      },
      {
        values: {
          ...base,
          service: {
            ports: { http: { port: 80, nodePort: 30123 } },
            type: "LoadBalancer",
            externalTrafficPolicy: "Local",
            healthCheckNodePort: 30123,
          },
        },
        refusal: "service.healthCheckNodePort: expected a unique port, got 30123 as in service.ports.http.nodePort",
      },
      {
        values: {
          ...base,
          service: {
            ports,
            clusterIP: "10.0.0.7",
            clusterIPs: ["10.0.0.7", "fd00::7"],
            ipFamilies: ["IPv4", "IPv6"],
            ipFamilyPolicy: "PreferDualStack",
          },
        },
        refusal: "",
      },
    ]);
  }

  it("the headless Service of stateful-stage has IP families of its own", () => {
    const families = { ipFamilyPolicy: "PreferDualStack", ipFamilies: ["IPv6", "IPv4"] };
    assert.deepEqual(pick(find(statefulStage, "Service", { headless: families }), families), families);
  });

  it("the schema refuses addresses of the nodes themselves, and an address of a headless Service", () => {
    const messagesOf = (service: object): string =>
      validateValues(serviceStage.schema, withDefaults(serviceStage, { ...base, service: { ports, ...service } }))
        .map(({ path, message }) => `${path}: ${message}`)
        .join("\n");
    for (const address of [
      "127.0.0.1",
      "169.254.1.1",
      "0.0.0.0",
      "224.0.0.5",
      "::1",
      "::",
      "0:0:0:0:0:0:0:1",
      "fe80::1",
    ]) {
      assert.match(messagesOf({ externalIPs: [address] }), /service.externalIPs/, address);
    }
    for (const address of ["203.0.113.7", "10.0.0.1", "2001:db8::1", "225.0.0.1"]) {
      assert.equal(messagesOf({ externalIPs: [address] }), "", address);
    }
    assert.match(messagesOf({ headless: true, clusterIP: "10.0.0.7" }), /service.clusterIP.*headless is true/);
  });
});

describe("fields of an Ingress", () => {
  const service = { ports };
  const resource = { apiGroup: "k8s.example.com", kind: "StorageBucket", name: "static" };

  it("an Ingress sends what no host matches to a port of the Service, also without hosts", () => {
    const spec = find(serviceStage, "Ingress", {
      service,
      ingress: { enabled: true, defaultBackend: { port: "http" } },
    });
    assert.deepEqual(spec, {
      defaultBackend: { service: { name: "release-name-service-stage", port: { number: 80 } } },
    });
  });

  it("an Ingress sends requests to objects that are no Services", () => {
    const hosts = { web: { host: "example.com", paths: { assets: { path: "/assets", resource } } } };
    const spec = find(serviceStage, "Ingress", {
      service,
      ingress: { enabled: true, hosts, defaultBackend: { resource } },
    });
    assert.deepEqual(spec, {
      defaultBackend: { resource },
      rules: [
        { host: "example.com", http: { paths: [{ path: "/assets", pathType: "Prefix", backend: { resource } }] } },
      ],
    });
  });

  testRefusals("service-stage refuses an Ingress that sends requests nowhere", serviceStage, [
    {
      values: { ...base, service, ingress: { enabled: true } },
      refusal: "ingress.hosts: expected at least one host, got none",
    },
    {
      values: { ...base, service, ingress: { enabled: true, defaultBackend: { port: "admin" } } },
      refusal: 'ingress.defaultBackend.port: expected one of service.ports (http), got "admin"',
    },
  ]);
});
