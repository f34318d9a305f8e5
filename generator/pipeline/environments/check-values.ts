/** Checks the values of a pipeline and of each of its environments by the schema of its chart. */
import type { Values } from "../../evaluate/coalesce-values.ts";
import { oncePer } from "../../once-per.ts";
import { ValuesError, validateValues } from "../../values/validate-values.ts";
import type { Pipeline } from "../pipeline.ts";
import { coalescedValues } from "./coalesce-pipeline.ts";
import { pipelineSchema } from "./compose-schema.ts";
import { chartValues } from "./umbrella-values.ts";

/** @throws ValuesError with the values that the schema refuses: the pipeline's own, or those of an environment */
export const checkValues: (pipeline: Pipeline) => void = oncePer((pipeline) => {
  const schema = pipelineSchema(pipeline);
  const base = chartValues(pipeline);
  const problems = validateValues(schema, base);
  if (problems.length > 0) throw new ValuesError(`the values of pipeline ${pipeline.name}`, problems);
  for (const [name, values] of pipeline.environments) {
    const found = validateValues(schema, coalescedValues(pipeline, [values as Values]).values); // an environment is a map
    if (found.length > 0) throw new ValuesError(`environment ${name} of pipeline ${pipeline.name}`, found);
  }
  return true;
});
