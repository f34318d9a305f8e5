/** The objects of a pipeline's own, next to those of its stages. */
import { bind } from "../../expression/bind.ts";
import { chart, release } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import { type Apply, defineFunction, param } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach, forEachItem } from "../../expression/for-each.ts";
import { given, valuesOf } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { concat } from "../../functions/lists.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { type ByName, lookUp, merge } from "../../functions/maps.ts";
import { fitName, text } from "../../functions/strings.ts";
import { createExtraObjects } from "../../library/common/extra-objects/extra-objects.ts";
import { checkPlaces, type ObjectPlace, placesOf } from "../../library/common/extra-objects/object-place.ts";
import { defineReferables, type Referables, referables } from "../../library/common/extra-objects/referables.ts";
import { type Known, knownParam } from "../../library/common/extra-objects/resolve.ts";
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
  readonly Values: { readonly extraObjects?: ByName<object> };
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

const placesOfStages: Apply<readonly ObjectPlace[]> = defineFunction({
  name: "objectPlacesOfStages",
  comment: "The group and kind, namespace and name of each whole object of the stages, and its path in the values.",
  params: { stages: param<ByName<StageRoot>>({ type: "object", additionalProperties: stageRoot }), named: knownParam },
  result: "list",
  refuses: true,
  body: ({ stages, named }) =>
    forEach(
      stages,
      (stage, { Values }) =>
        when(
          nonEmpty(Values.extraObjects),
          bind(
            "own",
            lookUp("object", named, stage) as Expression<Referables>, // each stage that is enabled has some
            (own) =>
              bind("known", merge<Referables>({ "": own }, named) as Expression<Known>, (known) =>
                forEachItem(
                  placesOf(given(Values.extraObjects), text`${stage}: `, own.namespace, known),
                  (place) => place,
                  { as: "place" },
                ),
              ),
            referables,
          ),
        ),
      { as: "stage" },
    ),
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
  const own = include(defineReferables(name, { fullname, namespace: release.namespace }, {}));
  const stages = lookUp("object", context, "referables") as Expression<ByName<Referables>>; // there are whole objects
  return [
    when(hasExtraObjects(), checkAllPlaces(own, stages)),
    createExtraObjects({ objects: v.extraObjects, labels: include(labels), own, stages, arePlacesChecked: true }),
  ];
}

// Each chart knows only its own objects.
function checkAllPlaces(own: Expression<Referables>, stages: Expression<ByName<Referables>>): unknown {
  return bind(
    "own",
    own,
    (names) => {
      const known = merge<Referables>({ "": names }, stages) as Expression<Known>; // a map of them
      return checkPlaces(
        concat(placesOf(v.extraObjects, "", names.namespace, known), placesOfStages(subcharts, stages)),
      );
    },
    referables,
  );
}
