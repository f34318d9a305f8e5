/**
 * Computes a chart's objects in process: values in, plain Kubernetes objects out, as `helm template` would print them.
 */
import type { Chart } from "../chart/define-chart.ts";
import type { JsonSchema } from "../json-schema.ts";
import { oncePer } from "../once-per.ts";
import { defaultsOf } from "../values/defaults.ts";
import { type Capabilities, capabilitiesOf } from "./capabilities.ts";
import { coalesceValues, mergeFiles, type Values } from "./coalesce-values.ts";
import { evaluateFiles, evaluateText } from "./evaluate-manifest.ts";

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
  const files = chart.templates.map(({ file, define }) => ({ file, documents: define.body }));
  return evaluateFiles(files, rootOf(chart, options, check));
}

/** Computes the lines of a chart's notes. */
export function evaluateNotes(chart: Chart, options: EvaluateOptions = {}): readonly string[] {
  return evaluateText(chart.notes, rootOf(chart, options));
}

/** The values of a chart with its defaults. */
export function withDefaults(chart: Chart, values: object): Values {
  return coalesceValues(defaultValues(chart), values);
}

/** The root that a chart's templates see. */
function rootOf(chart: Chart, options: EvaluateOptions, check?: CheckValues): Values {
  const values = withDefaults(chart, toValues(options.values));
  check?.(values);
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
