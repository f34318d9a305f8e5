import { describe } from "mocha";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const image = { repository: "busybox", tag: "1.36" };
const container = { image };

/** What is wrong, the values that say so, and the words for it. */
const mistakes: readonly (readonly [title: string, values: object, refusal: string])[] = [
  [
    "an init container and a sidecar of one name",
    { initContainers: { log: container }, sidecars: { log: container } },
    "sidecars.log: expected a unique name, got that of initContainers.log",
  ],
  [
    "a sidecar that is called as the main container is",
    { sidecars: { main: container } },
    "sidecars.main: expected a unique name, got that of the main container",
  ],
  [
    "a second volume at /tmp",
    { volumes: { scratch: { mountPath: "/tmp", emptyDir: {} } } },
    'volumes.tmp: expected a unique mountPath in container main, got "/tmp" as in volumes.scratch; ' +
      "disable a volume with enabled: false",
  ],
  [
    "a claim template where a volume is",
    {
      persistence: { store: { mountPath: "/data", size: "1Gi" } },
      volumes: { data: { mountPath: "/data", emptyDir: {} } },
    },
    'persistence.store: expected a unique mountPath in container main, got "/data" as in volumes.data; ' +
      "disable a volume with enabled: false",
  ],
  [
    "a mount for a container that is not there",
    { volumes: { data: { emptyDir: {}, mounts: { log: { mountPath: "/log", container: "logger" } } } } },
    'volumes.data.mounts.log.container: no container is called "logger"',
  ],
  [
    "a volume that is a directory and a device",
    { volumes: { raw: { existingClaim: "raw", mountPath: "/data", devicePath: "/dev/xvda" } } },
    "volumes.raw: expected mountPath or devicePath in container main, got both",
  ],
  [
    "a device that a container sees twice",
    { volumes: { raw: { existingClaim: "raw", devicePath: "/dev/a", mounts: { b: { devicePath: "/dev/b" } } } } },
    "volumes.raw: expected one devicePath in container main, got two",
  ],
  [
    "one claim in two volumes",
    { volumes: { a: { mountPath: "/a", existingClaim: "shared" }, b: { mountPath: "/b", existingClaim: "shared" } } },
    "volumes.b: has the same existingClaim shared as volumes.a: a pod that lists a claim twice never starts, use mounts",
  ],
  [
    "two ports of a container that the headless Service would have as one",
    { ports: { http: { containerPort: 8080 }, web: { containerPort: 8080 } } },
    "ports.web.containerPort: expected a unique port, got 8080/TCP as in ports.http",
  ],
  [
    "two ports of a Service with one number",
    {
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 }, web: { port: 80, targetPort: "http" } } },
    },
    "service.ports.web.port: expected a unique port, got 80/TCP as in service.ports.http",
  ],
  [
    "two ports of a Service with one port of the nodes",
    {
      ports: { a: { containerPort: 8080 }, b: { containerPort: 8081 } },
      service: { type: "NodePort", ports: { a: { port: 80, nodePort: 30080 }, b: { port: 81, nodePort: 30080 } } },
    },
    "service.ports.b.nodePort: expected a unique port, got 30080/TCP as in service.ports.a",
  ],
];

/** Values that look like mistakes and are none. */
const legal: readonly (readonly [title: string, values: object])[] = [
  ["a volume at /tmp in the place of the chart's own", { volumes: { tmp: { emptyDir: { medium: "Memory" } } } }],
  [
    "a second volume at /tmp with the chart's own switched off",
    { volumes: { tmp: { enabled: false }, scratch: { mountPath: "/tmp", emptyDir: {} } } },
  ],
  [
    "a name that only a container has which is switched off",
    {
      initContainers: { log: { ...container, enabled: false } },
      sidecars: { log: container },
    },
  ],
  [
    "a mount for a sidecar that is switched off",
    {
      sidecars: { log: { ...container, enabled: false } },
      volumes: { data: { emptyDir: {}, mounts: { log: { mountPath: "/log", container: "log" } } } },
    },
  ],
  [
    "one place in two containers",
    {
      sidecars: { log: container },
      volumes: {
        a: { mountPath: "/data", emptyDir: {} },
        b: { emptyDir: {}, mounts: { log: { mountPath: "/data", container: "log" } } },
      },
    },
  ],
  [
    "a claim that another values file leaves over",
    {
      volumes: {
        a: { mountPath: "/a", existingClaim: "shared" },
        b: { type: "emptyDir", mountPath: "/b", existingClaim: "shared", emptyDir: {} },
      },
    },
  ],
  [
    "one number for two protocols",
    {
      ports: { dns: { containerPort: 5353, protocol: "UDP" }, "dns-tcp": { containerPort: 5353 } },
      service: { ports: { dns: { port: 53, protocol: "UDP" }, "dns-tcp": { port: 53 } } },
    },
  ],
  [
    "node ports that a Service inside the cluster has not",
    {
      ports: { a: { containerPort: 8080 }, b: { containerPort: 8081 } },
      service: { ports: { a: { port: 80, nodePort: 30080 }, b: { port: 81, nodePort: 30080 } } },
    },
  ],
];

describe("what no pod can have", () => {
  for (const [title, values, refusal] of mistakes) {
    testRefusals(`is refused with its path: ${title}`, statefulStage, [{ values: { image, ...values }, refusal }]);
  }

  testRefusals(
    "is none of what looks like it: values that Kubernetes takes",
    statefulStage,
    legal.map(([, values]) => ({ values: { image, ...values }, refusal: "" })),
  );
});
