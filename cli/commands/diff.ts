import process from "node:process";
import { compareEnvironments, type EnvironmentsComparison } from "../../generator/diff/compare-environments.ts";
import type { TextRole } from "../../generator/diff/paint.ts";
import { printComparison } from "../../generator/diff/print-comparison.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { choose } from "../arguments/choose.ts";
import { createCommand } from "../arguments/create-command.ts";
import { formatOption, namespaceOption, readWord, releaseOption } from "../arguments/options.ts";
import { findPipeline } from "../pipeline-file/find-pipeline.ts";
import { paint } from "../terminal/style-output.ts";

/** The name of the pipeline without an environment, unless an environment has this name. */
const BASE = "base";

const styles = {
  "+": "green",
  "-": "red",
  "~": "yellow",
  heading: "bold",
  quiet: "dim",
} as const satisfies Readonly<Record<TextRole, string>>;

/**
 * `chartwright diff [FILE]`: prints how two environments of a pipeline differ.
 * @param find reads the pipeline of the file, or chooses one when no file is named
 */
export function diffCommand(name = "chartwright diff", find: typeof findPipeline = findPipeline) {
  const command = createCommand(name, {
    description: "Compares two environments of a pipeline: their values, and the objects that Helm would render.",
    example: `${name} pipelines/etl.ts --from staging --to prod`,
  });
  return command
    .argument("[file]", "a pipeline file, as for chartwright generate (default: the only file in pipelines/)")
    .option("--from <name>", "an environment; base is the pipeline without one", readWord, BASE)
    .requiredOption("--to <name>", "the environment to compare it with", readWord)
    .addOption(releaseOption("the pipeline's name"))
    .addOption(namespaceOption())
    .addOption(formatOption(["text", "json"]).default("text" as const))
    .option("--exit-code", "end with code 1 when they differ")
    .action(async (file, { from, to, release, namespace, format, exitCode }) => {
      const pipeline = await find(file);
      const comparison = compareEnvironments(pipeline, {
        from: findEnvironment(pipeline, "--from", from),
        to: findEnvironment(pipeline, "--to", to),
        release: { name: release ?? pipeline.name, namespace },
      });
      if (format === "json") console.log(JSON.stringify({ pipeline: pipeline.name, from, to, ...comparison }, null, 2));
      else process.stdout.write(printComparison(comparison, { from, to, namespace, paint: paintRole }));
      if (exitCode === true && isDifferent(comparison)) process.exitCode = 1;
    });
}

/** The name of an environment of the pipeline; undefined is the pipeline without one. */
function findEnvironment({ name, environments }: Pipeline, option: string, value: string): string | undefined {
  const doing = `Cannot compare environments of pipeline "${name}": ${option}`;
  const chosen = choose(doing, value, [BASE, ...environments.keys()]);
  return environments.has(chosen) ? chosen : undefined;
}

function paintRole(role: TextRole, text: string): string {
  return paint(styles[role], text);
}

function isDifferent({ values, objects }: EnvironmentsComparison): boolean {
  return values.length + objects.changed.length > 0;
}
