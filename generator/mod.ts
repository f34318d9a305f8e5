/** Chartwright's one public entry: charts and pipelines as typed TypeScript, printed as real Helm charts. */
import "./one-copy.ts";

export { ChartError } from "./chart/chart-error.ts";
export { type ChartTemplate, defineTemplate } from "./chart/chart-template.ts";
export { type Chart, type ChartDefinition, defineChart } from "./chart/define-chart.ts";
export type { Line, Lines } from "./chart/notes.ts";
export { type Files, printChart } from "./chart/print-chart.ts";
export type { Capabilities } from "./evaluate/capabilities.ts";
export { type KindTypes, RenderedObjects } from "./evaluate/rendered-objects.ts";
export { bind } from "./expression/bind.ts";
export { chart, kubeVersion, release } from "./expression/built-in.ts";
export { Define, include } from "./expression/define.ts";
export { Expression, type Operand } from "./expression/expression.ts";
export { forEach, forEachItem } from "./expression/for-each.ts";
export { guard } from "./expression/guard.ts";
export { raw } from "./expression/raw.ts";
export { given, type Reference, valuesOf } from "./expression/reference.ts";
export { choose, match, matchAll, matchType, when } from "./expression/when.ts";
export { hasApiVersion } from "./functions/api-versions.ts";
export { enabled, ordered, where } from "./functions/entries.ts";
export { RenderError } from "./functions/go/render-error.ts";
export { concat, uniq } from "./functions/lists.ts";
export {
  and,
  eq,
  greaterThan,
  ne,
  nonEmpty,
  not,
  or,
  orElse,
  orIfEmpty,
  present,
  required,
  ternary,
} from "./functions/logic.ts";
export { lookUp, merge } from "./functions/maps.ts";
export { contains, fitName, replace, sha256, text, toJson, trunc } from "./functions/strings.ts";
export { defineOnlyBranch, defineUnion } from "./functions/unions.ts";
export type { Json, JsonObject, JsonSchema } from "./json-schema.ts";
export { BatchJob } from "./library/batch-job/batch-job.ts";
export type { BatchJobOptions, BatchJobOverrides } from "./library/batch-job/options.ts";
export { CsiVolume } from "./library/csi-volume/csi-volume.ts";
export type { CsiVolumeOptions, CsiVolumeOverrides } from "./library/csi-volume/options.ts";
export { library } from "./library/library.ts";
export type { ServiceStageOptions, ServiceStageOverrides } from "./library/service-stage/options.ts";
export { ServiceStage } from "./library/service-stage/service-stage.ts";
export type { StatefulStageOptions, StatefulStageOverrides } from "./library/stateful-stage/options.ts";
export { StatefulStage } from "./library/stateful-stage/stateful-stage.ts";
export type { Documents, Input, InputItem, InputParts } from "./manifest/input.ts";
export { spread } from "./manifest/spread.ts";
export {
  definePipeline,
  type EnvironmentValues,
  environment,
  type PipelineDefinition,
  withSource,
} from "./pipeline/define-pipeline.ts";
export type { GraphOptions } from "./pipeline/diagram/graph-pipeline.ts";
export { printMermaid } from "./pipeline/diagram/print-mermaid.ts";
export { pipelineSchema } from "./pipeline/environments/compose-schema.ts";
export { evaluate } from "./pipeline/evaluate.ts";
export type { OrderingName } from "./pipeline/orderings/orderings.ts";
export type { Pipeline, Rerun } from "./pipeline/pipeline.ts";
export { PipelineError } from "./pipeline/pipeline-error.ts";
export { printPipeline } from "./pipeline/print-pipeline.ts";
export { printValuesFile } from "./pipeline/umbrella/print-umbrella.ts";
export { checkObjects } from "./rules/check-objects.ts";
export { describeObject, isKubernetesObject, type KubernetesObject } from "./rules/kubernetes-object.ts";
export { type Finding, formatFinding, type RuleContext } from "./rules/rule.ts";
export { type AddressFormat, AddressReference, VolumeReference, type WithReferences } from "./stage/references.ts";
export { type Dependencies, Stage } from "./stage/stage.ts";
export * as format from "./values/formats.ts";
export {
  annotations,
  boolean,
  closed,
  kubernetes,
  kubernetesList,
  labels,
  listOf,
  mapOf,
  oneOf,
  optional,
  stringOr,
  union,
} from "./values/model.ts";
export type { Overrides } from "./values/overrides.ts";
export { printSchema } from "./values/print-schema.ts";
export { type ValueProblem, ValuesError } from "./values/validate-values.ts";
