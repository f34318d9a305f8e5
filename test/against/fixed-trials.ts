/** Values that somebody has written: those of ci/, of the examples, and of the mutation tests. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { otherPipelines } from "../../mutation/charts/cases/other-pipelines.ts";
import { pipelineValues } from "../../mutation/charts/cases/pipeline-values.ts";
import type { RenderOptions, Target } from "./side.ts";
import type { Trial, TrialSubject } from "./trial.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The directories of committed pipeline charts, by their example. */
const pipelineCharts: Readonly<Record<string, string>> = { "reference-pipeline": "pipeline" };

/** A library chart with its defaults and each file of its ci/. */
export function listChartTrials(name: string): readonly Trial[] {
  const subject = { kind: "chart", name } as const;
  return [{}, ...readFiles(`charts/${name}/ci`)].map((values) => ({ subject, options: { values } }));
}

/** Each example in each environment, and with each of its values files. */
export function listExampleTrials(examples: ReadonlyMap<string, Target>): readonly Trial[] {
  return [...examples].flatMap(([name, { environments }]) => {
    const subject: TrialSubject = { kind: "example", name };
    const [directory = "", release] = name.split("/");
    const files =
      directory === "mutation"
        ? []
        : readdir(`examples/${directory}/values`)
            .filter((file) => release === undefined || file === `${release}.yaml`)
            .map((file) => readValues(`examples/${directory}/values/${file}`));
    const chart = pipelineCharts[name];
    const ci = chart === undefined ? [] : readFiles(`charts/${chart}/ci`);
    const all: readonly RenderOptions[] = [
      { values: {} },
      ...[...environments.keys()].map((environment) => ({ values: {}, environment })),
      ...[...files, ...ci].map((values) => ({ values })),
    ];
    return all.map((options) => ({ subject, options }));
  });
}

/** Pipelines with the values by which the mutation tests find faults in them; guards refuse many. */
export function listRefusedTrials(): readonly Trial[] {
  const trialsOf = (name: string, all: readonly Values[]): readonly Trial[] =>
    all.map((values) => ({ subject: { kind: "example", name }, options: { values } }));
  return [
    ...trialsOf("reference-pipeline", pipelineValues),
    ...otherPipelines.flatMap(({ pipeline, shared = [], accepted, refused }) =>
      trialsOf(`mutation/${pipeline.name}`, [...shared, ...accepted, ...refused]),
    ),
  ];
}

function readFiles(directory: string): readonly Values[] {
  return readdir(directory).map((file) => readValues(`${directory}/${file}`));
}

function readdir(directory: string): readonly string[] {
  return readdirSync(join(root, directory), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

function readValues(path: string): Values {
  return (readYaml(readFileSync(join(root, path), "utf8")) ?? {}) as Values; // values are a map
}
