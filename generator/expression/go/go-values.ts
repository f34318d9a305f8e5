/** How Go handles values of a wrong type, as unchecked values may be: where Helm fails, the evaluator fails. */
import { isMap } from "../../is-map.ts";
import { RenderError } from "./render-error.ts";

/** The name of the Go type of a value of a values file. */
export function goTypeOf(value: unknown): string {
  if (isNil(value)) return "nil";
  if (Array.isArray(value)) return "[]interface {}";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
      return "float64";
    default:
      return "map[string]interface {}";
  }
}

/** Whether there is no value: Go's nil. */
export function isNil(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/**
 * Whether two values are equal, as Go's `eq` sees it.
 *
 * @throws RenderError where both are there and differ in type, or are maps or lists
 */
export function equalInGo(a: unknown, b: unknown): boolean {
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (typeof a !== typeof b) throw new RenderError("incompatible types for comparison");
  if (typeof a === "object") throw new RenderError("non-comparable type");
  return a === b;
}

/**
 * The field of a map, or nothing.
 *
 * @throws RenderError where there is a value that is no map
 */
export function fieldInGo(value: unknown, key: string): unknown {
  if (isNil(value)) return undefined;
  if (!isMap(value)) throw new RenderError(`can't evaluate field ${key} in type ${goTypeOf(value)}`);
  return Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
}

/**
 * The entry of a map under a computed name, or nothing.
 *
 * @throws RenderError where there is no map
 */
export function indexInGo(map: unknown, name: string): unknown {
  if (isNil(map)) throw new RenderError("index of untyped nil");
  if (Array.isArray(map) || typeof map === "string") throw new RenderError("cannot index slice/array with type string");
  if (!isMap(map)) throw new RenderError(`can't index item of type ${goTypeOf(map)}`);
  return Object.hasOwn(map, name) ? (map[name] ?? undefined) : undefined;
}

/**
 * A text.
 *
 * @throws RenderError where there is none
 */
export function textInGo(value: unknown): string {
  if (typeof value === "string") return value;
  throw wrongType("string", value);
}

/**
 * A map.
 *
 * @throws RenderError where there is none
 */
export function mapInGo(value: unknown): Readonly<Record<string, unknown>> {
  if (isMap(value)) return value;
  throw wrongType("map[string]interface {}", value);
}

/**
 * A boolean.
 *
 * @throws RenderError where there is none
 */
export function booleanInGo(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw wrongType("bool", value);
}

/** The whole number that Sprig makes of a value: 0 where there is none in it. */
export function integerInGo(value: unknown): number {
  if (typeof value === "object") return 0;
  // A text has no fraction but zeros, and a 0 before its digits makes them octal.
  const isWhole = typeof value !== "string" || /^[-+]?\d[\da-fA-FxX]*(?:\.0*)?$/.test(value);
  const text = typeof value === "string" ? value.replace(/\.0*$/, "") : value;
  const octal = typeof text === "string" ? /^([-+]?)0(\d+)$/.exec(text) : null;
  const number = octal === null ? Number(text ?? 0) : Number(`0o${octal[2]}`) * (octal[1] === "-" ? -1 : 1);
  return isWhole && Number.isFinite(number) ? Math.trunc(number) : 0;
}

function wrongType(expected: string, value: unknown): RenderError {
  // Before it, Go says "invalid value" of what is absent, and "wrong type" of a null in a map.
  if (isNil(value)) return new RenderError(`expected ${expected}`);
  return new RenderError(`wrong type for value; expected ${expected}; got ${goTypeOf(value)}`);
}
