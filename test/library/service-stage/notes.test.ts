import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { useChart } from "./render-chart.ts";

const web = {
  fullnameOverride: "web",
  image: { repository: "nginx", tag: "1.29" },
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
};
const start = `Deployment web runs in namespace data.

Watch its rollout:
  kubectl rollout status deployment/web --namespace data
`;
const inside = `${start}
Inside the cluster it answers at:
  web.data.svc:80 (http)
`;

describe("the notes of service-stage", () => {
  const chart = useChart(serviceStage, "4.1.4");

  it("say where a Service inside the cluster answers, and how to reach it from here", async () => {
    assert.equal(
      await chart.notes(web),
      `${inside}
It cannot be reached from outside the cluster. To reach it from this machine, at the local port that this prints:
  kubectl port-forward service/web --namespace data :80`,
    );
  });

  it("name the pods' own ports for a headless Service", async () => {
    const notes = await chart.notes({ ...web, service: { ...web.service, headless: true } });
    assert.match(notes, / {2}web\.data\.svc:8080 \(http\)\n/);
    assert.match(notes, /port-forward service\/web --namespace data :8080$/);
  });

  it("say how to find the port of a NodePort Service and the address of a LoadBalancer", async () => {
    assert.equal(
      await chart.notes({ ...web, service: { ...web.service, type: "NodePort" } }),
      `${inside}
Outside the cluster it answers at the address of every node, on the port that this prints:
  kubectl get service/web --namespace data --output jsonpath='{.spec.ports[?(@.name=="http")].nodePort}'`,
    );
    assert.equal(
      await chart.notes({ ...web, service: { ...web.service, type: "LoadBalancer" } }),
      `${inside}
Outside the cluster it answers at the address of its load balancer, which may take minutes to appear:
  kubectl get service/web --namespace data --watch`,
    );
  });

  it("print the addresses of an Ingress", async () => {
    const hosts = {
      a: { host: "a.example.com", paths: { api: { path: "/api" }, root: {}, off: { enabled: false, path: "/off" } } },
      b: { host: "b.example.com" },
    };
    const ingress = { enabled: true, hosts, tls: [{ hosts: ["a.example.com"], secretName: "tls" }] };
    assert.equal(
      await chart.notes({ ...web, ingress }),
      `${inside}
Outside the cluster it answers at:
  https://a.example.com/api
  https://a.example.com/
  https://b.example.com/
once these names resolve to the address of the Ingress:
  kubectl get ingress web --namespace data`,
    );
  });

  it("say that nothing answers where there is no Service", async () => {
    assert.equal(
      await chart.notes({ ...web, service: { ports: {} } }),
      `${start}
It has no Service (service.ports is empty, or service.enabled is false), so it has no name in DNS.`,
    );
  });

  it("warn of an autoscaler that has nothing to measure by, and name the containers", async () => {
    const warningsOf = async (values: object): Promise<readonly string[]> => {
      const notes = await chart.notes({ ...web, ...values });
      return [...notes.matchAll(/use of (\S+) with .*\n {2}(.+)\n/g)].map(
        ([, what = "", names = ""]) => `${what}: ${names}`,
      );
    };
    const enabled = { enabled: true };
    const of = (...resources: readonly string[]): object => ({
      resources: { requests: Object.fromEntries(resources.map((resource) => [resource, 1])) },
    });
    const log = { image: { repository: "busybox", tag: "1.36" } };
    const share = (name: string, type = "Utilization"): object => ({
      type: "Resource",
      resource: {
        name,
        target: type === "Utilization" ? { type, averageUtilization: 50 } : { type, averageValue: "1" },
      },
    });
    const shareOf = (container: string): object => ({
      type: "ContainerResource",
      containerResource: { name: "memory", container, target: { type: "Utilization", averageUtilization: 50 } },
    });
    const expected: readonly (readonly [values: object, ...warnings: string[]])[] = [
      [{}],
      [{ autoscaling: { targetCPUUtilizationPercentage: 80 } }],
      [{ autoscaling: enabled }, "cpu: main"],
      [{ autoscaling: enabled, ...of("cpu") }],
      [{ autoscaling: enabled, resources: { limits: { cpu: 1 } } }],
      [{ autoscaling: enabled, podResources: { requests: { cpu: 1 } } }],
      [{ autoscaling: enabled, ...of("memory") }, "cpu: main"],
      [{ autoscaling: enabled, sidecars: { log } }, "cpu: main, log"],
      [{ autoscaling: enabled, ...of("cpu"), sidecars: { log, off: { ...log, enabled: false } } }, "cpu: log"],
      [{ autoscaling: enabled, ...of("cpu"), sidecars: { log: { ...log, ...of("cpu") } } }],
      [{ autoscaling: { ...enabled, targetMemoryUtilizationPercentage: 80 } }, "memory: main"],
      [{ autoscaling: { ...enabled, targetMemoryUtilizationPercentage: 80 }, ...of("memory") }],
      [
        { autoscaling: { ...enabled, targetCPUUtilizationPercentage: 80, targetMemoryUtilizationPercentage: 80 } },
        "cpu: main",
        "memory: main",
      ],
      [{ autoscaling: { ...enabled, metrics: [share("memory")] } }, "memory: main"],
      [{ autoscaling: { ...enabled, metrics: [share("memory", "AverageValue"), share("cpu")] } }, "cpu: main"],
      [{ autoscaling: { ...enabled, metrics: [share("memory", "AverageValue")] } }],
      [
        { autoscaling: { ...enabled, metrics: [shareOf("main"), shareOf("log")] }, ...of("memory"), sidecars: { log } },
        "memory: log",
      ],
      [{ autoscaling: { ...enabled, metrics: [shareOf("main")] }, sidecars: { log } }, "memory: main"],
    ];
    for (const [values, ...warnings] of expected) {
      assert.deepEqual(await warningsOf(values), warnings, JSON.stringify(values));
    }
  });
});
