import { planPipelines } from "./plan-pipelines.ts";
import { findRepository, planRepository } from "./plan-repository.ts";
import type { PlannedTexts } from "./planned-output.ts";
import { ArgumentsError, readArguments } from "./read-arguments.ts";

/** What a command line of `generate` or `check` is about. */
export interface OutputsPlan {
  readonly outputs: readonly PlannedTexts[];
  /** The directory of this repository, when the plan is of all that is generated in it. */
  readonly repository?: string;
}

/**
 * Computes what a command line of `generate` or `check` is about: the charts of its pipeline files, or, without files
 * and in this repository, all that is generated there.
 * @throws ArgumentsError, and whatever keeps a chart from being computed
 */
export async function planOutputs(args: readonly string[], usage: string): Promise<OutputsPlan> {
  const { values, positionals } = readArguments({
    args,
    usage,
    options: { out: { type: "string" }, schemas: { type: "string" } },
    positionals: ["file..."],
  });
  if (positionals.length > 0) {
    return { outputs: await planPipelines(positionals, { out: values.out ?? "charts", schemas: values.schemas }) };
  }
  const root = findRepository();
  const option = (["out", "schemas"] as const).find((name) => values[name] !== undefined);
  if (root === undefined || option !== undefined) {
    const message = "Cannot start: expected the argument <file>, a TypeScript file with a pipeline, got none";
    throw new ArgumentsError("file", message, usage);
  }
  return { outputs: (await planRepository(root)).outputs, repository: root };
}
