/** Typed functions of the template language: the call in Go takes as many arguments as the one in JavaScript. */
import type { GoNode } from "./go/go-syntax.ts";
import type { TemplateFunction } from "./node.ts";

/** A function whose `go` gets a node for each argument of its `js`. */
export interface TypedFunction<A extends readonly unknown[]> extends Omit<TemplateFunction, "go" | "js"> {
  readonly go: (args: { readonly [I in keyof A]: GoNode }, prefix: string) => GoNode;
  readonly js: (...args: A) => unknown;
}

/** Makes a function of the template language. */
export function templateFunction<A extends readonly unknown[]>(fn: TypedFunction<A>): TemplateFunction {
  return fn as unknown as TemplateFunction; // the wrapper of a function passes it the arguments that it takes
}
