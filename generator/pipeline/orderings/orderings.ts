/** The orderings, the first that suits a pipeline first. */
import type { Ordering, Parts } from "../pipeline.ts";
import { gates } from "./gates.ts";
import { hooks } from "./hooks.ts";
import { inPod } from "./in-pod.ts";
import { none } from "./none.ts";

/** All orderings by name. */
export const orderings = { inPod, gates, hooks, none } as const satisfies Readonly<Record<string, Ordering>>;

/**
 * How stages wait for one another.
 * - `inPod`: a chain of batch stages becomes one Job or CronJob whose containers run one after the other.
 * - `gates`: each stage waits in a container of its own until the Jobs before it have succeeded and the Services answer.
 * - `hooks`: Helm runs the batch stages as hooks, one after the other, behind an install or an upgrade.
 * - `none`: nothing waits.
 */
export type OrderingName = keyof typeof orderings;

/** The ordering that a definition asks for, else the first that suits the stages. */
export function chooseOrdering(asked: OrderingName | undefined, parts: Parts): Ordering {
  if (asked !== undefined) return orderings[asked];
  return Object.values(orderings).find(({ suits }) => suits(parts)) ?? orderings.none;
}
