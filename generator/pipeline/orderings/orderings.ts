/** The orderings: the first that suits a pipeline is the default. */
import type { Ordering, Parts } from "../pipeline.ts";
import { enabledValues } from "./enabled-values.ts";
import { createMixedOrdering, gates } from "./gates.ts";
import { hooks } from "./hooks.ts";
import { inPod } from "./in-pod.ts";
import { none } from "./none.ts";

/** All orderings by name. */
export const orderings = { inPod, gates, hooks, none } as const satisfies Readonly<Record<string, Ordering>>;

/**
 * How the dependencies of stages are carried out.
 * - `inPod`: a chain of batch stages becomes one Job or CronJob whose containers run one after the other.
 * - `gates`: each stage waits in an init container until the Jobs it depends on have succeeded and the Services answer.
 * - `hooks`: Helm runs the batch stages as hooks, one after the other, after an install or an upgrade.
 * - `none`: all stages start at once.
 */
export type OrderingName = keyof typeof orderings;

/**
 * Stages that share pods in a graph whose other stages wait in gates: lists of batch stages, each a dependency of the
 * next. The last one has the Job, or the CronJob.
 */
export interface MixedOrdering<Stage extends string = string> {
  readonly inPod: readonly (readonly Stage[])[];
}

/** The ordering that a definition names, else the first that suits the stages, in each environment. */
export function chooseOrdering(
  given: OrderingName | MixedOrdering | undefined,
  parts: Parts,
  environments: readonly object[],
): Ordering {
  if (typeof given === "object") return createMixedOrdering(given.inPod);
  if (given !== undefined) return orderings[given];
  const all = [{}, ...environments].map((environment) => enabledValues(parts, environment));
  return Object.values(orderings).find(({ suits }) => suits(parts, all)) ?? orderings.none;
}
