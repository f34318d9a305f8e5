import { Buffer } from "node:buffer";
import { gzipSync } from "fflate";
import { readYaml } from "../yaml/read-yaml.ts";
import { packTar } from "./pack-tar.ts";
import { readHelmIgnore } from "./read-helm-ignore.ts";
import { defaultSourceDate } from "./source-date.ts";

/** The name of a packaged chart, and the date of its entries. */
export interface PackageChartOptions {
  readonly name: string;
  readonly version: string;
  /** Date of every entry (default: 1980-01-01). */
  readonly sourceDate?: Date;
}

/**
 * Packs a chart (path to text) into the bytes of a `.tgz`, with the entries and in the order of `helm package`.
 * The same files yield the same bytes on every machine; files that `.helmignore` names are left out.
 * @throws Error when Chart.yaml is missing or has another name or version
 */
export async function packageChart(
  files: ReadonlyMap<string, string>,
  options: PackageChartOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  checkChart(files.get("Chart.yaml"), options);
  const isIgnored = readHelmIgnore(files.get(".helmignore") ?? "");
  const paths = sortAsHelm([...files.keys()].filter((path) => !isIgnored(path)));
  const entries = paths.map((path) => {
    return { type: "file" as const, path: `${options.name}/${path}`, content: Buffer.from(files.get(path) ?? "") };
  });
  const archive = packTar(entries, options.sourceDate ?? defaultSourceDate);
  // Not node:zlib, whose bytes change with the version and the processor; mtime 0 leaves the time out.
  return gzipSync(archive, { level: 9, mtime: 0 });
}

function checkChart(text: string | undefined, { name, version }: PackageChartOptions): void {
  const doing = `Cannot package the chart "${name}"`;
  if (text === undefined) throw new Error(`${doing}: expected a file Chart.yaml, got none`);
  const chart = Object(readYaml(text));
  for (const [key, wanted] of Object.entries({ name, version })) {
    if (chart[key] !== wanted) {
      throw new Error(`${doing}: expected ${key} "${wanted}" in Chart.yaml, got ${JSON.stringify(chart[key])}`);
    }
  }
}

/**
 * Helm's order: the metadata and values of a chart, its templates, its other files, then each subchart in the same
 * order.
 */
function sortAsHelm(paths: readonly string[]): string[] {
  const known = ["Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json"];
  const rank = (path: string): number => {
    if (known.includes(path)) return known.indexOf(path);
    if (path.startsWith("templates/")) return known.length;
    return path.startsWith("charts/") ? known.length + 2 : known.length + 1;
  };
  const compare = (a: string, b: string): number => rank(a) - rank(b) || comparePaths(a, b);
  const own = paths.filter((path) => !path.startsWith("charts/")).sort(compare);
  const subcharts = Map.groupBy(
    paths.filter((path) => path.startsWith("charts/")),
    (path) => path.split("/").slice(0, 2).join("/"),
  );
  const folders = [...subcharts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...own, ...folders.flatMap(([folder, inner]) => sortSubchart(folder, inner))];
}

/** Orders files as a walk through sorted directories does: `a/x` comes before `a-b`. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.replaceAll("/", "\0"));
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

function sortSubchart(folder: string, paths: readonly string[]): string[] {
  // A file directly in charts/ counts as its own folder here.
  if (paths.includes(folder)) return [folder];
  return sortAsHelm(paths.map((path) => path.slice(folder.length + 1))).map((path) => `${folder}/${path}`);
}
