/** The template files of a pipeline chart: one for each stage, as its ordering makes them, and its test. */
import type { Line } from "../../chart/notes.ts";
import type { TemplateFile } from "../../evaluate/evaluate-manifest.ts";
import { toPart } from "../../expression/part.ts";
import { oncePer } from "../../once-per.ts";
import type { Pipeline } from "../pipeline.ts";
import { defineContext } from "./context/pipeline-context.ts";
import { createPipelineObjects } from "./extra-objects.ts";
import { createGateScript } from "./gate-script.ts";
import { createTest } from "./helm-test.ts";
import { createNotes } from "./install-notes.ts";
import { share } from "./shared-context.ts";

/** The tree of a pipeline chart: both the printer and the evaluator walk it. */
export interface Umbrella {
  readonly templates: readonly TemplateFile[];
  readonly notes: readonly Line[];
}

/** Makes the tree of a pipeline chart, once. */
export const createUmbrella: (pipeline: Pipeline) => Umbrella = oncePer((pipeline: Pipeline): Umbrella => {
  const context = share("Pipeline", defineContext(pipeline));
  const stages = pipeline.ordering.stages(pipeline, context);
  const gateScript = createGateScript(pipeline, stages);
  const templates = [
    ...stages.map(({ stage, documents }) => ({ file: `${stage}.yaml`, documents: toPart(documents) })),
    { file: "extra-objects.yaml", documents: toPart(createPipelineObjects(pipeline, context)) },
    // In a folder, because a stage may have any name.
    ...(gateScript === undefined ? [] : [{ file: "gates/script.yaml", documents: toPart(gateScript) }]),
    { file: "tests/pipeline.yaml", documents: toPart(createTest(pipeline, stages, context)) },
  ];
  return { templates, notes: createNotes(pipeline, context) };
});
