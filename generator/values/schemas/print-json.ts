/** Prints plain data as JSON that people and Helm read fast: a map or list is on one line where it fits. */
import { isMap } from "../../is-map.ts";

const WIDTH = 120;

/** The data as JSON, indented by two spaces; a map or list on one line when that is at most 120 characters long. */
export function printJson(value: unknown): string {
  return print(value, "", 0);
}

// `before` is how long the line is to the left of the value.
function print(value: unknown, pad: string, before: number): string {
  // A comma may follow.
  const flat = printFlat(value, WIDTH - before);
  if (flat !== undefined) return flat;
  const inner = `${pad}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + print(item, inner, inner.length)).join(",\n")}\n${pad}]`;
  }
  if (!isMap(value)) return JSON.stringify(value);
  const lines = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(item, inner, start.length);
  });
  return `{\n${lines.join(",\n")}\n${pad}}`;
}

/** The value on one line; nothing where that is not shorter than `limit`: what is inside is asked again, and again. */
function printFlat(value: unknown, limit: number): string | undefined {
  const isList = Array.isArray(value);
  if (!isList && !isMap(value)) return within(JSON.stringify(value), limit);
  const items: string[] = [];
  let rest = limit - (isList ? "[]" : "{  }").length;
  for (const [key, item] of Object.entries(value)) {
    const start = isList ? "" : `${JSON.stringify(key)}: `;
    const text = printFlat(item, rest - start.length);
    if (text === undefined) return undefined;
    items.push(start + text);
    rest -= start.length + text.length + ", ".length;
  }
  if (isList) return within(`[${items.join(", ")}]`, limit);
  return within(items.length === 0 ? "{}" : `{ ${items.join(", ")} }`, limit);
}

function within(text: string, limit: number): string | undefined {
  return text.length < limit ? text : undefined;
}
