/** The objects of a pipeline's own, next to those of its stages. */
import { chart, release } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import { defineFunction, param } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { valuesOf } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { type ByName, lookUp } from "../../functions/maps.ts";
import { fitName } from "../../functions/strings.ts";
import { createExtraObjects } from "../../library/common/extra-objects/extra-objects.ts";
import { defineReferables } from "../../library/common/extra-objects/referables.ts";
import type { Strings } from "../../library/common/names.ts";
import type { PipelineContext } from "../../library/common/pipeline-context.ts";
import type { Documents } from "../../manifest/input.ts";
import { type PipelineValues, pipelineValues } from "../environments/pipeline-model.ts";
import type { Pipeline } from "../pipeline.ts";
import { pipelineLabels } from "./pipeline-labels.ts";
import { ownNameOf } from "./pipeline-names.ts";
import { subcharts } from "./subchart.ts";

const v = valuesOf<PipelineValues>(pipelineValues);

interface StageRoot {
  readonly Values: { readonly extraObjects?: object };
}

const stageRoot = {
  type: "object",
  required: ["Values"],
  properties: { Values: { type: "object", properties: { extraObjects: { type: "object" } } } },
} as const;

const anyExtraObjects = defineFunction({
  name: "hasExtraObjects",
  comment: "true where a pipeline or one of its stages has whole objects, else nothing.",
  params: {
    objects: param<object>({ type: "object" }),
    stages: param<ByName<StageRoot>>({ type: "object", additionalProperties: stageRoot }),
  },
  result: "first",
  body: ({ objects, stages }) => [
    when(nonEmpty(objects), "true"),
    forEach(stages, (_, { Values }) => when(nonEmpty(Values.extraObjects), "true"), { as: "stage" }),
  ],
});

/** Whether the pipeline or one of its stages has whole objects, which may refer to any of the stages. */
export function hasExtraObjects(): Expression<boolean> {
  return nonEmpty(anyExtraObjects(v.extraObjects, subcharts));
}

/** The objects of the pipeline's own. */
export function createPipelineObjects(pipeline: Pipeline, context: Expression<PipelineContext>): Documents {
  const { name } = pipeline;
  const fullname = ownNameOf(pipeline);
  const labels = new Define<Strings>(
    `${name}.labels`,
    "object",
    pipelineLabels(pipeline, v, fitName(chart.name, 63)),
    "The labels of the objects of the pipeline's own.",
  );
  return createExtraObjects({
    objects: v.extraObjects,
    labels: include(labels),
    own: include(defineReferables(name, { fullname, namespace: release.namespace }, {})),
    stages: lookUp("object", context, "referables") as Expression<NonNullable<PipelineContext["referables"]>>, // there are whole objects
  });
}
