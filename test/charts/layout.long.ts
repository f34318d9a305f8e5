/** How the manifests look that Helm prints of all charts and examples: no blank lines, lone dashes or empty documents. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { readCharts } from "../../cli/chart-directory/read-chart.ts";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { listRenderTasks } from "../../scripts/lib/list-render-tasks.ts";
import { readExamples } from "../../scripts/lib/read-examples.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { helmVersions } from "../helm-versions.ts";
import { listVariants, printCharts, type Render, renderOf, useCharts } from "./render-charts.ts";

const BLOCK = /(?:^|[:-] )[|>][-+0-9]*$/;

/** The lines that are blank, end in blanks or are a dash alone, with their numbers; texts may have any lines. */
function findUntidyLines(printed: string): readonly string[] {
  let textIndent: number | undefined;
  return printed
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line, i) => {
      const indent = line.search(/\S|$/);
      if (textIndent !== undefined && (line.trim() === "" || indent > textIndent)) return [];
      textIndent = BLOCK.test(line) ? indent : undefined;
      const isUntidy = line.trim() === "" || line.trim() === "-" || line !== line.trimEnd();
      return isUntidy ? [`${i + 1}: ${JSON.stringify(line)}`] : [];
    });
}

/** The documents without an object. */
function findEmptyDocuments(printed: string): number {
  const documents = printed.split(/^---$/m).slice(1);
  return documents.filter((document) => !/^kind: /m.test(document)).length;
}

describe("the layout of manifests", () => {
  const charts = printCharts();
  const directory = useCharts(charts);
  const scratch = useTemporaryDirectory();

  it("untidy lines are found, but not in texts", () => {
    const printed = "a:\n  - |\n    x\n\n    y \n  -\n    b: 1\n  \nc: 2 \n";
    assert.deepEqual(findUntidyLines(printed), ['6: "  -"', '8: "  "', '9: "c: 2 "']);
  });

  for (const version of helmVersions) {
    it(`has no blank line, blank at an end, lone dash or empty document, in any chart and example: Helm ${version}`, async () => {
      const helm = await findHelm({ version });
      const examples = await readExamples(fileURLToPath(new URL("../..", import.meta.url)));
      const tasks = await listRenderTasks(await readCharts([]), examples, scratch.path);
      // The Helms share out the examples: they print the same, as other tests say.
      const mine = tasks.flatMap(({ releases }) => releases).filter((_, i) => i % 2 === helmVersions.indexOf(version));
      const renders: readonly Render[] = [
        ...mine,
        ...listVariants(charts).map((variant) => renderOf(directory.path, variant)),
      ];
      const found = await mapLimited(renders, 2, async ({ chart, ...options }) => {
        const printed = await templateChart(helm, chart, options);
        const what = [chart, ...(options.valuesFiles ?? [])].join(" ");
        const empty = findEmptyDocuments(printed);
        const lines = findUntidyLines(printed).map((line) => `${what}:${line}`);
        return empty === 0 ? lines : [...lines, `${what}: ${empty} empty documents`];
      });
      assert.ok(renders.length > 30, `${renders.length} renders`);
      assert.deepEqual(found.flat(), []);
    }).timeout(600_000);
  }
});
