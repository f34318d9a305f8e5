/** What makes mutants of a template. */
import type { Replacement, Template } from "../template.ts";

/** A small fault: pieces of a template, and what a careless hand might have left there. */
export interface Fault {
  /** A few words: `quote dropped`. */
  readonly title: string;
  readonly replacements: readonly Replacement[];
}

/** Lists the faults of one kind that a template can have. */
export type Mutator = (template: Template) => readonly Fault[];

/** An action that prints nothing, and trims what stands before it. */
export const NOTHING = '{{- "" }}';
