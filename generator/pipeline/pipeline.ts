/** A pipeline as data, and the interface of an ordering: each refers to the other, so both are in one file. */
import type { Line } from "../chart/notes.ts";
import type { PlainValues } from "../chart/value-at.ts";
import type { Expression } from "../expression/expression.ts";
import type { PipelineContext } from "../library/common/pipeline-context.ts";
import type { Stage } from "../stage/stage.ts";
import type { StageParts } from "./umbrella/stage-parts.ts";

/**
 * What another run of a batch stage means for its dependents, where these wait in gates. `downstream`: they run again
 * too. `self`: they do not.
 */
export type Rerun = "downstream" | "self";

/** One subchart of the umbrella. */
export interface Part {
  readonly stage: Stage;
  /** Plain values, references resolved. */
  readonly values: object;
}

/** The parts of a pipeline by name: volumes first, then stages in the order of their definition. */
export type Parts = ReadonlyMap<string, Part>;

/** A pipeline that has passed its checks. */
export interface Pipeline<V = unknown, S = unknown> {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** The TypeScript file of the definition, for the headers of generated files. */
  readonly source: string;
  readonly ordering: Ordering;
  readonly rerun: Rerun;
  readonly parts: Parts;
  /** Objects of the pipeline's own, by id, references resolved. */
  readonly extraObjects: object;
  /** The values of each environment, references resolved. */
  readonly environments: ReadonlyMap<string, object>;
  /** Carries the types of the stages for `withEnvironment`; there is no such field. */
  readonly types?: { readonly volumes: V; readonly stages: S };
}

/** The values of the stages that are enabled, in an environment or in none. */
export type EnabledValues = ReadonlyMap<string, PlainValues>;

/** A value, or a dependency, with which a pipeline could not run. */
export interface Violation {
  /** The path below the pipeline: the stage first. */
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}

/** The notes about the ordering of a pipeline for an operator. */
export interface OrderNotes {
  readonly explanation: readonly Line[];
  readonly commands: readonly Line[];
}

/** How the dependencies of a pipeline are carried out. */
export interface Ordering {
  readonly name: string;
  /** What it does, in a line that follows its name, in READMEs and diagrams. */
  readonly title: string;
  /**
   * Whether it suits a pipeline that names no ordering; the first of the list that does is used. `all` are the values of
   * the pipeline and of each of its environments.
   */
  readonly suits: (parts: Parts, all: readonly EnabledValues[]) => boolean;
  /**
   * Refuses stages that could not run, whatever their values.
   *
   * @throws PipelineError
   */
  readonly checkGraph: (pipeline: Pipeline) => void;
  /** The first reason why stages could not run with their values: those of the pipeline, or of an environment. */
  readonly findViolation: (parts: Parts, values: EnabledValues) => Violation | undefined;
  /** Whether the pod of a stage waits for others while it holds its claims. */
  readonly waits: (stage: string, parts: Parts, values: EnabledValues) => boolean;
  /** The parts of the context of stages that depend on the ordering. */
  readonly context: (pipeline: Pipeline) => OrderingContext;
  /** The parts of each stage in the umbrella. */
  readonly stages: (pipeline: Pipeline, context: Expression<PipelineContext>) => readonly StageParts[];
  /** The stages that share a pod, each list from the first to the last that is enabled. */
  readonly pods: (parts: Parts, isEnabled: (stage: string) => boolean) => readonly (readonly string[])[];
  readonly notes: (pipeline: Pipeline) => OrderNotes;
}

/** The parts of the pipeline's context that depend on the ordering. */
export interface OrderingContext {
  /** Whether stages wait in gates, and so connect to their dependencies. */
  readonly hasGates: boolean;
  /** Whether pods wait while they hold claims, and so must run on the node of a ReadWriteOnce claim. */
  readonly hasWaitingPods: boolean;
}
