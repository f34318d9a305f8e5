/** Checks of stages with dependencies or dependents. */
import type { StageContract } from "../../chart/stage-contract.ts";
import type { EnabledValues, Part, Parts, Pipeline, Violation } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";

/** The contract of a part; every part of a pipeline has one. */
export function contractOf({ stage: { chart } }: Part): StageContract {
  const { stage } = chart;
  if (stage === undefined) throw new TypeError(`Cannot use chart ${chart.name} as a stage: it has no stage contract`);
  return stage;
}

/** Whether a part is a batch stage, which runs to completion. */
export function isBatch(part: Part | undefined): boolean {
  return part !== undefined && contractOf(part).role === "batch";
}

/** The enabled stages that a stage depends on: a disabled one is replaced by its own dependencies. */
export function enabledDependencies(stage: string, parts: Parts, values: EnabledValues): readonly string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    for (const upstream of parts.get(name)?.stage.dependsOn ?? []) {
      if (seen.has(upstream)) continue;
      seen.add(upstream);
      if (!values.has(upstream)) visit(upstream);
    }
  };
  visit(stage);
  return [...seen].filter((name) => values.has(name));
}

/** An enabled stage that depends on a scheduled stage, which never completes because it is a CronJob. */
export function findScheduled(parts: Parts, values: EnabledValues): Violation | undefined {
  for (const stage of values.keys()) {
    const upstream = enabledDependencies(stage, parts, values).find((other) =>
      isScheduled(parts.get(other), values.get(other)),
    );
    if (upstream === undefined) continue;
    const isDirect = parts.get(stage)?.stage.dependsOn.includes(upstream) === true;
    return {
      path: `${stage}.dependsOn`,
      wanted: "no dependency on a CronJob (the last stage of a chain has its schedule)",
      found: `${stage} -> ${upstream}, which is a CronJob${isDirect ? "" : " (the stages between them are disabled)"}`,
    };
  }
  return undefined;
}

function isScheduled(part: Part | undefined, values: object | undefined): boolean {
  if (part === undefined || values === undefined) return false;
  return contractOf(part).facts?.isScheduled?.(values as Readonly<Record<string, unknown>>) === true; // values are a map
}

/** Refuses a stage that needs a gate, if its chart cannot have one. */
export function checkGates({ name, ordering, parts }: Pipeline, waits: (stage: string) => boolean): void {
  for (const [stage, part] of parts) {
    if (!waits(stage) || contractOf(part).gate !== undefined) continue;
    const wanted = `no dependencies: ordering "${ordering.name}" needs a gate in its pod, which chart ${part.stage.chart.name} lacks (stage.gate)`;
    throw new PipelineError(name, `${stage}.dependsOn`, wanted, part.stage.dependsOn.join(", "));
  }
}

/** The named templates of the checks of a stage with dependents. */
export function dependencyChecks(
  part: Part,
  isDependency: boolean,
): readonly NonNullable<StageContract["dependencyChecks"]>[] {
  const { dependencyChecks: checks } = contractOf(part);
  return isDependency && checks !== undefined ? [checks] : [];
}
