/** The public entry for authors of charts: values models, expressions, manifests, workloads, and the stage contract. */
import "./one-copy.ts";

export { Type } from "typebox";
export { ChartError } from "./chart/chart-error.ts";
export { type ChartTemplate, defineTemplate, defineTestTemplate } from "./chart/chart-template.ts";
export { type Chart, type ChartDefinition, defineChart } from "./chart/define-chart.ts";
export type { Line, Lines } from "./chart/notes.ts";
export { type Files, printChart } from "./chart/print-chart.ts";
export type {
  Awaited,
  ChainContract,
  DrawnStage,
  MountedVolume,
  ReadAddress,
  Schedule,
  ServiceAddress,
  StageContract,
  StageFacts,
  StageRole,
  StageViolation,
} from "./chart/stage-contract.ts";
export { branchAt, enabledAt, mapAt, type PlainValues, textAt } from "./chart/value-at.ts";
export { type EvaluateOptions, evaluateChart, evaluateNotes } from "./evaluate/evaluate-chart.ts";
export { bind, collectList, collectMap, collectSum } from "./expression/bind.ts";
export { chart, kubeVersion, release } from "./expression/built-in.ts";
export { Define, include, templateOf } from "./expression/define.ts";
export {
  defineCheck,
  defineFunction,
  entry,
  kubernetesParam,
  type Param,
  param,
  stringParam,
} from "./expression/define-function.ts";
export { Expression, type Operand } from "./expression/expression.ts";
export { forEach, forEachItem, forEachPosition, forEachRepeated } from "./expression/for-each.ts";
export { RenderError } from "./expression/go/render-error.ts";
export { guard, refuse } from "./expression/guard.ts";
export type { Bind, Choice, ForEach, Guard, When } from "./expression/part.ts";
export { raw } from "./expression/raw.ts";
export { entrySchemaOf, given, type Reference, valuesOf, withoutDefault } from "./expression/reference.ts";
export { choose, match, matchOrLast, matchType, when } from "./expression/when.ts";
export { hasApiVersion } from "./functions/api-versions.ts";
export { enabled, ordered, where } from "./functions/entries.ts";
export { keysOf, valueAt } from "./functions/keys.ts";
export { concat, count, hasItem, join, list, sorted, uniq } from "./functions/lists.ts";
export {
  and,
  eq,
  filled,
  greaterThan,
  isMap,
  isText,
  isTrue,
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
export { lookUpObject, type ObjectKey } from "./functions/look-up-object.ts";
export { type ByName, dict, fieldOfEach, hasEntry, hasValue, lookUp, merge, withoutEmpty } from "./functions/maps.ts";
export { computeOnce } from "./functions/named-templates/compute-once.ts";
export { difference, numberOf, sum } from "./functions/numbers.ts";
export { findAll, first, itemBefore, last, split, without } from "./functions/split.ts";
export {
  contains,
  fitName,
  lower,
  replace,
  sha256,
  text,
  toJson,
  toText,
  trimSuffix,
  trunc,
} from "./functions/strings.ts";
export { defineOnlyBranch, defineUnion } from "./functions/unions.ts";
export type { Json, JsonObject, JsonSchema } from "./json-schema.ts";
export { checkParameters } from "./library/common/checks/size-limits.ts";
export {
  createExtraObjectsTemplate,
  type ExtraObjectsSource,
} from "./library/common/extra-objects/extra-objects.ts";
export { extraObjects } from "./library/common/extra-objects/extra-objects-values.ts";
export { defineReferables, type OwnReferables, type Referables } from "./library/common/extra-objects/referables.ts";
export {
  type FixedField,
  type FixedFields,
  fixedFieldsParam,
  refuseChanges,
} from "./library/common/fixed-fields.ts";
export {
  createNames,
  type Names,
  type ObjectMetadata,
  type OwnMetadata,
  type Strings,
} from "./library/common/names.ts";
export { checkNewerFields } from "./library/common/newer-fields/check-newer-fields.ts";
// Interfaces of values that several charts have, and of what environments set of Kubernetes' own types: generated, as the
// interfaces of a chart's own values are.
export type * from "./library/common/options.ts";
export { chainContext, gateContext, hookContext, pipelineContext } from "./library/common/pipeline-context.ts";
export { serviceName } from "./library/common/service-name.ts";
export { isSmallerSize } from "./library/common/size.ts";
export { commonValues, namingValues } from "./library/common/values.ts";
export { workloadChain } from "./library/workload/chain.ts";
export { checkFixedFields } from "./library/workload/checks/check-fixed-fields.ts";
export { MAIN_CONTAINER } from "./library/workload/checks/containers/check-container-names.ts";
export { checkContainerName } from "./library/workload/checks/containers/check-container-references.ts";
export { checkContainerPorts } from "./library/workload/checks/network/check-ports.ts";
export { checkService } from "./library/workload/checks/network/check-service.ts";
export { checkPodClaims } from "./library/workload/checks/volumes/check-pod-claims.ts";
export { checkSize } from "./library/workload/checks/volumes/check-sizes.ts";
export { containerNames } from "./library/workload/containers/container-names.ts";
export { failureRulesInPod } from "./library/workload/containers/container-references.ts";
export { describeImage, describePorts, describeReplicas, portNumber } from "./library/workload/drawing.ts";
export { gateFailureRule } from "./library/workload/gate/gate.ts";
export { createTestTemplate, defineTested } from "./library/workload/helm-test/helm-test.ts";
export { hookAnnotations, isHook } from "./library/workload/hook.ts";
export type * from "./library/workload/options.ts";
export { createServer, type Server, type ServerValues } from "./library/workload/server.ts";
export {
  createService,
  defineAddress,
  defineAwaited,
  hasService,
  serviceHost,
  servicePortNumbers,
} from "./library/workload/service/service.ts";
export { workloadStage } from "./library/workload/stage.ts";
export { workloadFacts } from "./library/workload/stage-facts.ts";
export {
  type AccessMode,
  claimAccessModes,
  claimSizeLimit,
  claimSourceValues,
  claimStorageClassName,
  claimValues,
  oneClaimSource,
} from "./library/workload/values/claim-values.ts";
export { containerPortValues, initContainerValues, sidecarValues } from "./library/workload/values/container-values.ts";
export { podLabelRule } from "./library/workload/values/pod-label-rules.ts";
export {
  ipFamilyValues,
  oneIpFamily,
  type ServiceValues,
  servicePortValues,
  serviceValues,
} from "./library/workload/values/service-values.ts";
export { type WorkloadValues, workloadValues } from "./library/workload/values/values.ts";
export { moreMountValues, mountRules, mountValues, volumeValues } from "./library/workload/values/volume-values.ts";
export { workloadRules } from "./library/workload/values/workload-rules.ts";
export { claimNotes } from "./library/workload/volumes/claim-notes.ts";
export { singleNodeClaim } from "./library/workload/volumes/pod-claims.ts";
export { type ClaimValues, claimSpec, templateMetadata } from "./library/workload/volumes/volumes.ts";
export { type Addresses, createWorkload, type Workload, type WorkloadSource } from "./library/workload/workload.ts";
export { inline } from "./manifest/inline.ts";
export type { Documents, Input, InputItem, InputParts } from "./manifest/input.ts";
export { spread } from "./manifest/spread.ts";
export { checkObjects } from "./rules/check-objects.ts";
export { describeObject, isKubernetesObject, type KubernetesObject } from "./rules/kubernetes-object.ts";
export { type Finding, formatFinding, type RuleContext } from "./rules/rule.ts";
export { AddressableStage } from "./stage/addressable-stage.ts";
export { ChartStage, type ChartStageValues } from "./stage/chart-stage.ts";
export { refer, type StageNames } from "./stage/refer.ts";
export { type Dependencies, Stage } from "./stage/stage.ts";
export * as format from "./values/formats.ts";
export type * from "./values/kubernetes/overrides.ts";
// Types in the values of a workload: the declarations of a package of charts name them.
export type * from "./values/kubernetes/types.ts";
export {
  absent,
  annotations,
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  labels,
  listOf,
  mapOf,
  optional,
  stringOr,
  union,
} from "./values/model.ts";
export type { Defaulted, Needed, OptionsOf, OrString } from "./values/needed.ts";
export * from "./values/objects/extra-object.ts";
export type { Overrides } from "./values/overrides.ts";
export {
  type AddressFormat,
  AddressReference,
  LabelsReference,
  type ReferenceFields,
  TextReference,
  VolumeReference,
  type WithReferences,
} from "./values/references.ts";
export { printSchema } from "./values/schemas/print-schema.ts";
export { type ValueProblem, ValuesError } from "./values/validate-values.ts";
