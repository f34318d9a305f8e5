/** Computes a pipeline's objects in process, as `helm template` of the umbrella chart would print them. */
import type { Chart } from "../chart/define-chart.ts";
import { coalesceValues, isMap, type Values } from "../evaluate/coalesce-values.ts";
import { defaultValues, type EvaluateOptions, releaseOf, toValues } from "../evaluate/evaluate-chart.ts";
import { evaluateFiles, type TemplateFile } from "../evaluate/evaluate-manifest.ts";
import { ownEntry } from "../functions/own-entry.ts";
import { oncePer } from "../once-per.ts";
import { chartValues } from "./chart-values.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { createTemplates } from "./umbrella.ts";

/** What a pipeline is rendered with. */
export interface EvaluatePipelineOptions extends EvaluateOptions {
  /** One of the pipeline's environments; its values come before `values`. */
  readonly environment?: string;
}

/** Computes the objects of a pipeline. */
export function evaluatePipeline(pipeline: Pipeline, options: EvaluatePipelineOptions = {}): readonly object[] {
  return evaluateFiles(filesOf(pipeline), rootOf(pipeline, options));
}

const filesOf: (pipeline: Pipeline) => readonly TemplateFile[] = oncePer((pipeline) => createTemplates(pipeline));

function rootOf(pipeline: Pipeline, options: EvaluatePipelineOptions): Values {
  const environment = options.environment === undefined ? {} : environmentOf(pipeline, options.environment);
  const given = coalesceFiles([chartValues(pipeline), environment, toValues(options.values)]);
  const release = releaseOf(options.release);
  const subcharts = [...pipeline.parts]
    .filter(([alias]) => isEnabled(given, alias))
    .map(([alias, { stage }]) => {
      const own = coalesceValues(defaultValues(stage.chart), mapAt(given, alias));
      return [alias, subchartRoot(alias, stage.chart, own, given, release)] as const;
    });
  return {
    Values: given,
    Release: release,
    Chart: { Name: options.alias ?? pipeline.name, Version: pipeline.version, IsRoot: options.alias === undefined },
    Subcharts: Object.fromEntries(subcharts),
  };
}

function coalesceFiles(files: readonly Values[]): Values {
  return files.reduce<Values>((base, file) => coalesceValues(base, file), {});
}

// A subchart sees its own values over its defaults, and the parent's `global` over its own.
function subchartRoot(alias: string, chart: Chart, own: Values, parent: Values, release: Values): Values {
  const global = coalesceValues(mapAt(own, "global"), mapAt(parent, "global"));
  return {
    Values: { ...own, global },
    Release: release,
    Chart: { Name: alias, Version: chart.version, IsRoot: false },
    Subcharts: {},
  };
}

function isEnabled(values: Values, alias: string): boolean {
  return mapAt(values, alias)["enabled"] !== false;
}

function mapAt(values: Values, key: string): Values {
  const value = ownEntry(values, key);
  return isMap(value) ? value : {};
}

function environmentOf(pipeline: Pipeline, name: string): Values {
  const values = pipeline.environments.get(name);
  if (values !== undefined) return values as Values; // an environment is a map
  const known = [...pipeline.environments.keys()].join(", ");
  throw new TypeError(
    `Cannot evaluate pipeline "${pipeline.name}": expected an environment among ${known}, got "${name}"`,
  );
}
