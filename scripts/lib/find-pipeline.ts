import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Pipeline } from "../../generator/mod.ts";
import { findRepository, referencePipeline } from "./plan-repository.ts";
import { ArgumentsError } from "./read-arguments.ts";
import { readExamples } from "./read-examples.ts";
import { readPipeline } from "./read-pipeline.ts";

const directory = "pipelines";

/**
 * Reads the pipeline of a command that is about one: that of the file, or without one, of the one file in `pipelines/`;
 * in this repository, the reference pipeline.
 * @throws ArgumentsError when it is not clear which, and what `readPipeline` throws
 */
export async function findPipeline(file: string | undefined, usage: string): Promise<Pipeline> {
  if (file !== undefined) return await readPipeline(file);
  const root = findRepository();
  const examples = root === undefined ? [] : await readExamples(root);
  const reference = examples.find((example) => example.kind === "pipeline" && example.name === referencePipeline);
  if (reference?.kind === "pipeline") return reference.pipeline;
  const names = (await readdir(directory).catch(() => [] as string[])).filter((name) => /^[^.]+\.m?[jt]s$/.test(name));
  const [only, ...others] = names.sort();
  if (only !== undefined && others.length === 0) return await readPipeline(join(directory, only));
  const found = only === undefined ? "none, and no file in pipelines/" : `none, and ${names.join(", ")} in pipelines/`;
  const message = `Cannot start: expected the argument <file>, a TypeScript file with a pipeline, got ${found}`;
  throw new ArgumentsError("file", message, usage);
}
