import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { library, pipelineSchema, printChart, printValuesFile } from "../../generator/mod.ts";
import { type Memory, openMemory } from "./open-memory.ts";
import { planPipeline, planSchemas } from "./plan-pipelines.ts";
import type { PlannedTexts } from "./planned-output.ts";
import { printGraph } from "./print-graph.ts";
import { type Example, type PipelineExample, type ReleasesExample, readExamples } from "./read-examples.ts";
import { planTypes } from "./types/plan-types.ts";

/** What this repository is made of beside its code. */
export interface RepositoryPlan {
  /** The charts, their schemas, the types of values, the values files of the examples, and a picture. */
  readonly outputs: readonly PlannedTexts[];
  readonly examples: readonly Example[];
}

/** The example whose chart is committed. */
export const referencePipeline = "reference-pipeline";

/** The directory of this repository, when this program runs from its sources and in it. */
export function findRepository(): string | undefined {
  // The compiled package has no examples, and theirs would load a second copy of the generator.
  if (!import.meta.url.endsWith(".ts")) return undefined;
  const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
  return realpathSync(process.cwd()) === root ? root : undefined;
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
    return { directory, files: printChart(chart), others: "removed", marker: "Chart.yaml" };
  });
  const umbrellas = pipelines.map(({ pipeline, file }) => planPipeline(pipeline, "charts", file));
  const schemas = pipelines.map(({ pipeline }) => ({ ...pipeline, schema: pipelineSchema(pipeline) }));
  const values = examples.map((example) => planValues(example));
  const types: PlannedTexts = { directory: "generator", files: await planTypes(root), others: "kept" };
  const pictures = await planPictures(pipelines, await openLayouts(root));
  return {
    outputs: [
      ...charts,
      ...umbrellas,
      planSchemas("values-schemas", [...library, ...schemas]),
      ...values,
      types,
      pictures,
    ],
    examples,
  };
}

/** The layouts that the Graphviz which is installed made before: to load it takes longer than to print a chart. */
async function openLayouts(root: string): Promise<Memory> {
  const manifest = await readFile(join(root, "node_modules", "@viz-js", "viz", "package.json"), "utf8");
  const { version } = Object(JSON.parse(manifest));
  return openMemory(join(root, "node_modules", ".cache", "chartwright", "layouts"), String(version));
}

/** Draws pipelines for the pages of this repository. */
async function planPictures(examples: readonly PipelineExample[], memory: Memory): Promise<PlannedTexts> {
  const files = new Map<string, string>();
  for (const { name, pipeline } of examples) files.set(`${name}.svg`, await printGraph(pipeline, "svg", { memory }));
  return { directory: "docs", files, others: "kept" };
}

/** Computes the values files beside an example. */
function planValues(example: Example): PlannedTexts {
  const files = example.kind === "pipeline" ? printPipelineValues(example) : printReleaseValues(example);
  return { directory: locateValues(example), files: new Map(files), others: "removed" };
}

/** The directory of an example's values files. */
export function locateValues(example: Example): string {
  return `examples/${example.name}/values`;
}

function printPipelineValues({ name, file, pipeline }: PipelineExample): [string, string][] {
  const base = Object.fromEntries([...pipeline.parts].map(([stage, { values }]) => [stage, values]));
  const chart = name === referencePipeline ? `charts/${pipeline.name}` : `the chart of ${file}`;
  return [
    ["values.yaml", printValuesFile(base, `What the stages set in ${chart}`, file)],
    ...[...pipeline.environments].map(([environment, values]): [string, string] => [
      `${environment}.yaml`,
      printValuesFile(values, `Environment ${environment} of ${chart}`, file),
    ]),
  ];
}

function printReleaseValues(example: ReleasesExample): [string, string][] {
  return [...example.releases].map(([release, { stage, valuesFile }]) => {
    const chart = `charts/${stage.chart.name}`;
    const command = `helm install ${release} ${chart} --values ${join(locateValues(example), valuesFile)}`;
    return [valuesFile, printValuesFile(stage.values, `Values of ${chart}: ${command}`, example.file)];
  });
}
