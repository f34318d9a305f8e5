/** The parts of one stage in a pipeline chart. */
import type { When } from "../../expression/part.ts";
import type { Documents } from "../../manifest/input.ts";

/** The parts of one stage. */
export interface StageParts {
  /** The stage's name. */
  readonly stage: string;
  /** Its template file. */
  readonly documents: Documents;
  /** Its namespace, if it may wait in a gate. */
  readonly gateNamespace?: When<unknown>;
  /** The target of `helm test`, if the stage has one; absent for volumes. */
  readonly tested?: When<unknown>;
}
