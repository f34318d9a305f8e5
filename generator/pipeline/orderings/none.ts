/** No order: all stages start together. */
import type { Ordering } from "../pipeline.ts";
import { renderStage } from "../umbrella/stage-templates.ts";

/** Nothing waits. */
export const none: Ordering = {
  name: "none",
  title: "nothing waits, all stages start together",
  suits: () => false,
  checkGraph: () => undefined,
  checkValues: () => undefined,
  context: () => ({ hasGates: false, hasWaitingPods: false }),
  stages: ({ parts }, context) =>
    [...parts].map(([stage, part]) => renderStage(stage, part, { context: { Pipeline: context } })),
  pods: () => [],
  notes: () => ({ explanation: [], commands: [] }),
};
