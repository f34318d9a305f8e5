/** Computes a chart's objects in process: values in, plain Kubernetes objects out, as `helm template` would print them. */
import type { Chart } from "../chart/define-chart.ts";
import type { JsonSchema } from "../json-schema.ts";
import { defaultsOf } from "../values/defaults.ts";
import { coalesceValues, mergeFiles, type Values } from "./coalesce-values.ts";
import { evaluateDocuments } from "./evaluate-manifest.ts";

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
}

/** Computes the objects of a library chart. */
export function evaluateChart(chart: Chart, options: EvaluateOptions = {}): readonly object[] {
  const root = rootOf(
    chart,
    chart.name,
    coalesceValues(defaultValues(chart), toValues(options.values)),
    options.release,
  );
  return chart.templates.flatMap(({ define }) => evaluateDocuments(define.body, root));
}

/** The root that a chart's templates see. */
function rootOf(chart: Chart, name: string, values: Values, release: Partial<ReleaseInfo> = {}): Values {
  return {
    // Helm puts an empty `global` into the values of every chart.
    Values: { global: {}, ...values },
    Release: releaseOf(release),
    Chart: { Name: name, Version: chart.version },
    Subcharts: {},
  };
}

/** `.Release`; what is left out is as in `helm template`. */
export function releaseOf(release: Partial<ReleaseInfo> = {}): Values {
  return { Name: release.name ?? "release-name", Namespace: release.namespace ?? "default", Service: "Helm" };
}

/** The values of a chart's values.yaml. */
export function defaultValues(chart: Chart): Values {
  return (defaultsOf(chart.values as JsonSchema) ?? {}) as Values; // a model is an object
}

/** Values files as one map. */
export function toValues(values: EvaluateOptions["values"]): Values {
  if (values === undefined) return {};
  return Array.isArray(values) ? mergeFiles(values as readonly Values[]) : (values as Values); // one file, where no list
}
