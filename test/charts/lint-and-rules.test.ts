import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { lintChart } from "../../cli/helm/lint-chart.ts";
import { checkObjects, formatFinding } from "../../generator/mod.ts";
import { helmVersions } from "../helm-versions.ts";
import { listVariants, printCharts, renderOf, renderWithHelms, useCharts } from "./render-charts.ts";
import { external } from "./rich-values.ts";

describe("the charts under Helm", () => {
  const charts = printCharts();
  const variants = listVariants(charts);
  const directory = useCharts(charts);

  it("render to the same objects, in which the rules find nothing wrong", async () => {
    const rendered = await renderWithHelms(variants.map((variant) => renderOf(directory.path, variant)));
    for (const [i, objects] of rendered.entries()) {
      const findings = checkObjects(objects, { releaseNamespace: "default", external });
      assert.deepEqual(findings.map(formatFinding), [], variants[i]?.title);
    }
  });

  for (const version of helmVersions) {
    it(`pass helm lint --strict of Helm ${version}`, async () => {
      const helm = await findHelm({ version });
      await mapLimited(variants, 2, ({ chart, valuesFiles }) => {
        const files = valuesFiles.map((file) => join(directory.path, file));
        return lintChart(helm, join(directory.path, chart), files);
      });
    });
  }
});
