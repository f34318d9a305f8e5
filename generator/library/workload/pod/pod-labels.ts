/** The labels of a workload's pods. */
import type { Expression } from "../../../expression/expression.ts";
import type { Reference } from "../../../expression/reference.ts";
import { merge } from "../../../functions/maps.ts";
import type { Names, Strings } from "../../common/names.ts";
import { chainContext, pipelineContext } from "../../common/pipeline-context.ts";
import type { WorkloadValues } from "../values/values.ts";
import { claimLabels } from "./shared-claims.ts";

/** The labels that each kind of controller adds to the pods that it makes. */
const ADDED_LABELS = {
  DaemonSet: ["controller-revision-hash", "pod-template-generation"],
  Deployment: ["pod-template-hash"],
  Job: [
    "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-completion-index",
    "batch.kubernetes.io/job-name",
    "controller-uid",
    "job-name",
  ],
  StatefulSet: ["apps.kubernetes.io/pod-index", "controller-revision-hash", "statefulset.kubernetes.io/pod-name"],
} as const;

/** A kind of controller that makes pods. */
export type Controller = keyof typeof ADDED_LABELS;

/** The keys of the labels that a controller adds to its pods; of an unknown one, those of any. */
export function addedLabels(controller?: Controller): readonly string[] {
  return controller === undefined ? Object.values(ADDED_LABELS).flat() : ADDED_LABELS[controller];
}

/** The labels of a pod template. */
export interface PodLabels {
  /** Those by which pods that mount the same claims find one another. */
  readonly claims: Expression<Strings>;
  /** All of them; the controller adds others to its pods. */
  readonly all: Expression<Strings>;
}

/** Makes the labels of a workload's pod template; only a pod that runs to completion can be that of a chain. */
export function createPodLabels(v: Reference<WorkloadValues>, names: Names, runsToEnd: boolean): PodLabels {
  const own = claimLabels(v.volumes, pipelineContext.exclusive);
  const shared = runsToEnd ? [own, chainContext.labels] : [own];
  return {
    claims: runsToEnd ? merge<string>(...shared) : own,
    all: merge<string>(names.selectorLabels, ...shared, v.podLabels),
  };
}
