/** No ordering: all stages start at once. */
import type { Ordering } from "../pipeline.ts";
import { renderStage } from "../umbrella/stage-templates.ts";

/** All stages start at once. */
export const none: Ordering = {
  name: "none",
  title: "all stages start at once",
  suits: () => false,
  checkGraph: () => undefined,
  findViolation: () => undefined,
  waits: () => false,
  context: () => ({ hasGates: false, hasWaitingPods: false }),
  stages: (pipeline, context) =>
    [...pipeline.parts].map(([stage, part]) => renderStage(pipeline, stage, part, { context: { Pipeline: context } })),
  pods: () => [],
  notes: () => ({ explanation: [], commands: [] }),
};
