/** The parts of one stage in a pipeline chart. */
import type { Expression } from "../../expression/expression.ts";
import type { When } from "../../expression/part.ts";
import type { GateContext } from "../../library/common/pipeline-context.ts";
import type { Documents } from "../../manifest/input.ts";

/** Where the gate of a stage is found. */
export interface StageGate {
  /** The gates of all stages. */
  readonly gates: Expression<Readonly<Record<string, GateContext>>>;
  /** The stage whose gate it is: that which has the pod. */
  readonly of: string;
  /** The namespace of the stage. */
  readonly namespace: Expression<string>;
}

/** The parts of one stage. */
export interface StageParts {
  /** The stage's name. */
  readonly stage: string;
  /** Its template file. */
  readonly documents: Documents;
  /** Its gate, if it may wait in one. */
  readonly gate?: StageGate;
  /** The target of `helm test`, if the stage has one; absent for volumes. */
  readonly tested?: When<unknown>;
}
