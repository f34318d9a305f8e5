import { createCommand } from "../arguments/create-command.ts";
import { readCharts } from "../chart-directory/read-chart.ts";
import { findHelm } from "../helm/find-helm.ts";
import { lintCharts } from "../helm/lint-charts.ts";
import { paint } from "../terminal/style-output.ts";

/** `chartwright lint [CHART]...`: runs `helm lint --strict` on charts with each of their ci and environment files. */
export function lintCommand(name = "chartwright lint") {
  const command = createCommand(name, {
    description:
      "Runs helm lint --strict on chart directories, once with each of their values files ci/*-values.yaml and environments/*.yaml. A warning counts as a failure.",
    example: `${name} charts/etl`,
  });
  return command.argument("[chart...]", "chart directories (default: all below charts/)").action(async (paths) => {
    const charts = await readCharts(paths);
    const count = await lintCharts(await findHelm(), charts, ({ chart, valuesFile }) => {
      console.log(`  ${paint("green", "passed")}  ${valuesFile ?? `${chart.directory} with its defaults`}`);
    });
    console.log(`${count} ${count === 1 ? "run" : "runs"} of helm lint passed`);
  });
}
