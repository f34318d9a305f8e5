/** What an expression sees while it is computed. */
import type { Define } from "../expression/define.ts";

/**
 * What named templates have yielded in one render, by the root that they saw. A named template has no parameters, and
 * nothing changes a root, so the same template yields the same from the same root: what tells the stages of a pipeline
 * of one another is computed once and not once a stage.
 */
export type Yields = Map<unknown, Map<Define, unknown>>;

/** The root (`.Values`, `.Release` ...) and the variables around an expression. */
export interface EvaluationScope {
  readonly root: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly yields: Yields;
}

/** The scope of a named template: a root and no variables. `yields` are those of the render that it is part of. */
export function scopeOf(root: unknown, yields: Yields = new Map()): EvaluationScope {
  return { root: root as Readonly<Record<string, unknown>>, variables: {}, yields }; // a root is a map
}

/** A scope with more variables. */
export function withVariables(scope: EvaluationScope, variables: Readonly<Record<string, unknown>>): EvaluationScope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}
