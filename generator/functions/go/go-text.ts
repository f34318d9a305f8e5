/** Text as Go's fmt writes it: how a template prints a value that is no text, as unchecked values may be. */
import { sortedKeys } from "./go-json.ts";

/** The text that an action prints for a value; a number comes from a values file, so it is a float. */
export function printGoText(value: unknown): string {
  return value === undefined || value === null ? "<no value>" : printGoValue(value);
}

/** The same for `printf "%v"` and inside of lists and maps, where nothing is `<nil>`. */
export function printGoValue(value: unknown): string {
  if (value === undefined || value === null) return "<nil>";
  if (typeof value === "number") return printFloat(value);
  if (typeof value !== "object") return String(value);
  return printItems(value, printGoValue);
}

function printItems(value: object, print: (item: unknown) => string): string {
  if (Array.isArray(value)) return `[${value.map(print).join(" ")}]`;
  const map = value as Readonly<Record<string, unknown>>; // no list
  return `map[${sortedKeys(map)
    .map((key) => `${key}:${print(map[key])}`)
    .join(" ")}]`;
}

/** What `printf` prints of a value for %s: a text as it is, and what is none with its type. */
export function printGoString(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "%!s(<nil>)";
  if (typeof value === "boolean") return `%!s(bool=${value})`;
  if (typeof value === "number") return `%!s(float64=${printFloat(value)})`;
  return printItems(value, printGoString);
}

/** From which power of ten on Go writes the exponent of a float. */
const LARGE = 6;
const SMALL = -4;

// JavaScript has as many digits, the fewest that are exact, but other limits for the exponent.
function printFloat(value: number): string {
  if (Object.is(value, -0)) return "-0";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= SMALL && exponent < LARGE)
    return value.toFixed(Math.max(0, digits.replace(/\D/g, "").length - 1 - exponent));
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
