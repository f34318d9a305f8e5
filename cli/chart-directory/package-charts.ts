import { join } from "node:path";
import { readTree } from "../files/read-tree.ts";
import { writeFiles } from "../files/write-files.ts";
import { packageChart } from "./package-chart.ts";
import type { ChartDirectory } from "./read-chart.ts";
import { readSourceDate } from "./source-date.ts";
import { writeIndex } from "./write-index.ts";

/** A chart that was packaged. */
export interface PackagedChart {
  readonly chart: ChartDirectory;
  /** Path of the `.tgz`. */
  readonly path: string;
  /** Its size in bytes. */
  readonly size: number;
}

/**
 * Writes packages of charts and an `index.yaml` of them into a directory; other files there are kept. The bytes
 * depend on the charts and on SOURCE_DATE_EPOCH only, and nothing is written when a chart cannot be packaged.
 * @throws RangeError for a wrong SOURCE_DATE_EPOCH
 * @throws OutputError when the directory is not a place to write
 * @throws Error when two charts would have one package
 */
export async function packageCharts(charts: readonly ChartDirectory[], out: string): Promise<readonly PackagedChart[]> {
  const sourceDate = readSourceDate();
  const files = new Map<string, string | Uint8Array>();
  const indexed: { readonly chart: string; readonly archive: Uint8Array }[] = [];
  const packaged: PackagedChart[] = [];
  for (const chart of charts) {
    const { directory, name, version } = chart;
    const file = `${name}-${version}.tgz`;
    if (files.has(file))
      throw new Error(`Cannot package "${directory}": expected a package of its own, got a second "${file}"`);
    const texts = await readTree(directory);
    const archive = await packageChart(texts, { name, version, sourceDate });
    files.set(file, archive);
    indexed.push({ chart: texts.get("Chart.yaml") ?? "", archive });
    packaged.push({ chart, path: join(out, file), size: archive.length });
  }
  files.set("index.yaml", writeIndex(indexed, sourceDate));
  await writeFiles(out, files);
  return packaged;
}
