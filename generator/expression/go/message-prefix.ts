/**
 * What messages of refusals begin with: a pipeline puts `extract:` into the root of the stage `extract`, as `.Prefix`,
 * and functions get it as their first argument. A chart that is installed alone has none.
 */
import { fieldInGo, isNil } from "./go-values.ts";

/** The key of a root that holds the prefix of messages. */
export const PREFIX_KEY = "Prefix";
/** The variable of a function that holds the prefix of messages. */
export const PREFIX_VARIABLE = "$prefix";

/** A message after the prefix that a root has for it, if there is one. */
export function withPrefix(message: string, root: unknown): string {
  const prefix = fieldInGo(root, PREFIX_KEY);
  return isNil(prefix) ? message : `${String(prefix)} ${message}`;
}
