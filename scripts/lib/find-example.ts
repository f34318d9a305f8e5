import { readPipeline } from "../../cli/pipeline-file/read-pipeline.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { findRepository, referencePipeline } from "./plan-repository.ts";
import { readExamples } from "./read-examples.ts";

/**
 * Reads the pipeline of a file, or without one the reference pipeline, whose types `npm run types` checks.
 * @throws PipelineFileError
 */
export async function findExample(file: string | undefined): Promise<Pipeline> {
  if (file !== undefined) return await readPipeline(file);
  const examples = await readExamples(findRepository());
  const reference = examples.find(({ name }) => name === referencePipeline);
  if (reference?.kind === "pipeline") return reference.pipeline;
  throw new Error(`Cannot find the reference pipeline: expected a pipeline in examples/${referencePipeline}`);
}
