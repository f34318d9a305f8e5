/** Values of stages that share a pod: what the pod can have once, and the names that containers and volumes keep in it. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const kept = { image, keepName: true };
const sidecar = (name: string): Values => ({ sidecars: { [name]: kept } });
const first = (name: string): Values => ({ initContainers: { [name]: kept } });
const volume = (name: string, source: object): Values => ({
  volumes: { [name]: { mountPath: `/${name}`, keepName: true, ...source } },
});
const empty = { emptyDir: {} };
const inMemory = { emptyDir: { medium: "Memory" } };
const given = { existingClaim: "theirs" };
const indexed = { completionMode: "Indexed" };
const memoryOf = (containerName: string): Values => ({
  env: { MEMORY: { valueFrom: { resourceFieldRef: { containerName, resource: "limits.memory" } } } },
});

const failing = (containerName: string): Values => ({
  job: {
    podFailurePolicy: { rules: [{ action: "FailJob", onExitCodes: { containerName, operator: "In", values: [1] } }] },
  },
});
const fileOf = (containerName: string): Values => ({
  downwardAPI: { items: [{ path: containerName, resourceFieldRef: { containerName, resource: "limits.memory" } }] },
});

/** What the chain of extract, transform and load renders. */
const accepted: readonly Values[] = [
  { load: failing("main") },
  { load: failing("load") },
  {
    extract: {
      initContainers: { a: { image } },
      volumes: {
        a: { mountPath: "/a", projected: { sources: [{ secret: { name: "a" } }, fileOf("main"), fileOf("a")] } },
        b: { mountPath: "/b", ...fileOf("a") },
      },
    },
  },
  { load: { job: { ...indexed, completions: 1, parallelism: 1 } } },
  { load: { job: { parallelism: 0 } } },
  { load: { enabled: false, cron: { schedule: "@daily" } }, transform: { kind: "Job" } },
  { load: { enabled: false, cron: { schedule: "@daily" } }, transform: { cron: { schedule: "@weekly" } } },
  { load: { enabled: false, kind: "Job", cron: { schedule: "@daily" } } },
  { extract: { ...sidecar("a"), ...first("b") }, load: { ...sidecar("c"), ...first("d") } },
  { extract: volume("a", empty), transform: volume("a", empty), load: volume("b", inMemory) },
  { extract: volume("a", given), load: volume("a", given) },
  {
    extract: { volumes: { a: { mountPath: "/a", ...given } } },
    load: { volumes: { b: { mountPath: "/b", ...given } } },
  },
  {
    extract: { ...memoryOf("a"), ...sidecar("a") },
    transform: { ...memoryOf("main"), initContainers: { a: { image } } },
    load: { ...memoryOf("a"), initContainers: { a: { image } } },
  },
];

const daily = { cron: { schedule: "@daily" } };
const off = { enabled: false };

/** What it refuses. */
const refused: readonly Values[] = [
  // The schedule of a disabled stage, which the pod would lose.
  { load: { ...off, ...daily } },
  { load: { ...off, ...daily }, transform: off },
  { load: off, transform: { ...off, ...daily } },
  { load: { podResources: { limits: { cpu: 1 } } } },
  { load: { job: { ...indexed, completions: 2 } } },
  { load: { job: { parallelism: 2 } } },
  // A container of the first stage, of the one in the middle, and of the last one.
  { load: first("extract") },
  { load: first("transform") },
  { extract: sidecar("load") },
  { extract: sidecar("a"), load: sidecar("a") },
  { transform: first("a"), load: first("a") },
  { extract: volume("a", empty), load: volume("a", inMemory) },
  { extract: volume("z", empty), transform: volume("z", inMemory) },
  { extract: volume("a", given), load: volume("b", given) },
  { extract: volume("z", given), load: volume("y", given) },
  { extract: { env: { A: { valueFrom: { resourceFieldRef: { containerName: "load", resource: "limits.cpu" } } } } } },
];

/** Of the chain of the reference pipeline's stages. */
export const chainValues: DecisiveValues = { accepted, refused };
