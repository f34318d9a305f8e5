/** Pipelines as plain data, which can be drawn and printed, and the pipelines that they become. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import {
  BatchJob,
  CsiVolume,
  type CsiVolumeOptions,
  definePipeline,
  type ExtraObjectOptions,
  type MixedOrdering,
  type OrderingName,
  type Pipeline,
  type Rerun,
  refer,
  ServiceStage,
  StatefulStage,
} from "../../generator/mod.ts";

/** The kinds of stages that run something. */
export const stageKinds = ["BatchJob", "ServiceStage", "StatefulStage"] as const;
/** How stages may wait for one another. */
export const orderings: readonly OrderingName[] = ["inPod", "gates", "hooks", "none"];
/** What another run of a stage may mean to its dependents. */
export const reruns: readonly Rerun[] = ["downstream", "self"];

/** One stage. */
export interface StagePlan {
  readonly name: string;
  readonly kind: (typeof stageKinds)[number];
  readonly values: Values;
  /** Stages that it waits for. */
  readonly dependsOn: readonly string[];
  /** Volume stages whose volume `data` it mounts. */
  readonly mounts: readonly string[];
  /** Stages before it whose address it reads, those of batch jobs left out. */
  readonly reads: readonly string[];
}

/** One volume stage. */
export interface VolumePlan {
  readonly name: string;
  readonly values: Values;
}

/** A pipeline. */
export interface PipelinePlan {
  readonly name: string;
  readonly ordering: OrderingName | MixedOrdering;
  readonly rerun: Rerun;
  readonly volumes: readonly VolumePlan[];
  readonly stages: readonly StagePlan[];
  /** Stages whose names an object of the pipeline's own has. */
  readonly named?: readonly string[];
  /** Values of environments by name. */
  readonly environments: Readonly<Record<string, Values>>;
}

type WorkloadStage = BatchJob<string> | ServiceStage<string> | StatefulStage<string>;

/** @throws PipelineError, ValuesError */
export function defineFrom(plan: PipelinePlan): Pipeline {
  const { name, ordering, rerun, volumes, stages, named = [], environments } = plan;
  const volumeModels = new Map(volumes.map((volume) => [volume.name, createVolume(volume)]));
  const models = new Map<string, WorkloadStage>();
  for (const stage of stages) models.set(stage.name, createStage(stage, volumeModels, models));
  // What TypeScript would infer of a definition that is written by hand, it cannot know of one that is drawn.
  const definition = {
    name,
    version: "0.1.0",
    ordering,
    rerun,
    volumes: Object.fromEntries(volumeModels),
    stages: Object.fromEntries(models),
    ...(named.length === 0 ? {} : { extraObjects: { names: createNames(named, models) } }),
    environments,
  } as unknown as Parameters<typeof definePipeline>[0];
  return definePipeline(definition);
}

function createNames(named: readonly string[], models: ReadonlyMap<string, WorkloadStage>): ExtraObjectOptions {
  const names = named.map((name) => [name, refer(models.get(name)).name] as const);
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: refer().name.with({ suffix: "-names" }) },
    data: Object.fromEntries(names),
  };
}

function createVolume({ values }: VolumePlan): CsiVolume {
  return new CsiVolume(values as unknown as CsiVolumeOptions); // drawn from the model
}

function createStage(
  { kind, values, dependsOn, mounts, reads }: StagePlan,
  volumes: ReadonlyMap<string, CsiVolume>,
  stages: ReadonlyMap<string, WorkloadStage>,
): WorkloadStage {
  const mounted = mounts.flatMap((name, i) => {
    const volume = volumes.get(name)?.volume("data");
    return volume === undefined ? [] : [[`from-${name}`, { mountPath: `/from/${i}`, pipelineVolume: volume }] as const];
  });
  const addresses = reads.flatMap((name, i) => {
    const stage = stages.get(name);
    if (stage === undefined || stage instanceof BatchJob) return [];
    const address = i % 2 === 0 ? stage.address() : stage.address("url", "http");
    return [[`ADDRESS_${i}`, { fromService: address }] as const];
  });
  const options = {
    ...values,
    dependsOn,
    volumes: { ...(values["volumes"] as object | undefined), ...Object.fromEntries(mounted) },
    env: { ...(values["env"] as object | undefined), ...Object.fromEntries(addresses) },
  } as unknown as ConstructorParameters<typeof BatchJob<string>>[0]; // drawn from the model of the kind
  switch (kind) {
    case "BatchJob":
      return new BatchJob<string>(options);
    case "ServiceStage":
      return new ServiceStage<string>(options as ConstructorParameters<typeof ServiceStage<string>>[0]); // likewise
    case "StatefulStage":
      return new StatefulStage<string>(options as ConstructorParameters<typeof StatefulStage<string>>[0]); // likewise
    default:
      return kind satisfies never;
  }
}
