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

  it("changes the labels of the version of the objects, and nothing else", async () => {
    const before = await renderAll(variants.map((variant) => renderOf(current.path, variant)));
    const after = await renderAll(variants.map((variant) => renderOf(next.path, variant)));
    for (const [i, { title }] of variants.entries()) {
      assert.deepEqual(sortObjects(after[i]).map(withoutVersion), sortObjects(before[i]).map(withoutVersion), title);
      for (const object of after[i] ?? []) {
        // What exists while helm test runs has no version.
        const isTest = Object(object.metadata["annotations"])["helm.sh/hook"] === "test" && title !== reference.name;
        assert.match(versionsOf(object), isTest ? /^/ : /-9\.9\.9 9\.9\.9$/, `${title}: ${describeObject(object)}`);
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
    path.endsWith("Chart.yaml") ? text.replaceAll(/^( *(?:version|appVersion):) .*$/gm, `$1 ${NEXT}`) : text,
  ]);
  return new Map([...charts, [reference.name, new Map(files)]]);
}

function withoutVersion({ metadata, ...object }: KubernetesObject): object {
  const { "helm.sh/chart": _, "app.kubernetes.io/version": __, ...labels } = Object(metadata["labels"]);
  return { ...object, metadata: { ...metadata, labels } };
}

function versionsOf({ metadata }: KubernetesObject): string {
  const { "helm.sh/chart": chart, "app.kubernetes.io/version": version } = Object(metadata["labels"]);
  return `${chart} ${version}`;
}
