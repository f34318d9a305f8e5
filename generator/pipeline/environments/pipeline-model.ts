/** The values that a pipeline chart reads itself. */
import Type, { type Static } from "typebox";
import { testSwitches } from "../../library/common/tests-values.ts";
import { commonValues } from "../../library/common/values.ts";
import { closed } from "../../values/model.ts";

/** The model of a pipeline's own values; those of its stages stand beside them. */
export const pipelineValues = Type.Object({
  global: commonValues.global,
  tests: closed(testSwitches, { description: "What helm test runs: it looks at all Jobs, Services and volumes" }),
});

/** A pipeline's own values. */
export type PipelineValues = Static<typeof pipelineValues>;
