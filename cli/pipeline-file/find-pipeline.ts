import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Pipeline } from "../../generator/mod.ts";
import { PipelineFileError } from "./pipeline-file-error.ts";
import { readPipeline } from "./read-pipeline.ts";

const directory = "pipelines";

/**
 * Reads the pipeline of a command: that of the given file, else that of the only file in `pipelines/`.
 * @throws PipelineFileError unless there is exactly one, and any error of `readPipeline`
 */
export async function findPipeline(file: string | undefined): Promise<Pipeline> {
  if (file !== undefined) return await readPipeline(file);
  const names = (await readdir(directory).catch(() => [] as string[])).filter((name) => /^[^.]+\.m?[jt]s$/.test(name));
  const [only, ...others] = names.sort();
  if (only !== undefined && others.length === 0) return await readPipeline(join(directory, only));
  const found = only === undefined ? "no file" : names.join(", ");
  const message = `Cannot choose a pipeline: expected a file as argument, or one in ${directory}/, got ${found} there`;
  throw new PipelineFileError("MISSING", directory, message);
}
