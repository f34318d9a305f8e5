/** Each command of kubectl that the notes of a pipeline print finds what it names among the rendered objects. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { runHelm } from "../../../cli/helm/run-helm.ts";
import {
  BatchJob,
  definePipeline,
  evaluate,
  type MixedOrdering,
  type OrderingName,
  type Pipeline,
  printPipeline,
  StatefulStage,
} from "../../../generator/mod.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const served = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } } as const;
const nightly = { kind: "CronJob", cron: { schedule: "0 3 * * *" } } as const;
const release = { name: "rel", namespace: "data" };

type Given = OrderingName | MixedOrdering<"extract" | "load" | "store">;
const define = (ordering: Given, schedule: object): Pipeline =>
  definePipeline({
    name: "etl",
    version: "1.0.0",
    ordering,
    stages: {
      store: new StatefulStage({ image, ...served }),
      extract: new BatchJob({ image }),
      load: new BatchJob({ image, dependsOn: ["extract"], ...schedule }),
    },
  }) as Pipeline; // whichever stages it has

/** The commands, each in one line, by the line above them. */
const commandsOf = (notes: string): ReadonlyMap<string, string> => {
  const lines = notes.replaceAll(/ \\\n\s+/g, " ").split("\n");
  return new Map(lines.flatMap((line, i) => (/^ {2}kubectl /.test(line) ? [[lines[i - 1] ?? "", line.trim()]] : [])));
};

const optionOf = (command: string, name: string): string =>
  new RegExp(`--${name}[ =](\\S+)`).exec(command)?.[1] ?? assert.fail(`${command}: no --${name}`);

interface Template {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly initContainers?: readonly { readonly name: string }[];
    readonly containers: readonly { readonly name: string }[];
  };
}

/** The pod template of a controller. */
const templateOf = (object: object): Template | undefined => {
  const { spec } = object as { spec?: { template?: Template; jobTemplate?: { spec: { template: Template } } } }; // as rendered
  return spec?.jobTemplate?.spec.template ?? spec?.template;
};

describe("the commands in the notes of a pipeline", () => {
  const directory = useTemporaryDirectory();
  const notesOf = async (pipeline: Pipeline, args: readonly string[]): Promise<string> => {
    const chart = `${directory.path}/${pipeline.name}`;
    await placeFiles(chart, printPipeline(pipeline));
    const helm = await findHelm({ version: "4.1.4" });
    const { code, stdout, stderr } = await runHelm(helm, [
      ...["install", release.name, chart, "--namespace", release.namespace, "--dry-run=client"],
      ...args,
    ]);
    assert.equal(code, 0, stderr);
    return stdout.slice(stdout.indexOf("NOTES:\n"));
  };

  const cases: readonly (readonly [title: string, ordering: Given, schedule: object, values: object])[] = [
    ["a chain", "inPod", {}, {}],
    ["a chain on a schedule", "inPod", nightly, {}],
    ["a chain whose last stage is disabled", "inPod", {}, { load: { enabled: false } }],
    ["stages that share a pod beside gates", { inPod: [["extract", "load"]] }, nightly, {}],
    ["gates", "gates", {}, {}],
    ["hooks", "hooks", {}, {}],
    ["no ordering, with a schedule", "none", nightly, {}],
  ];
  for (const [title, ordering, schedule, values] of cases) {
    it(`find their containers, pods and CronJobs: ${title}`, async () => {
      const pipeline = define(ordering, schedule);
      const args = Object.keys(values).map((stage) => `--set=${stage}.enabled=false`);
      const commands = commandsOf(await notesOf(pipeline, args));
      const { objects } = evaluate(pipeline, { release, values: { ...values } });
      const cronJobs = objects.filter(({ kind }) => kind === "CronJob").map(({ metadata }) => metadata.name);
      const hasSchedule = [...commands.values()].flatMap((command) => /--from=cronjob\/(\S+)/.exec(command)?.[1] ?? []);
      assert.deepEqual(hasSchedule, cronJobs);
      const isOff = (stage: string): boolean => Object.keys(values).includes(stage);
      for (const [above, command] of commands) {
        if (!command.startsWith("kubectl logs")) continue;
        const named = /stages? (\w+(?:, \w+)*):$/.exec(above)?.[1]?.split(", ");
        const stages = (named ?? [...pipeline.parts.keys()]).filter((stage) => !isOff(stage));
        const tried = stages.map((stage) => {
          const filled = command.replaceAll("<stage>", stage);
          const [selector, container] = [optionOf(filled, "selector"), optionOf(filled, "container")];
          return objects.some((object) => {
            const template = templateOf(object);
            const labels = Object.entries(template?.metadata?.labels ?? {}).map((pair) => pair.join("="));
            const all = [...(template?.spec?.initContainers ?? []), ...(template?.spec?.containers ?? [])];
            const isSelected = selector.split(",").every((label) => labels.includes(label));
            return isSelected && all.some(({ name }) => name === container);
          });
        });
        // Only a stage with dependencies has a gate.
        const isFound = above.startsWith("Show what") ? tried.some(Boolean) : tried.every(Boolean) && tried.length > 0;
        assert.ok(isFound, `${above} ${command}: ${stages.join()} ${tried.join()}`);
      }
    });
  }
});
