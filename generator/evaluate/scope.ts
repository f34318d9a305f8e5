/** What an expression sees while it is computed. */
import { type Root, Yields } from "./yields.ts";

/** The root (`.Values`, `.Release` ...) and the variables around an expression. */
export interface EvaluationScope {
  readonly root: Root;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Those of the render that the scope is part of. */
  readonly yields: Yields;
}

/** The scope of a named template: a root and no variables. */
export function scopeOf(root: unknown, yields: Yields = new Yields()): EvaluationScope {
  return { root: root as Root, variables: {}, yields }; // a root is a map
}

/** A scope with more variables. */
export function withVariables(scope: EvaluationScope, variables: Readonly<Record<string, unknown>>): EvaluationScope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}
