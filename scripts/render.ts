/**
 * Prints what `helm template` makes of a chart, for one of its environments.
 *
 *     node scripts/render.ts charts/pipeline --env prod
 *     chartwright render charts/etl --env prod --release etl --namespace etl-prod -f more.yaml
 */
import process from "node:process";
import { nearest } from "../generator/nearest.ts";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { findHelm } from "./lib/find-helm.ts";
import { isMain } from "./lib/is-main.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { type ChartDirectory, readChart } from "./lib/read-chart.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { templateChart } from "./lib/template-chart.ts";

/** What the command takes. */
export const usage = "chartwright render CHART [--env NAME] [--release NAME] [--namespace NAME] [-f FILE]...";

const help = `Usage: ${usage}

Prints the objects that Helm makes of a chart directory, with its defaults or one of its environments.

  --env NAME        adds the values of environments/NAME.yaml of the chart
  --release NAME    the release's name (default: the chart's)
  --namespace NAME  the release's namespace (default: default)
  -f, --values FILE a values file; several may be given, later ones win, also over the environment

Example: chartwright render charts/etl --env prod > etl-prod.yaml`;

/** Says that a chart has no environment of a name. */
export class EnvironmentError extends Error {
  readonly code = "environment";
  /** The name that was asked for. */
  readonly path: string;

  constructor(chart: ChartDirectory, name: string) {
    const known = [...chart.environments.keys()];
    const near = nearest(name, known);
    const wanted = known.length === 0 ? "no environment, for the chart has none" : `one of ${known.join(", ")}`;
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    super(`Cannot render "${chart.directory}": --env: expected ${wanted}, got "${name}"${hint}`);
    this.name = "EnvironmentError";
    this.path = name;
  }
}

/**
 * Prints the rendered objects as YAML.
 * @throws EnvironmentError, ChartDirectoryError, FindHelmError, HelmError
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { values, positionals } = readArguments({
    args,
    usage,
    options: {
      env: { type: "string" },
      release: { type: "string" },
      namespace: { type: "string" },
      values: { type: "string", short: "f", multiple: true },
    },
    positionals: ["chart"],
  });
  const chart = await readChart(positionals[0] ?? "");
  const environment = values.env === undefined ? [] : [findEnvironment(chart, values.env)];
  const text = await templateChart(await findHelm(), chart.directory, {
    release: values.release ?? chart.name,
    namespace: values.namespace ?? "default",
    valuesFiles: [...environment, ...(values.values ?? [])],
  });
  process.stdout.write(text);
}

function findEnvironment(chart: ChartDirectory, name: string): string {
  const file = chart.environments.get(name);
  if (file === undefined) throw new EnvironmentError(chart, name);
  return file;
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
