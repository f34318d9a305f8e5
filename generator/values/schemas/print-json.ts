/** Prints plain data as JSON that people and Helm read fast: a map or list is on one line where it fits. */
import { isMap } from "../../is-map.ts";

const WIDTH = 120;

/** The data as JSON, indented by two spaces; a map or list on one line when that is at most 120 characters long. */
export function printJson(value: unknown): string {
  return print(value, "", 0);
}

// `before` is how long the line is to the left of the value.
function print(value: unknown, pad: string, before: number): string {
  const flat = printFlat(value);
  // A comma may follow.
  if (before + flat.length < WIDTH) return flat;
  const inner = `${pad}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + print(item, inner, inner.length)).join(",\n")}\n${pad}]`;
  }
  if (!isMap(value)) return flat;
  const lines = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(item, inner, start.length);
  });
  return `{\n${lines.join(",\n")}\n${pad}}`;
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printFlat(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
