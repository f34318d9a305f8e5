/** Guards: conditions under which a chart refuses to render. */
import { type Expression, NODE, toNode } from "./expression.ts";
import { type Guard, Handle } from "./part.ts";

/**
 * Refuses to render when the test holds: what a JSON schema cannot say, or what must hold without it too.
 * The message names the value, what it is and what is wanted.
 */
export function guard(test: Expression<unknown>, message: string | Expression<string>): Guard {
  return new Handle<"guard", never>({ kind: "guard", test: test[NODE], message: toNode(message) });
}

/** Refuses to render where it stands: behind a condition, or in a loop. */
export function refuse(message: string | Expression<string>): Guard {
  return new Handle<"guard", never>({ kind: "guard", test: toNode(true), message: toNode(message) });
}
