import process from "node:process";
import { choose } from "../arguments/choose.ts";
import { createCommand } from "../arguments/create-command.ts";
import { environmentOption, namespaceOption, readWord, releaseOption } from "../arguments/options.ts";
import { readChart } from "../chart-directory/read-chart.ts";
import { findHelm } from "../helm/find-helm.ts";
import { templateChart } from "../helm/template-chart.ts";

/** `chartwright render CHART`: prints the output of `helm template` for a chart, in one of its environments. */
export function renderCommand(name = "chartwright render") {
  const command = createCommand(name, {
    description: "Prints the objects that Helm renders of a chart directory, with its defaults or in an environment.",
    example: `${name} charts/etl --env prod > etl-prod.yaml`,
  });
  return command
    .argument("<chart>", "a chart directory")
    .addOption(environmentOption())
    .addOption(releaseOption("the chart's"))
    .addOption(namespaceOption())
    .option(
      "-f, --values <path>",
      "a values file; several may be given, later ones win, also over the environment",
      (path: string, before: readonly string[]) => [...before, readWord(path)],
      [] as readonly string[],
    )
    .action(async (path, { env, release, namespace, values }) => {
      const chart = await readChart(path);
      const { directory, environments } = chart;
      const name =
        env === undefined ? "" : choose(`Cannot render "${directory}": --env`, env, [...environments.keys()]);
      const environment = environments.get(name);
      const text = await templateChart(await findHelm(), directory, {
        release: release ?? chart.name,
        namespace,
        valuesFiles: [...(environment === undefined ? [] : [environment]), ...values],
      });
      process.stdout.write(text);
    });
}
