/** What a pipeline chart hands to the templates of its stages; absent when a chart is installed alone. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import type { Awaited, ServiceAddress } from "../../chart/stage-contract.ts";
import { Expression } from "../../expression/expression.ts";
import { pathNode } from "../../expression/node.ts";
import { type Reference, scopeField } from "../../expression/reference.ts";
import type { JsonSchema } from "../../json-schema.ts";

export type { Awaited, ServiceAddress };

/** The shape of `.Pipeline`. */
export interface PipelineContext {
  /** The names of all stages, those that are disabled too. */
  readonly stages: readonly string[];
  /** The real names of the claims of each volume stage, by stage and volume. */
  readonly claims: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly services: Readonly<Record<string, ServiceAddress>>;
  /** The selector labels of each stage. */
  readonly selectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The stages that wait in gates until a stage answers, by that stage. */
  readonly dependents?: Readonly<Record<string, readonly string[]>>;
  /**
   * The access modes of the claims that one node, or one pod, holds at a time, by stage and volume; told where pods wait
   * for one another, and so must not keep such a claim from each other.
   */
  readonly exclusive?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The shape of `.Chain`: what a stage of an in-pod chain is told; absent for a stage that is in none. */
export interface ChainContext {
  /** The stage's alias, which starts the names of its containers and volumes. */
  readonly stage: string;
  /** What the stages that run before this one bring into its pod. */
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly pullSecrets: readonly string[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** The shape of `.Gate`: what a stage waits for in a container of its own; absent for one that waits for nothing. */
export interface GateContext {
  /** By stage: those that must have succeeded, or answer. */
  readonly upstream: Readonly<Record<string, Awaited>>;
  /** By stage: those before these, which must not fail. */
  readonly ancestors: Readonly<Record<string, Awaited>>;
  /** Whether another run of a stage before it makes the stage run again. */
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

/** What stages wait for, by stage. */
export const awaited: JsonSchema = {
  type: "object",
  default: {},
  additionalProperties: {
    type: "object",
    required: ["job", "namespace", "host", "port"],
    properties: {
      job: { type: "string", default: "" },
      // There where a Job is.
      namespace: { type: "string" },
      host: { type: "string", default: "" },
      port: { type: "integer", default: 0 },
    },
  },
};

/** References into `.Gate`, empty for a stage that waits for nothing. */
export const gateContext: Reference<GateContext> = scopeField<GateContext>("Gate", {
  type: "object",
  required: ["upstream", "ancestors", "reruns"],
  properties: { upstream: awaited, ancestors: awaited, reruns: { type: "boolean", default: false } },
});

/** References into `.Gate` where it is known to be told: without defaults. */
export const toldGate: Reference<GateContext> = scopeField<GateContext>("Gate", {
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

/** References into `.Hook` where it is known to be told: without a default. */
export const toldHook: Reference<HookContext> = scopeField<HookContext>("Hook", {
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
  dependents: field<NonNullable<PipelineContext["dependents"]>>("object", ["Pipeline", "dependents"]),
  exclusive: field<NonNullable<PipelineContext["exclusive"]>>("object", ["Pipeline", "exclusive"]),
} as const;

/** References into `.Chain`, empty for a stage that is in none. */
export const chainContext = {
  stage: field<string>("string", ["Chain", "stage"]),
  initContainers: field<ChainContext["initContainers"]>("array", ["Chain", "initContainers"]),
  volumes: field<ChainContext["volumes"]>("array", ["Chain", "volumes"]),
  pullSecrets: field<ChainContext["pullSecrets"]>("array", ["Chain", "pullSecrets"], { type: "string" }),
  annotations: field<ChainContext["annotations"]>("object", ["Chain", "annotations"]),
} as const;
