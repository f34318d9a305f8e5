/** Variables: an expression that is computed once and used by name, so that no line grows long. */

import type { JsonSchema } from "../json-schema.ts";
import { type Expression, NODE } from "./expression.ts";
import { GO_IDENTIFIER } from "./go-syntax.ts";
import type { ExpressionNode, PathNode } from "./node.ts";
import { createReference, type Reference } from "./reference.ts";

declare const TYPE: unique symbol;

/** A part that uses a variable. */
export class Bind<out T = unknown> {
  declare readonly [TYPE]: T;
  /** With its dollar sign. */
  readonly variable: string;
  readonly value: ExpressionNode;
  readonly body: unknown;

  constructor(variable: string, value: ExpressionNode, body: unknown) {
    this.variable = variable;
    this.value = value;
    this.body = body;
  }
}

/**
 * Computes an expression into a variable (`{{- $hash := ... }}`) for the part that the function makes. A schema says
 * which fields the variable has, where the expression is no reference.
 */
export function bind<V extends NonNullable<unknown>, const T>(
  name: string,
  value: Expression<V>,
  body: (variable: Reference<V>) => T,
  schema?: JsonSchema,
): Bind<T> {
  if (!GO_IDENTIFIER.test(name)) {
    throw new TypeError(
      `Cannot bind a variable: expected a name of letters, digits and underscores, got ${JSON.stringify(name)}`,
    );
  }
  const node = value[NODE];
  const source = node.op === "path" ? node : node.op === "call" ? node.source : undefined;
  // The variable holds the value with its default, and so needs none.
  const { default: _, ...fields } = schema ?? source?.schema ?? {};
  const path: PathNode = {
    op: "path",
    type: node.type,
    root: `$${name}`,
    keys: [],
    optional: false,
    schema: fields,
    models: source?.models ?? [],
  };
  return new Bind(`$${name}`, node, body(createReference(path)));
}
