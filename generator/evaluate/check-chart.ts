/** Checks what a chart renders to with its ci values, before any of it is written. */
import { ChartError } from "../chart/chart-error.ts";
import type { Chart } from "../chart/define-chart.ts";
import { certainRules, checkObjects } from "../rules/check-objects.ts";
import type { KubernetesObject } from "../rules/kubernetes-object.ts";
import { formatFinding } from "../rules/rule.ts";
import { NEWEST_KUBERNETES } from "../values/kubernetes/newer-fields.ts";
import { evaluateChart } from "./evaluate-chart.ts";

/**
 * Renders a chart in process with each of its ci values, and checks the objects.
 *
 * @throws ChartError that names the ci values and contains the error of the render or the violations of rules
 */
export function checkChart(chart: Chart): void {
  for (const [name, values] of Object.entries(chart.ci)) {
    const problems = findProblems(chart, values);
    if (problems.length === 0) continue;
    throw new ChartError(chart.name, `ci.${name}`, "values that render to valid objects", problems.join("; "));
  }
}

function findProblems(chart: Chart, values: object): readonly string[] {
  try {
    const release = { name: chart.name, namespace: "default" };
    const capabilities = { kubeVersion: NEWEST_KUBERNETES };
    const objects = evaluateChart(chart, {
      values: { ...values },
      release,
      capabilities,
    }) as readonly KubernetesObject[]; // documents of a chart
    // There is no model for the custom kinds of operators; the chart may make such objects.
    const allowUnknownKinds = objects.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`);
    const context = { releaseNamespace: release.namespace, allowUnknownKinds };
    return checkObjects(objects, context, certainRules).map(formatFinding);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
