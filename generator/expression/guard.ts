/** Guards: conditions under which a chart refuses to render. */
import { Expression, NODE, toNode } from "./expression.ts";
import { type Guard, Handle } from "./part.ts";

/**
 * Refuses to render when the test holds: for what a JSON schema cannot express, or what must hold without it too.
 * The message names the value, what it is and what is wanted.
 */
export function guard(test: Expression<unknown>, message: string | Expression<string>): Guard {
  return new Handle<"guard", never>({ kind: "guard", test: test[NODE], message: toNode(message) });
}

/** Refuses to render unconditionally: the parts around it are the test. */
export function refuse(message: string | Expression<string>): Guard {
  return guard(new Expression<boolean>(toNode(true)), message);
}
