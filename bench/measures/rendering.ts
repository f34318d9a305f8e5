/** How long it takes to render the reference pipeline: in process, against a process of Helm. */
import { join } from "node:path";
import type { Helm } from "../../cli/helm/run-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { evaluate } from "../../generator/mod.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

// Enough for V8 to compile all hot functions, as in a test suite; the uncounted first round is the warm-up.
const REPEATS = 200;

/** Measures one render of each. */
export async function measureRendering(root: string, helm: Helm, advance: () => void): Promise<readonly Row[]> {
  const times = await timeByTurns(
    {
      ours: { run: () => repeat(REPEATS, () => evaluate(reference)), repeats: REPEATS },
      helm: { run: () => templateChart(helm, join(root, "charts", "pipeline")) },
    },
    advance,
  );
  const ratio = times.helm / times.ours;
  return [
    {
      what: "Render the reference pipeline in process",
      ours: formatTime(times.ours),
      other: { what: `helm template, a process of Helm ${helm.version}`, value: formatTime(times.helm) },
      ratio,
      target: { text: ">= 100", isMet: ratio >= 100 },
    },
  ];
}

function repeat(times: number, work: () => unknown): void {
  for (let i = 0; i < times; i += 1) work();
}
