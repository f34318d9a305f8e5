import { type JsonSchema, type Pipeline, pipelineSchema, printPipeline, printSchema } from "../../generator/mod.ts";

import { checkEnvironments } from "../../generator/pipeline/environments/check-environments.ts";

import { checkPaths } from "../files/check-output.ts";
import type { PlannedTexts } from "../files/planned-output.ts";

import { PipelineFileError } from "./pipeline-file-error.ts";
import { readPipeline } from "./read-pipeline.ts";

/** Where the charts of pipelines go. */
export interface PlanPipelinesOptions {
  /** The directory that holds the charts. */
  readonly out: string;
  /** The directory that holds the schemas; absent when none are wanted. */
  readonly schemas?: string | undefined;
}

/**
 * Computes the charts of pipeline files, and their schemas, without writing anything.
 * @throws PipelineFileError, and what reading and printing a pipeline throws
 */
export async function planPipelines(
  files: readonly string[],
  { out, schemas }: PlanPipelinesOptions,
): Promise<readonly PlannedTexts[]> {
  const pipelines = new Map<string, { readonly file: string; readonly pipeline: Pipeline }>();
  for (const file of files) {
    const pipeline = await readPipeline(file);
    const other = pipelines.get(pipeline.name);
    if (other !== undefined) {
      const message = `Cannot use "${file}": expected a pipeline name of its own, got "${pipeline.name}" as in "${other.file}"`;
      throw new PipelineFileError("SAME_NAME", file, message);
    }
    pipelines.set(pipeline.name, { file, pipeline });
  }
  const charts = [...pipelines.values()].map(({ file, pipeline }) => planPipeline(pipeline, out, file));
  if (schemas === undefined) return charts;
  const printed = [...pipelines.values()].map(({ pipeline }) => ({ ...pipeline, schema: pipelineSchema(pipeline) }));
  return [...charts, planSchemas(schemas, printed)];
}

/**
 * Computes the chart of a pipeline, whose environments must render to objects that Kubernetes takes.
 * @throws PipelineFileError that names the file, with what was refused as cause
 */
export function planPipeline(pipeline: Pipeline, out: string, file: string): PlannedTexts {
  try {
    const files = printPipeline(pipeline);
    checkEnvironments(pipeline);
    // An environment's name becomes a file's.
    checkPaths(files);
    return { directory: `${out}/${pipeline.name}`, files, others: "removed", marker: "Chart.yaml" };
  } catch (error) {
    throw new PipelineFileError("FAILED", file, `Cannot generate from "${file}"`, { cause: error });
  }
}

/** Something whose values have a schema. */
export interface Versioned {
  readonly name: string;
  readonly version: string;
  readonly schema: JsonSchema;
}

/** Computes the schemas for editors, and of each version; those of other versions are kept. */
export function planSchemas(directory: string, charts: readonly Versioned[]): PlannedTexts {
  const files = charts.flatMap(({ name, version, schema }): [string, string][] => {
    const text = printSchema(schema);
    return [
      [`${name}.schema.json`, text],
      [`${name}/${version}.schema.json`, text],
    ];
  });
  return { directory, files: new Map(files), others: "kept" };
}
