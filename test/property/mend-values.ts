/** Makes a chart's guards pass: most values that are drawn refer to something that is not there. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import { ownEntry } from "../../generator/functions/own-entry.ts";
import { isMap } from "../../generator/is-map.ts";
import { type Path, setAt } from "./settle-values.ts";

const MOST_ROUNDS = 40;

/** What is known of values over the defaults. */
export interface MendContext {
  /** The keys of values whose own keys messages may start with. */
  readonly parts: readonly string[];
  /** Whether the schema admits the values over the defaults. */
  readonly isValid: (values: Values) => boolean;
  /** Throws a `RenderError` where a guard refuses the values. */
  readonly evaluate: (values: Values) => unknown;
}

/** Leaves out what the messages of guards name, until none refuses the values, or nothing more is known to leave out. */
export function mendValues(values: Values, context: MendContext): Values {
  let mended = values;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const message = refusalOf(mended, context);
    if (message === undefined) return mended;
    const next = listCuts(mended, message, context.parts).find(
      (cut) => context.isValid(cut) && refusalOf(cut, context) !== message,
    );
    if (next === undefined) return mended;
    mended = next;
  }
  return mended;
}

/** The message with which a guard refuses the values. */
export function refusalOf(values: Values, { evaluate }: Pick<MendContext, "evaluate">): string | undefined {
  try {
    evaluate(values);
    return undefined;
  } catch (error) {
    if (error instanceof RenderError) return error.message;
    throw error;
  }
}

// The values without what each path in a message names, the deepest first; a message that starts with a key only means
// one of the places of that key.
function listCuts(values: Values, message: string, parts: readonly string[]): readonly Values[] {
  const starts = [0, ...[...message.matchAll(/[ "(]/g)].map(({ index }) => index + 1)];
  const roots = [[], ...parts.map((part) => [part])];
  const paths = starts.flatMap((start) =>
    roots.flatMap((root) => listPaths(valueAt(values, root), message.slice(start)).map((path) => [...root, ...path])),
  );
  const places = listPlaces(values, /^\w+/.exec(message)?.[0] ?? "").flatMap((path) => [path, path.slice(0, -1)]);
  return [...paths, ...places.filter((path) => path.length > 0)].map(
    (path) => setAt(values, path, undefined) as Values,
  ); // a path has a key: the root stays
}

function valueAt(values: Values, [key]: readonly string[]): unknown {
  return key === undefined ? values : ownEntry(values, key);
}

function listPlaces(value: unknown, name: string): readonly (readonly string[])[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...(key === name ? [[key]] : []),
    ...listPlaces(child, name).map((path) => [key, ...path]),
  ]);
}

function listPaths(value: unknown, text: string): readonly Path[] {
  const entries = isMap(value) || Array.isArray(value) ? Object.entries<unknown>(value) : [];
  const found = entries.filter(([key]) => text.startsWith(key) && !/^[\w-]/.test(text.slice(key.length)));
  const [[key, child] = [""]] = found.sort(([a], [b]) => b.length - a.length);
  if (key === "") return [];
  const own = Array.isArray(value) ? Number(key) : key;
  const below = text[key.length] === "." ? listPaths(child, text.slice(key.length + 1)) : [];
  return [...below.map((path) => [own, ...path]), [own]];
}
