/**
 * One generator, as far as its objects are compared. This file, and what it imports next to `generator/`, is placed next
 * to the generator of another commit and imported from there: of a generator it names the public entry, the library and how a chart is printed.
 */
import { readdir } from "node:fs/promises";
import type { Chart } from "../../generator/chart/define-chart.ts";
import { printChart } from "../../generator/chart/print-chart.ts";
import { library } from "../../generator/library/library.ts";
import { evaluate, type Files, type Pipeline, printPipeline, Stage } from "../../generator/mod.ts";
import { otherPipelines } from "../../mutation/charts/cases/other-pipelines.ts";
import { defineFrom, type PipelinePlan } from "../property/pipeline-plan.ts";

/** A chart or a pipeline of one generator. */
export interface Target {
  readonly name: string;
  /** The values of a pipeline's environments. */
  readonly environments: ReadonlyMap<string, RenderOptions["values"]>;
  /** The library charts of a pipeline's stages. */
  readonly stages: ReadonlyMap<string, string>;
  readonly files: () => Files;
  /** @throws RenderError */
  readonly evaluate: (options: RenderOptions) => readonly object[];
}

/** What a chart is rendered with. */
export interface RenderOptions {
  readonly values: Readonly<Record<string, unknown>>;
  readonly environment?: string;
  readonly release?: { readonly name: string; readonly namespace: string };
  readonly capabilities?: { readonly kubeVersion?: string; readonly apiVersions?: readonly string[] };
  readonly alias?: string;
}

/** The library charts by name. */
export function listCharts(): ReadonlyMap<string, Target> {
  return new Map(library.map((chart) => [chart.name, targetOf(chart)]));
}

/**
 * The pipeline of a plan.
 *
 * @throws PipelineError, ValuesError
 */
export function definePlan(plan: PipelinePlan): Target {
  return targetOf(defineFrom(plan));
}

/** The pipelines of the examples and of the mutation tests, and the stages of the other examples, by name. */
export async function listExamples(): Promise<ReadonlyMap<string, Target>> {
  const directory = new URL("../../examples/", import.meta.url);
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const examples: (readonly [string, Target])[] = [];
  for (const name of names.sort()) {
    const module: { readonly default: unknown } = await import(new URL(`${name}/${name}.ts`, directory).href);
    examples.push(...targetsOf(name, module.default));
  }
  const others = otherPipelines.map(({ pipeline }) => [`mutation/${pipeline.name}`, targetOf(pipeline)] as const);
  return new Map([...examples, ...others]);
}

function targetsOf(name: string, value: unknown): readonly (readonly [string, Target])[] {
  if (value instanceof Stage) return [[name, targetOfStage(value)]];
  if (typeof value !== "object" || value === null) return [];
  if ("parts" in value) return [[name, targetOf(value as Pipeline)]]; // nothing else has parts
  return Object.entries(value).flatMap(([key, stage]: [string, unknown]) => targetsOf(`${name}/${key}`, stage));
}

function targetOf(source: Chart | Pipeline): Target {
  if (!("parts" in source)) {
    return {
      name: source.name,
      environments: new Map(),
      stages: new Map(),
      files: () => printChart(source),
      evaluate: (options) => evaluate(source, unchecked(options)).objects,
    };
  }
  return {
    name: source.name,
    environments: source.environments as Target["environments"], // environments are maps
    stages: new Map([...source.parts].map(([name, { stage }]) => [name, stage.chart.name])),
    files: () => printPipeline(source),
    evaluate: (options) => evaluate(source, unchecked(options)).objects,
  };
}

function targetOfStage(stage: Stage): Target {
  const target = targetOf(stage.chart);
  const own = stage.values as RenderOptions["values"]; // values are a map
  return {
    ...target,
    evaluate: ({ values, ...options }) =>
      evaluate(stage.chart, unchecked({ ...options, values: [own, values] })).objects,
  };
}

// The schema is asked apart from that. An earlier generator has no such option, and never asks it.
function unchecked<T extends object>(options: T): T & { readonly skipSchemaValidation: true } {
  return { ...options, skipSchemaValidation: true };
}
