/** What an operator sees first: the default `helm template` of a library chart, at least half of it the workload. */
import assert from "node:assert/strict";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { listVariants, printCharts, renderOf, useCharts } from "./render-charts.ts";

const charts = printCharts();
const defaults = listVariants(charts).filter(({ title }) => title.endsWith("ci/default-values.yaml"));
/** The documents that a test adds, by chart. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  "batch-job": ["Role", "RoleBinding", "Pod"],
  "stateful-stage": ["Pod"],
  "service-stage": ["Pod"],
  "csi-volume": [],
};

function linesOf(documents: readonly string[]): number {
  return documents.join("").split("\n").length - 1;
}

describe("the default output", () => {
  const directory = useCharts(charts);

  for (const version of helmVersions) {
    for (const variant of defaults) {
      it(`at least half of what ${variant.chart} prints is the workload, under Helm ${version}`, async () => {
        const { chart, ...options } = renderOf(directory.path, variant);
        const printed = await templateChart(await findHelm({ version }), chart, options);
        const documents = printed.split(/^(?=---$)/m);
        const tests = documents.filter((document) => /^# Source: .*\/templates\/tests\//m.test(document));
        assert.deepEqual(
          tests.map((document) => /^kind: (.*)$/m.exec(document)?.[1]),
          TESTS[variant.chart],
        );
        const all = linesOf(documents);
        assert.ok(2 * linesOf(tests) <= all, `${linesOf(tests)} of ${all} lines:\n${printed}`);
        if (variant.chart === "batch-job") assert.ok(all <= 142, `${all} lines`);
      });
    }
  }
});
