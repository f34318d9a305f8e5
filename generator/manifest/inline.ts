/** Maps and lists on one line. */
import { Handle, toPart } from "../expression/part.ts";

/**
 * A short map or list that is printed on one line, as `[get]` or `{ type: RuntimeDefault }`: constants, scalar
 * expressions that are always there, and maps and lists of such.
 */
export function inline<const T extends object>(value: T): T {
  const part = toPart(value);
  if (part.kind !== "map" && part.kind !== "list")
    throw new TypeError("Cannot print on one line: expected a map or a list");
  return new Handle<"map" | "list", T>({ ...part, isInline: true }) as unknown as T; // a manifest takes it as what it holds
}
