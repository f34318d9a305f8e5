/** Checks of the names in a pipeline, so that objects, named templates and files do not collide. */
import type { Chart } from "../chart/define-chart.ts";
import type { Stage } from "../stage/stage.ts";
import { PipelineError } from "./pipeline-error.ts";

const RESERVED: ReadonlySet<string> = new Set([
  "global",
  "tags",
  "enabled",
  "namespace",
  "ordering",
  "tests",
  "exports",
]);
const STAGE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Refuses names that cannot begin the names of objects. */
export function checkStageName(pipeline: string, name: string): void {
  if (RESERVED.has(name))
    throw new PipelineError(pipeline, name, `a stage name other than ${[...RESERVED].join(", ")}`, `"${name}"`);
  if (!STAGE_NAME.test(name) || name.length > 30) {
    throw new PipelineError(
      pipeline,
      name,
      "a stage name of at most 30 small letters, digits and dashes, a letter first",
      `"${name}"`,
    );
  }
}

/** Refuses stages whose objects could have the same name: "store" with its Service "headless", and "store-headless". */
export function checkPrefixes(pipeline: string, names: readonly string[]): void {
  for (const name of names) {
    const longer = names.find((other) => other.startsWith(`${name}-`));
    if (longer === undefined) continue;
    const wanted = `a stage name that does not begin with another's and a dash ("${name}-")`;
    throw new PipelineError(pipeline, longer, wanted, `"${longer}"`);
  }
}

/** Refuses two charts with one name, the pipeline's included: named templates are global, and would collide. */
export function checkCharts(pipeline: string, stages: readonly (readonly [string, Stage])[]): void {
  const known = new Map<string, readonly [string, Chart]>();
  for (const [stage, { chart }] of stages) {
    if (chart.name === pipeline) {
      const wanted = "a name that no chart of its stages and volumes has";
      throw new PipelineError(pipeline, "name", wanted, `that of the chart of ${stage}`);
    }
    const [first, other] = known.get(chart.name) ?? [stage, chart];
    known.set(chart.name, [first, other]);
    if (other === chart) continue;
    const [wanted, found] =
      other.version === chart.version
        ? [
            `the definition of chart ${chart.name} that ${first} has (one defineChart() for all stages)`,
            `another one, also of version ${chart.version}`,
          ]
        : [`one version of the chart ${chart.name}, ${other.version}`, `another one, ${chart.version}`];
    throw new PipelineError(pipeline, stage, wanted, found);
  }
}

/** Refuses names that are not file names. */
export function checkEnvironmentName(pipeline: string, name: string): void {
  if (STAGE_NAME.test(name)) return;
  const wanted = "an environment name of small letters, digits and dashes, a letter first";
  throw new PipelineError(pipeline, "environments", wanted, `"${name}"`);
}
