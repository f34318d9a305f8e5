import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Cache, openCache } from "../../cli/files/open-cache.ts";
import type { PlannedTexts } from "../../cli/files/planned-output.ts";
import { CHART_MARKER, planPipeline, planSchemas } from "../../cli/pipeline-file/plan-pipelines.ts";
import { printGraph } from "../../cli/pipeline-file/print-graph.ts";
import { printModeline } from "../../generator/chart/editor-schema.ts";
import { printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import { pipelineSchema, printValuesFile } from "../../generator/mod.ts";
import { type Example, type PipelineExample, type ReleasesExample, readExamples } from "./read-examples.ts";
import { planTypes } from "./types/plan-types.ts";

/** Everything that is generated in this repository. */
export interface RepositoryPlan {
  /** The charts, their schemas, the types of values, the values files of the examples, and a diagram. */
  readonly outputs: readonly PlannedTexts[];
  readonly examples: readonly Example[];
}

/** The example whose chart is committed. */
export const referencePipeline = "reference-pipeline";

/**
 * Finds the directory of this repository, in which tasks run.
 * @throws Error when the working directory is another one
 */
export function findRepository(): string {
  const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
  if (realpathSync(process.cwd()) === root) return root;
  throw new Error(`Cannot start: must run in the root of the repository, got the working directory "${process.cwd()}"`);
}

/**
 * Computes everything that is generated and committed in this repository, without writing anything.
 * @throws PipelineFileError, ChartError, ValuesError
 */
export async function planRepository(root: string): Promise<RepositoryPlan> {
  const examples = await readExamples(root);
  const committed = examples.filter((example) => example.kind === "pipeline" && example.name === referencePipeline);
  const pipelines = committed.filter((example) => example.kind === "pipeline");
  const charts = library.map((chart): PlannedTexts => {
    const directory = `charts/${chart.name}`;
    return { directory, files: printChart(chart), others: "removed", marker: CHART_MARKER };
  });
  const umbrellas = pipelines.map(({ pipeline, file }) => planPipeline(pipeline, "charts", file));
  const schemas = pipelines.map(({ pipeline }) => ({ ...pipeline, schema: pipelineSchema(pipeline) }));
  const values = examples.map((example) => planValues(example));
  const types: PlannedTexts = { directory: "generator", files: await planTypes(root), others: "kept" };
  const diagrams = await planDiagrams(pipelines, await openLayouts(root));
  return {
    outputs: [
      ...charts,
      ...umbrellas,
      planSchemas("values-schemas", [...library, ...schemas]),
      ...values,
      types,
      diagrams,
    ],
    examples,
  };
}

/** Cached layouts of the installed Graphviz: loading its WebAssembly takes longer than printing a chart. */
async function openLayouts(root: string): Promise<Cache> {
  const manifest = await readFile(join(root, "node_modules", "@viz-js", "viz", "package.json"), "utf8");
  const { version } = Object(JSON.parse(manifest));
  return openCache(join(root, "node_modules", ".cache", "chartwright", "layouts"), String(version));
}

/** Draws pipelines for the documentation of this repository. */
async function planDiagrams(examples: readonly PipelineExample[], cache: Cache): Promise<PlannedTexts> {
  const files = new Map<string, string>();
  for (const { name, pipeline } of examples) files.set(`${name}.svg`, await printGraph(pipeline, "svg", { cache }));
  return { directory: "docs", files, others: "kept" };
}

/** Computes the values files of an example. */
function planValues(example: Example): PlannedTexts {
  const files = example.kind === "pipeline" ? printPipelineValues(example) : printReleaseValues(example);
  return { directory: locateValues(example), files: new Map(files), others: "removed" };
}

/** The directory of an example's values files. */
export function locateValues(example: Example): string {
  return `examples/${example.name}/values`;
}

function printPipelineValues({ name, file, pipeline }: PipelineExample): [string, string][] {
  const own = Object.keys(pipeline.extraObjects).length === 0 ? {} : { extraObjects: pipeline.extraObjects };
  const stages = Object.fromEntries([...pipeline.parts].map(([stage, { values }]) => [stage, values]));
  const base = { ...own, ...stages };
  const isCommitted = name === referencePipeline;
  const chart = isCommitted ? `charts/${pipeline.name}` : `the chart of ${file}`;
  const print = (values: object, title: string): string =>
    printValuesFile(values, title, file, isCommitted ? printModeline(`../../../${chart}/`) : "");
  return [
    ["values.yaml", print(base, `What the stages set in ${chart}`)],
    ...[...pipeline.environments].map(([environment, values]): [string, string] => [
      `${environment}.yaml`,
      print(values, `Environment ${environment} of ${chart}`),
    ]),
  ];
}

function printReleaseValues(example: ReleasesExample): [string, string][] {
  return [...example.releases].map(([release, { stage, valuesFile }]) => {
    const chart = `charts/${stage.chart.name}`;
    const command = `helm install ${release} ${chart} --values ${join(locateValues(example), valuesFile)}`;
    const modeline = printModeline(`../../../${chart}/`);
    return [valuesFile, printValuesFile(stage.values, `Values of ${chart}: ${command}`, example.file, modeline)];
  });
}
