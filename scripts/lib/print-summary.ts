import type { PackagedChart } from "../../cli/chart-directory/package-charts.ts";
import type { ChartDirectory } from "../../cli/chart-directory/read-chart.ts";
import { formatSize } from "../../cli/terminal/format-size.ts";
import { printTable } from "../../cli/terminal/print-table.ts";
import { paint } from "../../cli/terminal/style-output.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { referencePipeline } from "./plan-repository.ts";
import type { Example } from "./read-examples.ts";
import type { Rendered } from "./render-task.ts";

/** The content of the summary. */
export interface SummaryParts {
  readonly charts: readonly ChartDirectory[];
  /** The number of generated files, by directory. */
  readonly files: ReadonlyMap<string, number>;
  readonly examples: readonly Example[];
  readonly rendered: readonly Rendered[];
  readonly packages: readonly PackagedChart[];
}

/** Prints the charts, the objects of each environment, the examples, and the next commands. */
export function printSummary(parts: SummaryParts): string {
  const subjects = Map.groupBy(parts.rendered, ({ task }) => task.subject);
  const example = parts.examples.find(({ name }) => name === referencePipeline);
  const reference = example?.kind === "pipeline" ? example.pipeline : undefined;
  const sections = [printCharts(parts, subjects)];
  if (reference !== undefined) {
    const chart = `charts/${reference.name}`;
    sections.push(printObjects(chart, subjects.get(chart) ?? []));
  }
  const others = parts.examples.filter(({ name }) => name !== referencePipeline);
  if (others.length > 0) sections.push(printExamples(others, subjects));
  sections.push(printNext(parts, reference));
  return sections.join("\n\n");
}

type Subjects = ReadonlyMap<string, readonly Rendered[]>;

function printCharts({ charts, files, packages }: SummaryParts, subjects: Subjects): string {
  const rows = charts.map(({ directory, version }) => {
    const archive = packages.find(({ chart }) => chart.directory === directory);
    const renders = subjects.get(directory)?.length ?? 0;
    const counts = [files.get(directory) ?? 0, renders].map(String);
    return [directory, version, ...counts, archive?.path ?? "", archive === undefined ? "" : formatSize(archive.size)];
  });
  const align = ["left", "left", "right", "right", "left", "right"] as const;
  return printTable([printHeads("Chart", "Version", "Files", "Renders", "Package", "Size"), ...rows], { align });
}

/** The kinds of objects of a chart, a column for each way in which it was rendered. */
function printObjects(subject: string, rendered: readonly Rendered[]): string {
  const kinds = [...new Set(rendered.flatMap(({ objects }) => objects.map(({ kind }) => kind)))].sort();
  const count = (objects: Rendered["objects"], kind: string) => objects.filter((object) => object.kind === kind).length;
  const rows = kinds.map((kind) => [kind, ...rendered.map(({ objects }) => String(count(objects, kind)))]);
  const total = ["together", ...rendered.map(({ objects }) => String(objects.length))];
  const heads = printHeads(`Objects of ${subject}`, ...rendered.map(({ task }) => task.variant));
  const align = ["left" as const, ...rendered.map(() => "right" as const)];
  return printTable([heads, ...rows, total], { align });
}

function printExamples(examples: readonly Example[], subjects: Subjects): string {
  const rows = examples.map((example) => {
    const rendered = subjects.get(`examples/${example.name}`) ?? [];
    const isPipeline = example.kind === "pipeline";
    const stages = isPipeline ? [...example.pipeline.parts.values()] : [...example.releases.values()];
    const charts = [...new Set(stages.map(({ stage }) => stage.chart.name))].join(", ");
    const objects = rendered.map(({ task, objects: { length } }) =>
      isPipeline ? `${length} (${task.variant})` : `${length}`,
    );
    return [`examples/${example.name}`, isPipeline ? "pipeline" : "releases", charts, objects.join(", ")];
  });
  return printTable([printHeads("Example", "Kind", "Of the charts", "Objects"), ...rows]);
}

function printNext({ charts, packages }: SummaryParts, reference: Pipeline | undefined): string {
  const chart = charts.find(({ name }) => name === reference?.name);
  const archive = packages.find((each) => each.chart === chart)?.path;
  const environments = [...(reference?.environments.keys() ?? [])];
  const [first, last] = [environments.at(0), environments.at(-1)];
  const rows: string[][] = [];
  if (chart !== undefined && archive !== undefined && first !== undefined && last !== undefined) {
    const { directory, name } = chart;
    const where = (environment: string) => `-n ${name}-${environment} --create-namespace`;
    const values = (environment: string) => `-f ${chart.environments.get(environment)}`;
    rows.push(
      ["Show the objects", `node scripts/render.ts ${directory} --env ${last}`],
      ["Install the chart", `helm install ${name} ${directory} ${where(first)} ${values(first)}`],
      ["Install the package", `helm install ${name} ${archive} ${where(last)} ${values(last)}`],
    );
  }
  rows.push(["Change an example", "then run npm run generate, and review the changes with git diff"]);
  return `  ${printHeads("Next").join("")}\n${printTable(rows)}`;
}

function printHeads(...heads: readonly string[]): string[] {
  return heads.map((head) => paint("bold", head));
}
