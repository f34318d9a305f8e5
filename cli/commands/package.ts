import { join } from "node:path";
import { createCommand } from "../arguments/create-command.ts";
import { outputOption } from "../arguments/options.ts";
import { packageCharts } from "../chart-directory/package-charts.ts";
import { readCharts } from "../chart-directory/read-chart.ts";
import { formatSize } from "../terminal/format-size.ts";
import { printTable } from "../terminal/print-table.ts";

/** `chartwright package [CHART]...`: packs charts, and writes the index.yaml of a chart repository. */
export function packageCommand(name = "chartwright package") {
  const command = createCommand(name, {
    description:
      "Packs chart directories as NAME-VERSION.tgz, with an index.yaml of them, like helm package and helm repo index, but with the same bytes on every machine. SOURCE_DATE_EPOCH sets the date (default: 1980-01-01).",
    example: `${name} charts/etl && helm install etl dist/etl-0.1.0.tgz`,
  });
  return command
    .argument("[chart...]", "chart directories (default: all below charts/)")
    .addOption(outputOption("the directory of the packages; other files in it are kept").default("dist"))
    .action(async (paths, { output }) => {
      const packaged = await packageCharts(await readCharts(paths), output);
      const rows = packaged.map(({ path, size }) => [path, formatSize(size)]);
      console.log(printTable([...rows, [join(output, "index.yaml")]], { align: ["left", "right"] }));
    });
}
