import type { ChartDirectory } from "../chart-directory/read-chart.ts";
import { mapLimited } from "../files/map-limited.ts";
import { lintChart } from "./lint-chart.ts";
import type { Helm } from "./run-helm.ts";

/** One run of `helm lint`. */
export interface Linted {
  readonly chart: ChartDirectory;
  /** The values file; absent when the chart was linted with its defaults. */
  readonly valuesFile?: string;
}

/**
 * Runs `helm lint --strict` on charts, two at a time, with every ci and environment file of each, or with its defaults
 * when it has none.
 * @param onDone called after each run
 * @throws AggregateError of a HelmError for each run that failed
 */
export async function lintCharts(
  helm: Pick<Helm, "path">,
  charts: readonly ChartDirectory[],
  onDone: (linted: Linted) => void,
): Promise<number> {
  const runs = charts.flatMap((chart): Linted[] => {
    const files = [...chart.ci, ...chart.environments.values()];
    return files.length === 0 ? [{ chart }] : files.map((valuesFile) => ({ chart, valuesFile }));
  });
  const failures = await mapLimited(runs, 2, async (each) => {
    const { chart, valuesFile } = each;
    try {
      await lintChart(helm, chart.directory, valuesFile === undefined ? [] : [valuesFile]);
      onDone(each);
      return [];
    } catch (error) {
      return [error];
    }
  });
  const errors = failures.flat();
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1)
    throw new AggregateError(
      errors,
      `Cannot pass the charts: ${errors.length} of ${runs.length} runs of helm lint failed`,
    );
  return runs.length;
}
