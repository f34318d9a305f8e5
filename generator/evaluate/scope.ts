/** What an expression sees while it is computed. */

/** The root (`.Values`, `.Release` ...) and the variables around an expression. */
export interface EvaluationScope {
  readonly root: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The scope of a named template: a root and no variables. */
export function scopeOf(root: unknown): EvaluationScope {
  return { root: root as Readonly<Record<string, unknown>>, variables: {} }; // a root is a map
}

/** A scope with more variables. */
export function withVariables(scope: EvaluationScope, variables: Readonly<Record<string, unknown>>): EvaluationScope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}
