import { command, type GoNode, stringConstant } from "./go-syntax.ts";

/** A value that the first to need it stores in a map, where the others find it: `or` stops at the first that is set. */
export function keep(kept: GoNode, store: GoNode, key: string, value: GoNode): GoNode {
  return command("or", kept, command("get", command("set", store, stringConstant(key), value), stringConstant(key)));
}
