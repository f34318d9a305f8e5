/** Checks of stages with dependencies or dependents. */
import type { StageContract } from "../../chart/stage-contract.ts";
import type { EnabledValues, Part, Pipeline } from "../pipeline.ts";
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

/** Refuses a stage that depends on a scheduled stage, because a CronJob never completes. */
export function checkSchedules({ name, parts }: Pipeline, values: EnabledValues): void {
  for (const [stage, { stage: model }] of parts) {
    const upstream = model.dependsOn.find((other) => isScheduled(parts.get(other), values.get(other)));
    if (upstream === undefined) continue;
    const wanted = "no dependency on a CronJob (the last stage of a chain has its schedule)";
    throw new PipelineError(name, `${stage}.dependsOn`, wanted, `${stage} -> ${upstream}, which is a CronJob`);
  }
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
