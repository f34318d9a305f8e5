import { basename, join } from "node:path";
import type { ChartDirectory } from "../../cli/chart-directory/read-chart.ts";
import { writeTree } from "../../cli/files/write-tree.ts";
import { printPipeline } from "../../generator/mod.ts";
import { locateValues, referencePipeline } from "./plan-repository.ts";
import type { Example, PipelineExample, ReleasesExample } from "./read-examples.ts";
import type { RenderTask } from "./render-task.ts";

/**
 * Lists everything to render in this repository: each library chart with each of its ci files, the releases of
 * each example, and each pipeline with its own values and in each environment.
 * @param scratch a directory for the charts of pipelines that are not committed
 */
export async function listRenderTasks(
  charts: readonly ChartDirectory[],
  examples: readonly Example[],
  scratch: string,
): Promise<readonly RenderTask[]> {
  const pipelines = new Set(examples.flatMap((each) => (each.kind === "pipeline" ? [each.pipeline.name] : [])));
  const tasks = charts.filter(({ name }) => !pipelines.has(name)).flatMap(listChartTasks);
  for (const example of examples) {
    if (example.kind === "releases") tasks.push(listReleaseTask(example));
    else tasks.push(...listPipelineTasks(example, await placePipeline(example, scratch)));
  }
  return tasks;
}

function listChartTasks({ directory, name, ci }: ChartDirectory): readonly RenderTask[] {
  return ci.map((file) => ({
    subject: directory,
    variant: basename(file, "-values.yaml"),
    namespace: "default",
    releases: [{ name, chart: directory, valuesFiles: [file] }],
    allowances: {},
  }));
}

function listReleaseTask(example: ReleasesExample): RenderTask {
  const releases = [...example.releases].map(([name, { stage, valuesFile }]) => {
    const chart = join("charts", stage.chart.name);
    return { name, chart, valuesFiles: [join(locateValues(example), valuesFile)] };
  });
  const { name, allowances } = example;
  return { subject: `examples/${name}`, variant: "values", namespace: name, releases, allowances };
}

function listPipelineTasks({ name, pipeline, allowances }: PipelineExample, chart: string): readonly RenderTask[] {
  const subject = name === referencePipeline ? chart : `examples/${name}`;
  const task = (variant: string, namespace: string, valuesFiles: readonly string[]): RenderTask => {
    return { subject, variant, namespace, releases: [{ name: pipeline.name, chart, valuesFiles }], allowances };
  };
  const environments = [...pipeline.environments.keys()].map((environment) =>
    task(environment, `${pipeline.name}-${environment}`, [join(chart, "environments", `${environment}.yaml`)]),
  );
  return [task("defaults", pipeline.name, []), ...environments];
}

/** The directory of a pipeline's chart: the committed one, or one that is printed for the render. */
async function placePipeline({ name, pipeline }: PipelineExample, scratch: string): Promise<string> {
  if (name === referencePipeline) return join("charts", pipeline.name);
  await writeTree(pipeline.name, printPipeline(pipeline), { base: scratch });
  return join(scratch, pipeline.name);
}
