/** The escape hatch: literal template text. */
import { Expression } from "./expression.ts";
import { atom } from "./go/go-syntax.ts";
import type { ValueType } from "./node.ts";

/** Go template text and the function that computes the same; `reason` explains why no function of the SDK fits. */
export function raw<T>(text: {
  readonly type: ValueType;
  readonly go: string;
  readonly js: () => T;
  readonly reason: string;
}): Expression<T> {
  return new Expression<T>({
    op: "call",
    type: text.type,
    args: [],
    optional: false,
    // A command that is already text: parenthesized as an argument unless it is one word.
    function: {
      name: `raw ${text.go}`,
      go: () => (/\s/.test(text.go) ? { kind: "command", words: [atom(text.go)] } : atom(text.go)),
      js: text.js,
    },
  });
}
