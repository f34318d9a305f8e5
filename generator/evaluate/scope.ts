/** What an expression sees while it is computed. */
import { type KnownYields, type Root, Yields } from "./yields.ts";

/**
 * A variable with its dollar sign, linked to those bound before it: a pipeline with hundreds of stages binds as many.
 */
export interface Variable {
  readonly name: string;
  readonly value: unknown;
  readonly outer: Variable | undefined;
}

/** The root (`.Values`, `.Release` ...) and the variables around an expression. */
export interface EvaluationScope {
  readonly root: Root;
  /** The innermost one. */
  readonly variable: Variable | undefined;
  /** What is known of the root. */
  readonly known: KnownYields;
  /** What is known of all roots of the render that the scope is part of. */
  readonly yields: Yields;
}

/** The scope of a named template that is included with a root of its own: no variables. */
export function scopeOf(root: unknown, yields: Yields = new Yields()): EvaluationScope {
  const seen = root as Root; // a root is a map
  return { root: seen, variable: undefined, known: yields.of(seen), yields };
}

/** The scope of a named template that sees its includer's root: no variables. */
export function withoutVariables({ root, known, yields }: EvaluationScope): EvaluationScope {
  return { root, variable: undefined, known, yields };
}

/** A scope with one more variable, which hides an outer one of its name. */
export function withVariable(
  { root, variable, known, yields }: EvaluationScope,
  name: string,
  value: unknown,
): EvaluationScope {
  return { root, variable: { name, value, outer: variable }, known, yields };
}

/** The value of a variable; absent where there is none. */
export function readVariable({ variable }: EvaluationScope, name: string): unknown {
  let found = variable;
  while (found !== undefined && found.name !== name) found = found.outer;
  return found?.value;
}
