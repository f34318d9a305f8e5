/** Services, routes and scalers that name what is not there, or say it twice. */
import fc from "fast-check";
import { all, always, listed, mostlyOn, named, pick, some } from "./draw.ts";
import { ranges } from "./pods.ts";

const portName = pick("http", "a", "b");
const port = always(
  { port: pick(80, 81) },
  {
    nodePort: pick(30080, 30081),
    targetPort: pick<string | number>("http", "a", "none", 8080),
    protocol: pick("TCP", "UDP"),
    enabled: mostlyOn,
  },
);
const service = always(
  { ports: named(port, portName) },
  { type: pick("ClusterIP", "NodePort", "LoadBalancer"), enabled: mostlyOn, headless: fc.boolean() },
);
const balanced = all({
  type: pick("LoadBalancer", "NodePort"),
  ports: fc.constant({ http: { port: 80, targetPort: 8080 } }),
  loadBalancerSourceRanges: ranges,
  enabled: mostlyOn,
});
const containerPorts = named(all({ containerPort: pick(8080, 8081) }), portName);

/** Parts of the values of a stage with a Service. */
export const serviceParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  always({ service }, { ports: containerPorts }),
  always({ service, ports: containerPorts }, {}),
  all({ service: balanced }),
  all({
    tests: some({ enabled: mostlyOn, image: some({ repository: pick("", "busybox"), tag: pick("", "1") }) }),
    service: all({ ports: fc.constant({ http: { port: 80, targetPort: 8080 } }) }),
  }),
];

const path = some({ port: pick("http", "none", "a"), path: pick("/", "/a") });
const host = some({ enabled: mostlyOn, paths: named(path, pick("a", "b")) });

/** Parts of service-stage's values about its scaler, its routes and its updates. */
export const serviceStageParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  all({
    autoscaling: always({ enabled: fc.constant(true) }, { minReplicas: pick(1, 3, 4, 6), maxReplicas: pick(2, 3, 5) }),
  }),
  always(
    { ingress: some({ enabled: fc.constant(true), hosts: named(host, pick("x", "y")) }) },
    { service, ports: containerPorts },
  ),
  all({ ingress: all({ enabled: fc.constant(true), hosts: fc.oneof(fc.constant({}), named(host, pick("x", "y"))) }) }),
  some({ minReadySeconds: pick(0, 59, 60, 599, 600), progressDeadlineSeconds: pick(60, 600, 601) }),
];

/** Parts of stateful-stage's values about its Services. */
export const headlessParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  all({ fullnameOverride: pick("same", "other"), headless: all({ name: pick("same", "other") }) }),
  all({ ports: named(all({ containerPort: pick(1, 2) }), listedName()) }),
];

function listedName(): fc.Arbitrary<string> {
  return listed(pick("a", "b")).map(([first = "a"]) => first);
}
