/** Compares two environments of a pipeline: their values, and the rendered objects. */
import type { ReleaseInfo } from "../evaluate/evaluate-chart.ts";
import { environmentObjects } from "../pipeline/environments/check-environments.ts";
import { mergedValues } from "../pipeline/environments/merge-stages.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import type { KubernetesObject } from "../rules/kubernetes-object.ts";
import { compareObjects, type ObjectsComparison } from "./compare-objects.ts";
import { compareTrees, type Difference, valuesNotation } from "./compare-trees.ts";

/** What is compared. */
export interface CompareEnvironmentsOptions {
  /** An environment of the pipeline; absent: the pipeline without one. */
  readonly from?: string | undefined;
  /** Likewise. */
  readonly to?: string | undefined;
  /** The release that both sides are rendered for: else every name would differ. */
  readonly release: ReleaseInfo;
}

/** What differs between two environments. */
export interface EnvironmentsComparison {
  /** Values by their path, merged as Helm merges them: the charts' defaults, the pipeline's, the environment's. */
  readonly values: readonly Difference[];
  readonly objects: ObjectsComparison;
}

/**
 * Compares two environments of a pipeline.
 * @throws EnvironmentError when one of them cannot be rendered
 */
export function compareEnvironments(
  pipeline: Pipeline,
  { from, to, release }: CompareEnvironmentsOptions,
): EnvironmentsComparison {
  const objectsOf = (environment: string | undefined): readonly KubernetesObject[] =>
    environmentObjects(pipeline, environment, release).filter((object) => !isTest(object));
  return {
    values: compareTrees(mergedValues(pipeline, from), mergedValues(pipeline, to), valuesNotation),
    objects: compareObjects(objectsOf(from), objectsOf(to)),
  };
}

// The objects of helm test follow from the others.
function isTest({ metadata }: KubernetesObject): boolean {
  return metadata.annotations?.["helm.sh/hook"] === "test";
}
