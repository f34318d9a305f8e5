/**
 * Writes packages of charts, and the index.yaml of a chart repository, into dist/. The bytes are the same on every
 * machine; the variable SOURCE_DATE_EPOCH gives their date.
 *
 *     node scripts/package.ts
 *     chartwright package charts/etl --out dist
 */
import { join } from "node:path";
import process from "node:process";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { formatSize } from "./lib/format-size.ts";
import { isMain } from "./lib/is-main.ts";
import { packageCharts } from "./lib/package-charts.ts";
import { printTable } from "./lib/print-table.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { readCharts } from "./lib/read-chart.ts";
import { reportFailure } from "./lib/report-failure.ts";

/** What the command takes. */
export const usage = "chartwright package [CHART]... [--out dist]";

const help = `Usage: ${usage}

Packs chart directories (default: all below charts/) as NAME-VERSION.tgz, with an index.yaml of them: what helm package
and helm repo index do, but with the same bytes on every machine. SOURCE_DATE_EPOCH gives the date (default: 1980-01-01).

  --out DIRECTORY  where the packages go, below the working directory (default: dist); other files there stay

Example: chartwright package charts/etl && helm install etl dist/etl-0.1.0.tgz`;

/**
 * Packages charts and prints a line for each.
 * @throws ChartDirectoryError, OutputError, RangeError
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { values, positionals } = readArguments({
    args,
    usage,
    options: { out: { type: "string" } },
    positionals: ["chart..."],
  });
  const out = values.out ?? "dist";
  const packaged = await packageCharts(await readCharts(positionals), out);
  const rows = packaged.map(({ path, size }) => [path, formatSize(size)]);
  console.log(printTable([...rows, [join(out, "index.yaml")]], { align: ["left", "right"] }));
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
