/** Checks of stages with dependencies or dependents. */
import type { StageContract } from "../../chart/stage-contract.ts";
import type { EnabledValues, Part, Parts, Pipeline, Violation } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { type Pods, podOf, stagesInPodOf } from "./pods.ts";

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

/**
 * An enabled stage that depends on a CronJob, which never completes, or a CronJob that depends on a Job, which runs once
 * for all its runs. `pods` are the stages that share one: they have the schedule of the last.
 */
export function findScheduled(parts: Parts, values: EnabledValues, pods: Pods): Violation | undefined {
  const scheduled = (stage: string): boolean => {
    const host = stagesInPodOf(stage, pods).findLast((other) => values.has(other)) ?? stage;
    return isScheduled(parts.get(host), values.get(host));
  };
  for (const stage of values.keys()) {
    for (const upstream of enabledDependencies(stage, parts, values)) {
      const isShared = podOf(stage, pods) === podOf(upstream, pods);
      const found = isShared
        ? describeSchedule(parts, values, upstream)
        : describeEdge({
            isScheduled: scheduled(stage),
            isScheduledUpstream: scheduled(upstream),
            isBatchUpstream: isBatch(parts.get(upstream)),
            pod: findPod([...stagesInPodOf(upstream, pods), ...stagesInPodOf(stage, pods)], parts, values),
          });
      if (found === undefined) continue;
      const isDirect = parts.get(stage)?.stage.dependsOn.includes(upstream) === true;
      const via = isDirect ? "" : " (the stages between them are disabled)";
      return {
        path: `${stage}.dependsOn`,
        wanted: found.wanted,
        found: `${stage} -> ${upstream}, ${found.found}${via}`,
      };
    }
  }
  return undefined;
}

type Refused = Pick<Violation, "wanted" | "found">;

// In a shared pod, the last stage alone has a schedule.
function describeSchedule(parts: Parts, values: EnabledValues, upstream: string): Refused | undefined {
  if (!isScheduled(parts.get(upstream), values.get(upstream))) return undefined;
  return {
    wanted: "no dependency on a CronJob (the last stage of a chain has its schedule)",
    found: "which is a CronJob",
  };
}

/** A dependency between stages that share no pod. */
interface Edge {
  readonly isScheduled: boolean;
  readonly isScheduledUpstream: boolean;
  readonly isBatchUpstream: boolean;
  /** The stages that could share one. */
  readonly pod: readonly string[] | undefined;
}

function describeEdge({ isScheduled, isScheduledUpstream, isBatchUpstream, pod }: Edge): Refused | undefined {
  const stages = pod?.map((name) => `"${name}"`).join(", ");
  const remedy =
    stages === undefined
      ? ""
      : ` (stages that run on one schedule share a pod, and the last one has the schedule: ordering: { inPod: [[${stages}]] })`;
  if (isScheduledUpstream)
    return { wanted: `no dependency on a CronJob, which never ends${remedy}`, found: "which is a CronJob" };
  if (!isScheduled || !isBatchUpstream) return undefined;
  return {
    wanted: `no dependency of a CronJob on a Job, which runs once and not on the schedule${remedy}`,
    found: "which is a Job",
  };
}

/** The stages of a pod with all that run before it, each after the one that it depends on; nothing if they cannot be. */
function findPod(pod: readonly string[], parts: Parts, values: EnabledValues): readonly string[] | undefined {
  const canShare = (name: string): boolean => {
    const part = parts.get(name);
    return part !== undefined && contractOf(part).chain !== undefined;
  };
  const upstreamOf = (name: string): readonly string[] =>
    enabledDependencies(name, parts, values).filter((upstream) => isBatch(parts.get(upstream)));
  const isChain = pod.every((name, i) => i === 0 || upstreamOf(name).includes(pod[i - 1] ?? ""));
  const [before, ...others] = new Set(pod.flatMap(upstreamOf).filter((name) => !pod.includes(name)));
  if (!pod.every(canShare) || !isChain || others.length > 0) return undefined;
  return before === undefined ? pod : findPod([before, ...pod], parts, values);
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
