/** The context that a pipeline chart passes to the templates of its stages; absent when a chart is installed alone. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import type { Awaited, ServiceAddress } from "../../chart/stage-contract.ts";
import { Expression } from "../../expression/expression.ts";
import { pathNode } from "../../expression/node.ts";
import { type Reference, scopeField } from "../../expression/reference.ts";
import type { JsonSchema } from "../../json-schema.ts";
import type { Referables } from "./extra-objects/referables.ts";

export type { Awaited, ServiceAddress };

/** The shape of `.Pipeline`. */
export interface PipelineContext {
  /** The names of all stages, including disabled ones. */
  readonly stages: readonly string[];
  /** The real names of the claims of each volume stage, by stage and volume. */
  readonly claims: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly services: Readonly<Record<string, ServiceAddress>>;
  /** The selector labels of each stage. */
  readonly selectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What references in whole objects can name of each stage; absent where there are no such objects. */
  readonly referables?: Readonly<Record<string, Referables>>;
  /** The name of the ConfigMap with the script of gates; absent where no stage waits in one. */
  readonly gateScript?: string;
  /** The dependents of each stage that wait in gates until it answers. */
  readonly dependents?: Readonly<Record<string, readonly string[]>>;
  /** The access modes of the claims that only one node, or one pod, can mount at a time, by stage and volume. */
  readonly accessModes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * The same; absent unless pods wait for one another, and so must not block such a claim for each other.
   */
  readonly exclusive?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The shape of `.Chain`: the context of a stage in an in-pod chain; absent for other stages. */
export interface ChainContext {
  /** The stage's alias, which starts the names of its containers and volumes. */
  readonly stage: string;
  /** What the stages before this one contribute to its pod. */
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** The labels by which pods that mount their claims find one another, where pods wait for one another. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly pullSecrets: readonly string[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** The shape of `.Gate`: the dependencies for which a stage waits in a container; absent for a stage without any. */
export interface GateContext {
  /** The direct dependencies, which must have succeeded or answer. */
  readonly upstream: Readonly<Record<string, Awaited>>;
  /** The indirect dependencies, which must not fail. */
  readonly ancestors: Readonly<Record<string, Awaited>>;
  /** Whether another run of a dependency makes the stage run again. */
  readonly reruns: boolean;
}

/** The shape of `.Hook`: when Helm runs a Job as a hook; absent for an object of the release. */
export interface HookContext {
  /** Hooks run one after the other, the lowest number first. */
  readonly weight: string;
}

const empty = { string: "", array: [], object: {} } as const;

function field<T>(type: keyof typeof empty, keys: readonly [string, string], items?: JsonSchema): Expression<T> {
  const schema = { type, default: empty[type], ...(items === undefined ? {} : { items }) };
  return new Expression<T>(pathNode({ type, root: ".", keys, schema }));
}

/** The dependencies of stages, by stage. */
export const awaited: JsonSchema = {
  type: "object",
  default: {},
  additionalProperties: {
    type: "object",
    required: ["job", "namespace", "host", "port"],
    properties: {
      job: { type: "string", default: "" },
      // Present where a Job is.
      namespace: { type: "string" },
      host: { type: "string", default: "" },
      port: { type: "integer", default: 0 },
    },
  },
};

/** References into `.Gate`, empty for a stage without dependencies. */
export const gateContext: Reference<GateContext> = scopeField<GateContext>("Gate", {
  type: "object",
  required: ["upstream", "ancestors", "reruns"],
  properties: { upstream: awaited, ancestors: awaited, reruns: { type: "boolean", default: false } },
});

/** References into `.Gate` where it is known to be present: without defaults. */
export const presentGate: Reference<GateContext> = scopeField<GateContext>("Gate", {
  type: "object",
  required: ["upstream", "ancestors", "reruns"],
  properties: { upstream: { type: "object" }, ancestors: { type: "object" }, reruns: { type: "boolean" } },
});

/** References into `.Hook`; the weight is empty for an object of the release. */
export const hookContext: Reference<HookContext> = scopeField<HookContext>("Hook", {
  type: "object",
  required: ["weight"],
  properties: { weight: { type: "string", default: "" } },
});

/** References into `.Hook` where it is known to be present: without a default. */
export const presentHook: Reference<HookContext> = scopeField<HookContext>("Hook", {
  type: "object",
  required: ["weight"],
  properties: { weight: { type: "string" } },
});

/** References into `.Pipeline`, empty for a chart alone. */
export const pipelineContext = {
  stages: field<PipelineContext["stages"]>("array", ["Pipeline", "stages"]),
  claims: field<PipelineContext["claims"]>("object", ["Pipeline", "claims"]),
  services: field<PipelineContext["services"]>("object", ["Pipeline", "services"]),
  selectors: field<PipelineContext["selectors"]>("object", ["Pipeline", "selectors"]),
  referables: field<NonNullable<PipelineContext["referables"]>>("object", ["Pipeline", "referables"]),
  gateScript: field<string>("string", ["Pipeline", "gateScript"]),
  dependents: field<NonNullable<PipelineContext["dependents"]>>("object", ["Pipeline", "dependents"]),
  accessModes: field<NonNullable<PipelineContext["accessModes"]>>("object", ["Pipeline", "accessModes"]),
  exclusive: field<NonNullable<PipelineContext["exclusive"]>>("object", ["Pipeline", "exclusive"]),
} as const;

/** References into `.Chain`, empty for a stage that is in no chain. */
export const chainContext = {
  stage: field<string>("string", ["Chain", "stage"]),
  initContainers: field<ChainContext["initContainers"]>("array", ["Chain", "initContainers"]),
  volumes: field<ChainContext["volumes"]>("array", ["Chain", "volumes"]),
  labels: field<NonNullable<ChainContext["labels"]>>("object", ["Chain", "labels"]),
  pullSecrets: field<ChainContext["pullSecrets"]>("array", ["Chain", "pullSecrets"], { type: "string" }),
  annotations: field<ChainContext["annotations"]>("object", ["Chain", "annotations"]),
} as const;
