/** Guards: conditions under which a chart refuses to render. */
import { type Expression, NODE, toNode } from "./expression.ts";
import type { ExpressionNode } from "./node.ts";

/** Fails the render with a message when the test holds; it stands among the documents of a template. */
export class Guard {
  readonly test: ExpressionNode;
  readonly message: ExpressionNode;

  constructor(test: ExpressionNode, message: ExpressionNode) {
    this.test = test;
    this.message = message;
  }
}

/**
 * Refuses to render when the test holds: what a JSON schema cannot say, or what must hold without it too.
 * The message names the value, what it is and what is wanted.
 */
export function guard(test: Expression<unknown>, message: string | Expression<string>): Guard {
  return new Guard(test[NODE], toNode(message));
}
