import type { Chart } from "../../generator/chart/define-chart.ts";
import { printEditorSchema } from "../../generator/chart/editor-schema.ts";
import { type JsonSchema, printChart, printSchema } from "../../generator/chart.ts";
import { checkChart } from "../../generator/evaluate/check-chart.ts";
import { type Files, type Pipeline, pipelineSchema, printPipeline } from "../../generator/mod.ts";
import { GENERATED } from "../../generator/values/generated-from.ts";
import { checkPaths } from "../files/check-output.ts";
import type { Marker, PlannedTexts } from "../files/planned-output.ts";
import { PipelineFileError } from "./pipeline-file-error.ts";
import { type Definition, readDefinition } from "./read-pipeline.ts";

/** By which a directory shows that this command has written it: a chart that somebody else wrote is kept. */
export const CHART_MARKER: Marker = { file: "Chart.yaml", start: `# ${GENERATED}` };

/** Where the charts of pipelines are written. */
export interface PlanPipelinesOptions {
  /** The directory of the charts. */
  readonly out: string;
  /** The directory of the schemas; absent when none are wanted. */
  readonly schemas?: string | undefined;
}

/**
 * Computes the charts of files that define a pipeline or a chart, and their schemas, without writing anything.
 * @throws PipelineFileError, and any error of reading and printing a definition
 */
export async function planPipelines(
  files: readonly string[],
  { out, schemas }: PlanPipelinesOptions,
): Promise<readonly PlannedTexts[]> {
  const definitions = new Map<string, { readonly file: string; readonly definition: Definition }>();
  for (const file of files) {
    const definition = await readDefinition(file);
    const { name } = definition.kind === "chart" ? definition.chart : definition.pipeline;
    const other = definitions.get(name);
    if (other !== undefined) {
      const message = `Cannot use "${file}": expected a ${definition.kind} name of its own, got "${name}" as in "${other.file}"`;
      throw new PipelineFileError("SAME_NAME", file, message);
    }
    definitions.set(name, { file, definition });
  }
  const all = [...definitions.values()];
  const charts = all.map(({ file, definition }) =>
    definition.kind === "chart" ? planChart(definition.chart, out, file) : planPipeline(definition.pipeline, out, file),
  );
  return schemas === undefined ? charts : [...charts, planSchemas(schemas, all.map(versionedOf))];
}

function versionedOf({ definition }: { readonly definition: Definition }): Versioned {
  if (definition.kind === "chart") return definition.chart;
  return { ...definition.pipeline, schema: pipelineSchema(definition.pipeline) };
}

/**
 * Computes the chart of a pipeline, whose environments must render to objects that Kubernetes accepts.
 * @throws PipelineFileError that names the file, with the refusal as cause
 */
export function planPipeline(pipeline: Pipeline, out: string, file: string): PlannedTexts {
  return plan(pipeline.name, out, file, () => printPipeline(pipeline));
}

/**
 * Computes the files of a chart, whose ci values must render to objects that Kubernetes accepts.
 * @throws PipelineFileError that names the file, with the refusal as cause
 */
export function planChart(chart: Chart, out: string, file: string): PlannedTexts {
  return plan(chart.name, out, file, () => {
    checkChart(chart);
    return printChart(chart);
  });
}

function plan(name: string, out: string, file: string, print: () => Files): PlannedTexts {
  try {
    const files = print();
    // The name of an environment becomes that of a file.
    checkPaths(files);
    return { directory: `${out}/${name}`, files, others: "removed", marker: CHART_MARKER };
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

/**
 * Computes the schemas of merged values, and for editors those of values files, which set a part of them: of each chart
 * and of each version. Those of other versions are kept.
 */
export function planSchemas(directory: string, charts: readonly Versioned[]): PlannedTexts {
  const files = charts.flatMap(({ name, version, schema }): [string, string][] =>
    [name, `${name}/${version}`].flatMap((path): [string, string][] => [
      [`${path}.schema.json`, printSchema(schema)],
      [`${path}.partial.schema.json`, printEditorSchema(schema)],
    ]),
  );
  return { directory, files: new Map(files), others: "kept" };
}
