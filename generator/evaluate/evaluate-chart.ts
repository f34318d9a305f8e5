/**
 * Computes a chart's objects in process: values in, plain Kubernetes objects out, as `helm template` would print them.
 */
import type { Chart } from "../chart/define-chart.ts";
import { isEmptyInGo } from "../expression/default-rule.ts";
import { isMap } from "../is-map.ts";
import type { JsonSchema } from "../json-schema.ts";
import { oncePer } from "../once-per.ts";
import { defaultsOf } from "../values/defaults.ts";
import { type Capabilities, capabilitiesOf } from "./capabilities.ts";
import { coalesceValues, mergeFiles, type Values } from "./coalesce-values.ts";
import { evaluateFiles, evaluateText, type TemplateFile } from "./evaluate-manifest.ts";

/** The release that a chart is rendered for. */
export interface ReleaseInfo {
  readonly name: string;
  readonly namespace: string;
}

/** What a chart is rendered with; what is left out is as in `helm template release-name`. */
export interface EvaluateOptions {
  /** Values files in order, the last one wins. */
  readonly values?: Values | readonly Values[];
  readonly release?: Partial<ReleaseInfo>;
  readonly capabilities?: Capabilities;
  /** The alias under which another chart depends on this one; Helm then takes it for the chart's name. */
  readonly alias?: string;
}

/** Refuses the values of a chart with its defaults, by an error. */
export type CheckValues = (values: Values) => void;

/** Computes the objects of a chart, whatever its schema says of the values, unless a check asks it. */
export function evaluateChart(chart: Chart, options: EvaluateOptions = {}, check?: CheckValues): readonly object[] {
  const root = rootOf(chart, options, check);
  if (root === undefined) return [];
  return evaluateFiles(listTemplates(chart), root);
}

/** The template files of a chart. */
export function listTemplates({ templates }: Chart): readonly TemplateFile[] {
  return templates.map(({ file, define }) => ({ file, documents: define.body }));
}

/** Computes the lines of a chart's notes; there are none where a pipeline chart renders its objects. */
export function evaluateNotes(chart: Chart, options: EvaluateOptions = {}): readonly string[] {
  const root = rootOf(chart, options);
  return root === undefined ? [] : evaluateText(chart.notes, root);
}

/** Whether a chart's own templates print nothing: a pipeline chart renders the objects of its stages itself. */
export function isSilent({ global }: Values): boolean {
  const pipeline = isMap(global) ? global["pipeline"] : undefined;
  return isMap(pipeline) && !isEmptyInGo(pipeline["parent"]);
}

/** The values of a chart with its defaults. */
export function withDefaults(chart: Chart, values: object): Values {
  return coalesceValues(defaultValues(chart), values);
}

/** The root that a chart's templates see; nothing where they print nothing. */
function rootOf(chart: Chart, options: EvaluateOptions, check?: CheckValues): Values | undefined {
  const values = withDefaults(chart, toValues(options.values));
  check?.(values);
  if (isSilent(values)) return undefined;
  return {
    // Helm puts an empty `global` into the values of every chart.
    Values: { global: {}, ...values },
    Release: releaseOf(options.release),
    Chart: {
      Name: options.alias ?? chart.name,
      Version: chart.version,
      AppVersion: chart.version,
      IsRoot: options.alias === undefined,
    },
    Capabilities: capabilitiesOf(options.capabilities),
    Subcharts: {},
  };
}

/** `.Release`; what is left out is as in `helm template`. */
export function releaseOf(release: Partial<ReleaseInfo> = {}): Values {
  return { Name: release.name ?? "release-name", Namespace: release.namespace ?? "default", Service: "Helm" };
}

/** The values of a chart's values.yaml. */
export const defaultValues: (chart: Chart) => Values = oncePer(
  (chart) => (defaultsOf(chart.values as JsonSchema) ?? {}) as Values, // a model is an object
);

/** Values files as one map. */
export function toValues(values: EvaluateOptions["values"]): Values {
  if (values === undefined) return {};
  return Array.isArray(values) ? mergeFiles(values as readonly Values[]) : (values as Values); // one file, where no list
}
