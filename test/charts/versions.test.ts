import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import { describeObject, type Files, type KubernetesObject, printPipeline } from "../../generator/mod.ts";
import { listVariants, printCharts, renderAll, renderOf, sortObjects, useCharts } from "./render-charts.ts";

const NEXT = "9.9.9";

describe("another version of a chart", () => {
  const variants = listVariants(printCharts());
  const current = useCharts();
  const next = useCharts(printNextCharts());

  it("changes the label helm.sh/chart of the objects, and nothing else", async () => {
    const before = await renderAll(variants.map((variant) => renderOf(current.path, variant)));
    const after = await renderAll(variants.map((variant) => renderOf(next.path, variant)));
    for (const [i, { title }] of variants.entries()) {
      assert.deepEqual(sortObjects(after[i]).map(withoutVersion), sortObjects(before[i]).map(withoutVersion), title);
      for (const object of after[i] ?? []) {
        assert.match(versionLabel(object), /-9\.9\.9$/, `${title}: ${describeObject(object)}`);
      }
    }
  });
});

/** The same charts with another version, the pipeline's subcharts too. */
function printNextCharts(): ReadonlyMap<string, Files> {
  const charts = library.map((chart): [string, Files] => [chart.name, printChart({ ...chart, version: NEXT })]);
  const pipeline = printPipeline({ ...reference, version: NEXT });
  const files = [...pipeline].map(([path, text]): [string, string] => [
    path,
    path.endsWith("Chart.yaml") ? text.replaceAll(/^( *version:) .*$/gm, `$1 ${NEXT}`) : text,
  ]);
  return new Map([...charts, [reference.name, new Map(files)]]);
}

function withoutVersion({ metadata, ...object }: KubernetesObject): object {
  const { "helm.sh/chart": _, ...labels } = Object(metadata["labels"]);
  return { ...object, metadata: { ...metadata, labels } };
}

function versionLabel({ metadata }: KubernetesObject): string {
  return String(Object(metadata["labels"])["helm.sh/chart"]);
}
