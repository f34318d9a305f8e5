/** A pipeline as data, and what an ordering does with it: each names the other, so both stand here. */
import type { Line } from "../chart/notes.ts";
import type { PlainValues } from "../chart/value-at.ts";
import type { Expression } from "../expression/expression.ts";
import type { PipelineContext } from "../library/common/pipeline-context.ts";
import type { Stage } from "../stage/stage.ts";
import type { StageParts } from "./umbrella/stage-parts.ts";

/**
 * What another run of a batch stage means to its dependents, where these wait in gates. `downstream`: they run again too.
 * `self`: they do not.
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
  /** The values of each environment, references resolved. */
  readonly environments: ReadonlyMap<string, object>;
  /** Carries the types of the stages for `environment`; there is no such field. */
  readonly types?: { readonly volumes: V; readonly stages: S };
}

/** The values of the stages that are enabled, in an environment or in none. */
export type EnabledValues = ReadonlyMap<string, PlainValues>;

/** What the ordering of a pipeline means to an operator, in NOTES. */
export interface OrderNotes {
  readonly explanation: readonly Line[];
  readonly commands: readonly Line[];
}

/** How the stages of a pipeline are brought into their order. */
export interface Ordering {
  readonly name: string;
  /** What it does, in a line that follows its name: READMEs and diagrams print it. */
  readonly title: string;
  /** Whether it is the one to take where none is asked for; the first of the list that suits is taken. */
  readonly suits: (parts: Parts) => boolean;
  /**
   * Refuses stages that could not run so, whatever their values; then, for the pipeline and for each environment, those
   * that could not with their values.
   *
   * @throws PipelineError
   */
  readonly checkGraph: (pipeline: Pipeline) => void;
  readonly checkValues: (pipeline: Pipeline, values: EnabledValues) => void;
  /** What it tells the stages of one another, besides what all pipelines tell. */
  readonly context: (pipeline: Pipeline) => OrderingContext;
  /** What the umbrella has of each stage. */
  readonly stages: (pipeline: Pipeline, context: Expression<PipelineContext>) => readonly StageParts[];
  /** The stages that share a pod, each list from the first to the last that is enabled. */
  readonly pods: (parts: Parts, isEnabled: (stage: string) => boolean) => readonly (readonly string[])[];
  readonly notes: (pipeline: Pipeline) => OrderNotes;
}

/** The parts of the pipeline's context that depend on the ordering. */
export interface OrderingContext {
  /** Whether stages wait in gates, and so reach those that they wait for. */
  readonly hasGates: boolean;
  /** Whether pods wait while they hold claims, and so must meet on the node that has such a claim. */
  readonly hasWaitingPods: boolean;
}
