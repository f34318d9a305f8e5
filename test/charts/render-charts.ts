/** The generated charts on disk, and what real Helm makes of them. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import type { TemplateChartOptions } from "../../cli/helm/template-chart.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import { type Files, type KubernetesObject, printPipeline } from "../../generator/mod.ts";
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { richValues } from "./rich-values.ts";

/** One render: a chart's directory and the options of Helm. */
export interface Render extends TemplateChartOptions {
  readonly chart: string;
}

/** A chart with one of its values files, both as paths below a directory of charts. */
export interface Variant {
  readonly title: string;
  readonly chart: string;
  readonly valuesFiles: readonly string[];
}

/** The files of the five charts, by the name of the chart. */
export function printCharts(): ReadonlyMap<string, Files> {
  const charts = library.map((chart): [string, Files] => [chart.name, printChart(chart)]);
  return new Map([...charts, [reference.name, printPipeline(reference)]]);
}

/**
 * Each library chart with each of its ci files and with values that switch everything on, and the pipeline chart with
 * its own values and in each environment.
 */
export function listVariants(charts: ReadonlyMap<string, Files>): readonly Variant[] {
  return [...charts].flatMap(([chart, files]) => {
    const [directory, own] =
      chart === reference.name ? ["environments", [variant(chart)]] : ["ci", [variant(chart, RICH)]];
    const given = [...files.keys()].filter((path) => path.startsWith(`${directory}/`));
    return [...own, ...given.map((path) => variant(chart, path))];
  });
}

const RICH = "rich.yaml";

function variant(chart: string, file?: string): Variant {
  if (file === undefined) return { title: chart, chart, valuesFiles: [] };
  return { title: `${chart} with ${file}`, chart, valuesFiles: [`${chart}/${file}`] };
}

/** A directory of charts for the tests of the enclosing `describe`. */
export function useCharts(charts: ReadonlyMap<string, Files> = printCharts()): { readonly path: string } {
  const directory = { path: "" };
  before(async () => {
    directory.path = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    for (const [name, files] of charts) {
      const values = richValues[name];
      const more: [string, string][] = values === undefined ? [] : [[RICH, writeAscii(values)]];
      await placeFiles(join(directory.path, name), new Map([...files, ...more]));
    }
  });
  after(async () => {
    await rm(directory.path, { recursive: true, force: true });
  });
  return directory;
}

/** The render of a variant whose chart is below a directory. */
export function renderOf(directory: string, { chart, valuesFiles }: Variant): Render {
  return { chart: join(directory, chart), valuesFiles: valuesFiles.map((file) => join(directory, file)) };
}

/** Renders with one Helm, two at a time, in the order of the list. */
export async function renderAll(
  renders: readonly Render[],
  version: BundledVersion = "4.1.4",
): Promise<readonly (readonly KubernetesObject[])[]> {
  const helm = await findHelm({ version });
  return await mapLimited(renders, 2, ({ chart, ...options }) => renderObjects(helm, chart, options));
}

/** Renders with Helm 4.1.4; the Helm of this run must print the same objects. */
export async function renderWithHelms(renders: readonly Render[]): Promise<readonly (readonly KubernetesObject[])[]> {
  const rendered = await renderAll(renders);
  for (const version of helmVersions.filter((one) => one !== "4.1.4")) {
    const renderedByOther = await renderAll(renders, version);
    for (const [i, { chart, valuesFiles, set }] of renders.entries()) {
      const what = [chart, ...(valuesFiles ?? []), ...(set ?? [])].join(" ");
      const message = `Helm ${version} prints ${what} differently`;
      assert.deepEqual(sortObjects(renderedByOther[i]), sortObjects(rendered[i]), message);
    }
  }
  return rendered;
}

/** Objects by kind, namespace and name: the order in which Helm prints them has no meaning. */
export function sortObjects(objects: readonly KubernetesObject[] = []): readonly KubernetesObject[] {
  const key = ({ kind, metadata }: KubernetesObject): string => `${kind} ${metadata["namespace"]} ${metadata.name}`;
  return objects.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
