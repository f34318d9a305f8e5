/** Values of the stages of the reference pipeline, one by one: what one stage makes must not be seen to by another. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";
import { aloneOf } from "./pipeline-values.ts";
import { objectOf, referring } from "./whole-objects.ts";

const off = { enabled: false };
const workloads = ["store", "serve", "extract", "transform", "load", "report"];
const stages = ["workspace", ...workloads];

const only = (stage: string, more: Values = {}): Values => ({
  tests: off,
  ...Object.fromEntries(stages.map((one) => [one, off])),
  [stage]: { ...aloneOf(stage), ...more },
});

/** Objects that a stage has beside its controller. */
const more: Values = {
  networkPolicy: { enabled: true, fromStages: workloads },
  configMaps: { own: { data: { a: "b" } } },
  volumes: { data: off, own: { mountPath: "/own", claim: { size: "1Gi" } } },
};

// Each holds the name of its stage.
const objectIn = (stage: string): Values =>
  objectOf({ metadata: { name: stage }, data: { n: { $from: { what: "name" } } } });

const mounted = { volumes: { data: { mountPath: "/data", pipelineVolume: { stage: "workspace", volume: "data" } } } };
const notMounted = { volumes: { data: off } };

/** A claim of one pod that some stages mount. */
const mounting = (...mounts: readonly string[]): Values => ({
  workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteOncePod"] } } } },
  ...Object.fromEntries(workloads.map((stage) => [stage, mounts.includes(stage) ? mounted : notMounted])),
});

/** What the reference pipeline renders of single stages, and what it refuses. */
export const referenceStages: DecisiveValues = {
  accepted: [
    ...stages.map((stage) => only(stage)),
    ...workloads.map((stage) => only(stage, more)),
    only("serve", { ingress: { enabled: true, hosts: { a: { paths: { b: {} } } } }, autoscaling: { enabled: true } }),
    ...stages.map((stage) => only(stage, objectIn(stage))),
    // Not one stage is without an object.
    Object.fromEntries(stages.map((stage) => [stage, objectIn(stage)])),
    { nameOverride: "a #", ...objectOf({ data: { n: { $from: { what: "name" } } } }) },
    ...workloads.map((stage) => ({ [stage]: { podSecurity: "openshift" } })),
    // Without those before them, they wait for nothing.
    { ...mounting("transform", "report"), extract: off },
    { ...mounting("load", "report"), extract: off, transform: off },
  ],
  refused: [
    ...["transform", "load", "serve", "store"].map((stage) => mounting("extract", stage)),
    mounting("serve", "store"),
    mounting("load", "report"),
    ...workloads.map((stage) => ({ [stage]: { env: { A: { fromService: { stage: "none" } } } } })),
    ...["store", "serve", "load"].flatMap((stage) =>
      [
        { stage: "extract", what: "hostPort", port: "http" },
        { stage: "extract", what: "url", port: "http" },
        { stage: "extract", what: "headless", replica: 0 },
      ].map((reference) => ({ [stage]: referring(reference) })),
    ),
    { ...objectIn("a"), extract: objectIn("a") },
    { extract: objectIn("a"), report: objectIn("a") },
  ],
};
