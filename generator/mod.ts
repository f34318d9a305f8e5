/** The public entry for authors of pipelines: stages, pipelines and environments, their tests, and errors. */
import "./one-copy.ts";

export { ChartError } from "./chart/chart-error.ts";
export type { Files } from "./chart/print-chart.ts";
export type { Capabilities } from "./evaluate/capabilities.ts";
export { type KindTypes, RenderedObjects } from "./evaluate/rendered-objects.ts";
export { RenderError } from "./expression/go/render-error.ts";
export { BatchJob } from "./library/batch-job/batch-job.ts";
export type { BatchJobOptions, BatchJobOverrides } from "./library/batch-job/options.ts";
export { CsiVolume } from "./library/csi-volume/csi-volume.ts";
export type { CsiVolumeOptions, CsiVolumeOverrides } from "./library/csi-volume/options.ts";
export { library } from "./library/library.ts";
export type { ServiceStageOptions, ServiceStageOverrides } from "./library/service-stage/options.ts";
export { ServiceStage } from "./library/service-stage/service-stage.ts";
export type { StatefulStageOptions, StatefulStageOverrides } from "./library/stateful-stage/options.ts";
export { StatefulStage } from "./library/stateful-stage/stateful-stage.ts";
export {
  definePipeline,
  type EnvironmentValues,
  type PipelineDefinition,
  withEnvironment,
} from "./pipeline/define-pipeline.ts";
export type { GraphOptions } from "./pipeline/diagram/graph-pipeline.ts";
export { printMermaid } from "./pipeline/diagram/print-mermaid.ts";
export { pipelineSchema } from "./pipeline/environments/compose-schema.ts";
export { evaluate } from "./pipeline/evaluate.ts";
export type { MixedOrdering, OrderingName } from "./pipeline/orderings/orderings.ts";
export type { Pipeline, Rerun } from "./pipeline/pipeline.ts";
export { PipelineError } from "./pipeline/pipeline-error.ts";
export { printPipeline } from "./pipeline/print-pipeline.ts";
export { printValuesFile } from "./pipeline/umbrella/print-umbrella.ts";
export { checkObjects } from "./rules/check-objects.ts";
export { describeObject, isKubernetesObject, type KubernetesObject } from "./rules/kubernetes-object.ts";
export { type Finding, formatFinding, type RuleContext } from "./rules/rule.ts";
export { refer, type StageNames } from "./stage/refer.ts";
export { type Dependencies, Stage } from "./stage/stage.ts";
export {
  type Custom,
  custom,
  type ExtraObjectOptions,
  type ExtraObjectOverrides,
} from "./values/objects/extra-object.ts";
export {
  type AddressFormat,
  AddressReference,
  LabelsReference,
  TextReference,
  VolumeReference,
  type WithReferences,
} from "./values/references.ts";
export { type ValueProblem, ValuesError } from "./values/validate-values.ts";
