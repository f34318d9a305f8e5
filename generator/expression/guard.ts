/** Guards: conditions under which a chart refuses to render. */
import { type Expression, NODE, toNode } from "./expression.ts";
import type { ExpressionNode } from "./node.ts";

/** Fails the render with a message when the test holds. The message names the value, what it is and what is wanted. */
export interface Guard {
  readonly test: ExpressionNode;
  readonly message: ExpressionNode;
}

/** Refuses to render when the test holds: what a JSON schema cannot say. */
export function guard(test: Expression<unknown>, message: string | Expression<string>): Guard {
  return { test: test[NODE], message: toNode(message) };
}
