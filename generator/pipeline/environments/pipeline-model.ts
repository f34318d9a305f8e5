/** The values that a pipeline chart reads itself. */
import Type, { type Static } from "typebox";
import { extraObjects } from "../../library/common/extra-objects/extra-objects-values.ts";
import { testSwitches } from "../../library/common/tests-values.ts";
import { commonValues } from "../../library/common/values.ts";
import * as format from "../../values/formats.ts";
import { closed } from "../../values/model.ts";

/** The model of a pipeline's own values; those of its stages are next to them. */
export const pipelineValues = Type.Object({
  global: commonValues.global,
  nameOverride: format.nameOrEmpty({
    description:
      "Part of the names and selectors of all objects, after that of the release; empty: the alias under which an umbrella has the pipeline, if it has one. Another one makes new claims",
    default: "",
  }),
  tests: closed(testSwitches, { description: "The tests of helm test, which check all Jobs, Services and volumes" }),
  extraObjects,
});

/** A pipeline's own values. */
export type PipelineValues = Static<typeof pipelineValues>;
