/** The templates of one stage: those of its chart, rendered with the context of the pipeline. */
import { isTest } from "../../chart/chart-template.ts";
import { type Define, include } from "../../expression/define.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import type { Documents } from "../../manifest/input.ts";
import type { Part, Pipeline } from "../pipeline.ts";
import { stageGate } from "./gate-script.ts";
import { ownerGuard } from "./pipeline-names.ts";
import { podClaimGuard } from "./pod-claims.ts";
import type { StageGate, StageParts } from "./stage-parts.ts";
import { bindStage, type StageContext, stageRoot, subchart } from "./subchart.ts";

/** What is rendered around the templates of the chart of a stage. */
export interface StageSurroundings {
  /** What the stage's root is extended with. */
  readonly context: StageContext;
  /** Where its gate is found, if it may wait in one. */
  readonly gate?: Omit<StageGate, "namespace"> | undefined;
  readonly before?: readonly Define[];
  readonly after?: readonly Define[];
}

/** Makes the parts of a stage with a controller of its own. */
export function renderStage(
  pipeline: Pipeline,
  stage: string,
  part: Part,
  surroundings: StageSurroundings,
): StageParts {
  const { chart } = part.stage;
  const { context, gate, before = [], after = [] } = surroundings;
  const own = subchart(stage);
  const scope = stageRoot(pipeline, stage, context);
  const templates = [
    ...before,
    ...chart.templates.filter((template) => !isTest(template)).map(({ define }) => define),
    ...after,
  ];
  const tested = chart.stage?.tested;
  return {
    stage,
    documents: when(
      nonEmpty(own),
      bindStage(
        scope,
        (root): Documents => [
          ownerGuard(pipeline, stage),
          podClaimGuard(pipeline, stage, part, context),
          ...templates.map((define) => include(define, root)),
        ],
      ),
    ),
    ...(gate === undefined ? {} : { gate: stageGate(stage, part, gate) }),
    ...(tested === undefined ? {} : { tested: when(nonEmpty(own), include(tested, scope)) }),
  };
}
