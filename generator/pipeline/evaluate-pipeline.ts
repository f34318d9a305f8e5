/** Computes a pipeline's objects in process, as `helm template` of the umbrella chart would print them. */
import { capabilitiesOf } from "../evaluate/capabilities.ts";
import type { Values } from "../evaluate/coalesce-values.ts";
import { type CheckValues, type EvaluateOptions, releaseOf, toValues } from "../evaluate/evaluate-chart.ts";
import { evaluateFiles, evaluateText } from "../evaluate/evaluate-manifest.ts";
import { coalescedValues, stageValues } from "./environments/coalesce-pipeline.ts";
import type { Pipeline } from "./pipeline.ts";
import { createUmbrella } from "./umbrella/umbrella-templates.ts";

/** What a pipeline is rendered with. */
export interface EvaluatePipelineOptions extends EvaluateOptions {
  /** One of the pipeline's environments; its values come before `values`. */
  readonly environment?: string;
}

/** Computes the objects of a pipeline, whatever its schema says of the values, unless a check asks it. */
export function evaluatePipeline(
  pipeline: Pipeline,
  options: EvaluatePipelineOptions = {},
  check?: CheckValues,
): readonly object[] {
  return evaluateFiles(createUmbrella(pipeline).templates, rootOf(pipeline, options, check));
}

/** Computes the lines of a pipeline's notes. */
export function evaluatePipelineNotes(pipeline: Pipeline, options: EvaluatePipelineOptions = {}): readonly string[] {
  return evaluateText(createUmbrella(pipeline).notes, rootOf(pipeline, options));
}

/** The root that the templates of a chart see. */
interface ChartRoot {
  readonly Values: Values;
  readonly Release: Values;
  readonly Chart: Values;
  readonly Capabilities: object;
  readonly Subcharts: Readonly<Record<string, ChartRoot>>;
}

function rootOf(pipeline: Pipeline, options: EvaluatePipelineOptions, check?: CheckValues): ChartRoot {
  const environment = options.environment === undefined ? {} : environmentOf(pipeline, options.environment);
  const { values, enabled } = coalescedValues(pipeline, [environment, toValues(options.values)]);
  check?.(values);
  const common = { Release: releaseOf(options.release), Capabilities: capabilitiesOf(options.capabilities) };
  const subcharts = enabled.map((alias) => {
    const { version } = pipeline.parts.get(alias)?.stage.chart ?? {};
    const chart = { Name: alias, Version: version, AppVersion: version, IsRoot: false };
    return [alias, { ...common, Values: stageValues(values, alias), Chart: chart, Subcharts: {} }] as const;
  });
  return {
    ...common,
    Values: values,
    Chart: {
      Name: options.alias ?? pipeline.name,
      Version: pipeline.version,
      AppVersion: pipeline.version,
      IsRoot: options.alias === undefined,
    },
    Subcharts: Object.fromEntries(subcharts),
  };
}

function environmentOf(pipeline: Pipeline, name: string): Values {
  const values = pipeline.environments.get(name);
  if (values !== undefined) return values as Values; // an environment is a map
  const known = [...pipeline.environments.keys()].join(", ");
  throw new TypeError(
    `Cannot evaluate pipeline "${pipeline.name}": expected an environment among ${known}, got "${name}"`,
  );
}
