/** What stages cannot be in the order that a pipeline asks for, in itself and in each of its environments. */

import { isDeepStrictEqual } from "node:util";
import { coalesceValues, withoutNulls } from "../../evaluate/coalesce-values.ts";
import { batchJob } from "../../library/batch-job/chart.ts";
import { csiVolume } from "../../library/csi-volume/chart.ts";
import type { Part, Pipeline } from "../define-pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { findChains, strayDependency } from "./find-chains.ts";

/** The values that the checks read. */
interface StageValues {
  readonly enabled?: boolean;
  readonly kind?: string;
  readonly job?: { readonly ttlSecondsAfterFinished?: number };
  readonly volumes?: Readonly<Record<string, VolumeValues>>;
}
interface VolumeValues {
  readonly enabled?: boolean;
  readonly type?: string;
  readonly pipelineVolume?: { readonly stage: string; readonly volume: string };
  readonly claim?: { readonly accessModes?: readonly string[] };
}

/** The settings of a pod or a Job: in a chain that shares one, those of its last stage count. */
const POD_SETTINGS = [
  "affinity",
  "cron",
  "hostAliases",
  "job",
  "kind",
  "networkPolicy",
  "nodeSelector",
  "podAnnotations",
  "podLabels",
  "podSecurity",
  "podSecurityContext",
  "priorityClassName",
  "restartPolicy",
  "runtimeClassName",
  "schedulerName",
  "serviceAccount",
  "terminationGracePeriodSeconds",
  "tolerations",
  "topologySpreadConstraints",
] as const;

interface Check {
  readonly pipeline: Pipeline;
  /** The values of an enabled stage. */
  readonly valuesOf: (stage: string) => StageValues | undefined;
}

/**
 * Refuses stages that could not run in the order of their pipeline.
 *
 * @throws PipelineError that names the stage, and the environment where it is one's own
 */
export function checkOrdering(pipeline: Pipeline): void {
  checkEdges(pipeline);
  for (const environment of [undefined, ...pipeline.environments.keys()]) {
    const over = environment === undefined ? {} : (pipeline.environments.get(environment) ?? {});
    const values = new Map([...pipeline.parts].map(([stage, part]) => [stage, enabledValues(part, stage, over)]));
    const valuesOf = (stage: string): StageValues | undefined => values.get(stage);
    for (const check of [checkSchedules, checkTimeToLive, checkPodVolumes, checkPodSettings])
      check({ pipeline, valuesOf });
  }
}

function enabledValues(part: Part, stage: string, over: object): StageValues | undefined {
  const own = (over as Readonly<Record<string, object>>)[stage] ?? {}; // an environment holds values by stage
  const values: StageValues = withoutNulls(coalesceValues(part.values, own));
  return values.enabled === false ? undefined : values;
}

function checkEdges({ name, ordering, parts }: Pipeline): void {
  const stray = ordering === "inPod" ? strayDependency(parts) : undefined;
  if (stray !== undefined) {
    const wanted = 'batch stages in a row, as ordering "inPod" demands (ordering "gates" orders any graph)';
    throw new PipelineError(name, `${stray[0]}.dependsOn`, wanted, stray.join(" -> "));
  }
  if (ordering !== "hooks") return;
  for (const [stage, part] of parts) {
    const upstream = isBatch(part) ? undefined : part.stage.dependsOn.find((other) => isBatch(parts.get(other)));
    if (upstream === undefined) continue;
    const wanted = 'no batch stage, which ordering "hooks" runs only when all services are there (use "gates")';
    throw new PipelineError(name, `${stage}.dependsOn`, wanted, `${stage} -> ${upstream}`);
  }
}

function checkSchedules({ pipeline: { name, ordering, parts }, valuesOf }: Check): void {
  if (ordering === "none") return;
  for (const [stage, { stage: model }] of parts) {
    const upstream = model.dependsOn.find((other) => isBatch(parts.get(other)) && valuesOf(other)?.kind === "CronJob");
    if (upstream === undefined) continue;
    const wanted = "stages that end, no CronJob: the last stage of a chain has its schedule";
    throw new PipelineError(name, `${stage}.dependsOn`, wanted, `${stage} -> ${upstream}, which waits for a schedule`);
  }
}

function checkTimeToLive({ pipeline: { name, parts }, valuesOf }: Check): void {
  for (const [stage, part] of parts) {
    const values = isBatch(part) ? valuesOf(stage) : undefined;
    const seconds = values?.kind === "CronJob" ? undefined : values?.job?.ttlSecondsAfterFinished;
    if (seconds === undefined) continue;
    const wanted = "none in a pipeline, whose next upgrade would run a Job again that is gone";
    throw new PipelineError(name, `${stage}.job.ttlSecondsAfterFinished`, wanted, String(seconds));
  }
}

// A pod that waits holds its claims: one that only one pod may hold would be kept from the very stage it waits for.
function checkPodVolumes({ pipeline: { name, ordering, parts }, valuesOf }: Check): void {
  if (ordering !== "gates") return;
  const holders = new Map<string, string>();
  for (const [stage, part] of parts) {
    if (part.stage.chart === csiVolume) continue;
    for (const { enabled, type, pipelineVolume } of Object.values(valuesOf(stage)?.volumes ?? {})) {
      if (enabled === false || pipelineVolume === undefined || (type ?? "pipelineVolume") !== "pipelineVolume")
        continue;
      const { stage: owner, volume } = pipelineVolume;
      const modes = valuesOf(owner)?.volumes?.[volume]?.claim?.accessModes ?? [];
      const key = `${owner}.${volume}`;
      const other = holders.get(key);
      if (modes.includes("ReadWriteOncePod") && other !== undefined && waits(parts, stage, other)) {
        const wanted = 'access modes that let several pods in (ordering "inPod" runs a chain of stages in one)';
        const found = `ReadWriteOncePod, which ${other} and ${stage} share`;
        throw new PipelineError(name, `${owner}.volumes.${volume}.claim.accessModes`, wanted, found);
      }
      holders.set(key, stage);
    }
  }
}

function waits(parts: ReadonlyMap<string, Part>, ...stages: readonly string[]): boolean {
  return stages.some((stage) => (parts.get(stage)?.stage.dependsOn ?? []).length > 0);
}

function checkPodSettings({ pipeline: { name, ordering, parts }, valuesOf }: Check): void {
  if (ordering !== "inPod") return;
  for (const chain of findChains(parts)) {
    const enabled = chain.filter((stage) => valuesOf(stage) !== undefined);
    const last = enabled.at(-1) ?? "";
    for (const stage of enabled.slice(0, -1)) {
      const own = valuesOf(stage) as Readonly<Record<string, unknown>>; // enabled
      const counts = valuesOf(last) as Readonly<Record<string, unknown>>; // likewise
      const lost = POD_SETTINGS.find((key) => own[key] !== undefined && !isDeepStrictEqual(own[key], counts[key]));
      if (lost === undefined) continue;
      const wanted = `the same as in ${last}, in whose pod the stages ${enabled.join(", ")} run (ordering "gates" gives each its own)`;
      throw new PipelineError(name, `${stage}.${lost}`, wanted, "values of its own");
    }
  }
}

function isBatch(part: Part | undefined): boolean {
  return part?.stage.chart === batchJob;
}
