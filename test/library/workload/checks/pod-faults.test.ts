import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Expression } from "../../../../generator/expression/expression.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { podFault } from "../../../../generator/library/workload/checks/pod-faults.ts";
import { samePort } from "../../../../generator/library/workload/checks/same-port.ts";
import { evaluate } from "../../../../generator/mod.ts";
import { assertAgreement } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

const image = { repository: "busybox", tag: "1.36" };
const container = { image };

/** What is wrong, the values that say so, and the words for it. */
const mistakes: readonly (readonly [title: string, values: object, refusal: string])[] = [
  [
    "an init container and a sidecar of one name",
    { initContainers: { log: container }, sidecars: { log: container } },
    "sidecars.log: expected a name of its own, got that of initContainers.log",
  ],
  [
    "a sidecar that is called as the main container is",
    { sidecars: { main: container } },
    "sidecars.main: expected a name of its own, got that of the main container",
  ],
  [
    "a second volume at /tmp",
    { volumes: { scratch: { mountPath: "/tmp", emptyDir: {} } } },
    'volumes.tmp: expected a mountPath of its own in container main, got "/tmp" as in volumes.scratch; ' +
      "enabled: false switches a volume off",
  ],
  [
    "a claim template where a volume is",
    {
      persistence: { store: { mountPath: "/data", size: "1Gi" } },
      volumes: { data: { mountPath: "/data", emptyDir: {} } },
    },
    'persistence.store: expected a mountPath of its own in container main, got "/data" as in volumes.data; ' +
      "enabled: false switches a volume off",
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
    "volumes.b: has the existingClaim shared, as volumes.a has: a pod that lists a claim twice never starts, use mounts",
  ],
  [
    "two ports of a container that the headless Service would have as one",
    { ports: { http: { containerPort: 8080 }, web: { containerPort: 8080 } } },
    "ports.web.containerPort: expected one of its own, got 8080/TCP as in ports.http",
  ],
  [
    "two ports of a Service with one number",
    {
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 }, web: { port: 80, targetPort: "http" } } },
    },
    "service.ports.web.port: expected one of its own, got 80/TCP as in service.ports.http",
  ],
  [
    "two ports of a Service with one port of the nodes",
    {
      ports: { a: { containerPort: 8080 }, b: { containerPort: 8081 } },
      service: { type: "NodePort", ports: { a: { port: 80, nodePort: 30080 }, b: { port: 81, nodePort: 30080 } } },
    },
    "service.ports.b.nodePort: expected one of its own, got 30080/TCP as in service.ports.a",
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

for (const version of helmVersions) {
  describe(`what no pod can have, under Helm ${version}`, () => {
    const stage = useChart(statefulStage, version);

    for (const [title, values, refusal] of mistakes) {
      it(`is refused with its path: ${title}`, async () => {
        const message = await stage.refusal({ image, ...values });
        assert.ok(message.includes(refusal), message);
        assert.throws(
          () => evaluate(statefulStage, { values: { image, ...values } }),
          (error: Error) => error.message === refusal,
        );
      });
    }

    for (const [title, values] of legal) {
      it(`is no such thing: ${title}`, async () => {
        const rendered = await stage.render({ image, ...values });
        assert.equal(rendered.filter(({ kind }) => kind === "StatefulSet").length, 1);
      });
    }
  });
}

describe("the functions that find what no pod can have", () => {
  it("compute what Helm prints", async () => {
    const findFault = (...args: readonly Expression<never>[]): Expression<unknown> =>
      podFault(args[0] as Expression, args[1] as Expression, args[2] as Expression, ...args.slice(3)); // four are given
    const all = [...mistakes, ...legal].map(([title, values]) => ({ title, values: values as Values }));
    await assertAgreement([
      ...all.map(({ title, values: { volumes = {}, initContainers = {}, sidecars = {}, persistence = {} } }) => ({
        title: `podFault() of ${title}`,
        args: [volumes, initContainers, sidecars, persistence],
        build: findFault,
      })),
      ...all.map(({ title, values: { ports = {} } }) => ({
        title: `samePort() of ${title}`,
        args: [ports],
        build: (map: Expression<never>) => samePort(map, "ports", "containerPort"),
      })),
    ]);
  });
});

interface Values {
  readonly volumes?: object;
  readonly initContainers?: object;
  readonly sidecars?: object;
  readonly persistence?: object;
  readonly ports?: object;
}
