/** What a pipeline chart hands to the templates of its stages; absent when a chart is installed alone. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import { Expression } from "../../expression/expression.ts";
import type { JsonSchema } from "../../json-schema.ts";

/** A stage's address: the host of its Service and the numbers of its ports by name. */
export interface ServiceAddress {
  readonly host: string;
  readonly ports: Readonly<Record<string, number>>;
}

/** The shape of `.Pipeline`. */
export interface PipelineContext {
  /** The names of all stages, those that are disabled too. */
  readonly stages: readonly string[];
  /** The real names of the claims of each volume stage, by stage and volume. */
  readonly claims: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly services: Readonly<Record<string, ServiceAddress>>;
  /** The selector labels of each stage. */
  readonly selectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
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

const empty = { string: "", array: [], object: {} } as const;

function field<T>(type: keyof typeof empty, keys: readonly [string, string], items?: JsonSchema): Expression<T> {
  const schema = { type, default: empty[type], ...(items === undefined ? {} : { items }) };
  return new Expression<T>({ op: "path", type, root: ".", keys, optional: false, schema, models: [] });
}

/** References into `.Pipeline`, empty for a chart alone. */
export const pipelineContext = {
  stages: field<PipelineContext["stages"]>("array", ["Pipeline", "stages"]),
  claims: field<PipelineContext["claims"]>("object", ["Pipeline", "claims"]),
  services: field<PipelineContext["services"]>("object", ["Pipeline", "services"]),
  selectors: field<PipelineContext["selectors"]>("object", ["Pipeline", "selectors"]),
} as const;

/** References into `.Chain`, empty for a stage that is in none. */
export const chainContext = {
  stage: field<string>("string", ["Chain", "stage"]),
  initContainers: field<ChainContext["initContainers"]>("array", ["Chain", "initContainers"]),
  volumes: field<ChainContext["volumes"]>("array", ["Chain", "volumes"]),
  pullSecrets: field<ChainContext["pullSecrets"]>("array", ["Chain", "pullSecrets"], { type: "string" }),
  annotations: field<ChainContext["annotations"]>("object", ["Chain", "annotations"]),
} as const;
