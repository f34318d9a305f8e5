/** What a pipeline chart hands to the templates of its stages; absent when a chart is installed alone. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import { Expression } from "../../expression/expression.ts";
import type { ValueType } from "../../expression/node.ts";
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

function field<T>(type: ValueType, ...keys: string[]): Expression<T> {
  const schema = { type, default: type === "object" ? {} : type === "array" ? [] : "" };
  return new Expression<T>({
    op: "path",
    type,
    root: ".",
    keys: ["Pipeline", ...keys],
    optional: false,
    schema,
    models: [],
  });
}

function list<T>(key: string, items: JsonSchema): Expression<readonly T[]> {
  const schema: JsonSchema = { type: "array", default: [], items };
  return new Expression({
    op: "path",
    type: "array",
    root: ".",
    keys: ["Pipeline", key],
    optional: false,
    schema,
    models: [],
  });
}

/** References into `.Pipeline`, empty for a chart alone. */
export const pipelineContext = {
  stages: field<PipelineContext["stages"]>("array", "stages"),
  claims: field<PipelineContext["claims"]>("object", "claims"),
  services: field<PipelineContext["services"]>("object", "services"),
  selectors: field<PipelineContext["selectors"]>("object", "selectors"),
  /** In an in-pod chain: the stage's alias, which then starts the names of its containers and volumes; else "". */
  chain: field<string>("string", "chain"),
  /** In an in-pod chain: what the stages that run before this one bring into its pod. */
  initContainers: field<readonly Container[]>("array", "initContainers"),
  pullSecrets: list<string>("pullSecrets", { type: "string" }),
  annotations: field<Readonly<Record<string, string>>>("object", "annotations"),
  volumes: field<readonly Volume[]>("array", "volumes"),
} as const;
