/** What a pipeline chart has of one stage. */
import type { When } from "../../expression/part.ts";
import type { Documents } from "../../manifest/input.ts";

/** The parts of one stage. */
export interface StageParts {
  /** The stage's name. */
  readonly stage: string;
  /** Its template file. */
  readonly documents: Documents;
  /** What `helm test` looks at, on the condition that the stage has it; absent for volumes. */
  readonly tested?: When<unknown>;
}
