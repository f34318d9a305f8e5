/** What Helm prints of the charts as text: a document for each object and no other, each found by its template. */
import assert from "node:assert/strict";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { listVariants, printCharts, renderOf, useCharts } from "./render-charts.ts";

const charts = printCharts();
const firstOfEach = listVariants(charts).filter(
  ({ chart }, i, all) => all.findIndex((one) => one.chart === chart) === i,
);

/** The documents of a render, without comments. */
function documentsOf(rendered: string): readonly string[] {
  const [, ...documents] = rendered.split(/^---$/m);
  return documents.map((document) => document.replaceAll(/^#.*\n/gm, "").trim());
}

/** The templates that a render has objects of, by their paths in the chart. */
function sourcesOf(rendered: string, chart: string): readonly string[] {
  const found = [...rendered.matchAll(/^# Source: (\S+)$/gm)].map(([, path = ""]) => path);
  return [...new Set(found)].map((path) => path.slice(chart.length + 1));
}

describe("documents", () => {
  const directory = useCharts(charts);

  for (const version of helmVersions) {
    for (const variant of firstOfEach) {
      it(`${variant.title} has no empty document, and --show-only shows each object, under Helm ${version}`, async () => {
        const helm = await findHelm({ version });
        const { chart, ...options } = renderOf(directory.path, variant);
        const all = await templateChart(helm, chart, options);
        assert.ok(!documentsOf(all).includes(""), all);
        const showOnly = sourcesOf(all, variant.chart);
        const shown = await templateChart(helm, chart, { ...options, showOnly });
        assert.deepEqual([...documentsOf(shown)].sort(), [...documentsOf(all)].sort());
        assert.ok(showOnly.length >= 3, `${showOnly}`);
      });
    }
  }
});
