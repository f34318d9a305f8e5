/** Maps keyed by name. */

import { isEmptyInGo } from "../expression/default-rule.ts";
import type { Expression, Operand } from "../expression/expression.ts";
import { command, type GoNode, stringConstant } from "../expression/go-syntax.ts";
import type { TemplateFunction, ValueType } from "../expression/node.ts";
import { pathOf } from "../expression/reference.ts";
import { call, includeWith } from "./call.ts";
import { orIfEmpty } from "./logic.ts";
import { ownEntry } from "./own-entry.ts";

/** A map keyed by name. */
export type ByName<E> = Readonly<Record<string, E>>;

const mergeFunction: TemplateFunction = {
  name: "merge",
  go: includeWith("merge", "fromJson"),
  js: (...maps: (object | undefined)[]) =>
    Object.fromEntries(maps.toReversed().flatMap((map) => Object.entries(map ?? {}))),
  absentSafe: "all",
  template: {
    comment: `Merges maps; the first one wins, also with "", 0 and false.`,
    body: () => `{{- $merged := dict }}
{{- range reverse . }}
{{- range $key, $value := . }}
{{- $_ := set $merged $key $value }}
{{- end }}
{{- end }}
{{- toJson $merged }}`,
  },
};

/** Merges maps; the first one wins. */
export function merge<E>(
  ...maps: readonly (Expression<ByName<E> | undefined> | ByName<Operand<E>>)[]
): Expression<ByName<E>> {
  return call(mergeFunction, maps, { type: "object" });
}

const fieldOfEachFunction: TemplateFunction = {
  name: "fieldOfEach",
  go: includeWith("fieldOfEach", "fromJson"),
  js: (map: ByName<Readonly<Record<string, unknown>>> | undefined, field: string) =>
    Object.fromEntries(
      Object.entries(map ?? {})
        .map(([name, entry]) => [name, entry[field]])
        .filter(([, value]) => value !== undefined),
    ),
  absentSafe: "all",
  template: {
    comment: "One field of each entry of a map that has it.",
    body: () => `{{- $fields := dict }}
{{- $field := index . 1 }}
{{- range $name, $entry := index . 0 }}
{{- if hasKey $entry $field }}
{{- $_ := set $fields $name (index $entry $field) }}
{{- end }}
{{- end }}
{{- toJson $fields }}`,
  },
};

/** One field of each entry of a map; an entry without it is left out. */
export function fieldOfEach<E, K extends keyof E & string>(
  map: Expression<ByName<E>>,
  field: K,
): Expression<ByName<E[K]>> {
  return call(fieldOfEachFunction, [map, field], { type: "object" });
}

const withoutEmptyFunction: TemplateFunction = {
  name: "withoutEmpty",
  go: includeWith("withoutEmpty", "fromJson"),
  js: (map: ByName<object>) => Object.fromEntries(Object.entries(map).filter(([, entry]) => !isEmptyInGo(entry))),
  template: {
    comment: "The entries of a map that are not empty.",
    body: () => `{{- $full := dict }}
{{- range $name, $entry := index . 0 }}
{{- with $entry }}
{{- $_ := set $full $name . }}
{{- end }}
{{- end }}
{{- toJson $full }}`,
  },
};

/** The entries of a map that are not empty. */
export function withoutEmpty<E>(map: Expression<ByName<E>>): Expression<ByName<E>> {
  return call(withoutEmptyFunction, [map], { type: "object" });
}

const lookUpFunction: TemplateFunction = {
  name: "lookUp",
  go: ([map, ...keys]) => command("dig", ...keys, stringConstant(""), map as GoNode), // at least one argument
  js: (map: unknown, ...keys: string[]) => {
    let found: unknown = map;
    for (const key of keys) {
      if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return "";
      found = (found as Record<string, unknown>)[key]; // an object, checked above
    }
    return found;
  },
};

/** What lies under keys that are computed, or "" where nothing does. */
export function lookUp<T>(
  type: ValueType,
  map: Expression<unknown>,
  ...keys: readonly Operand<string>[]
): Expression<T | ""> {
  return call(lookUpFunction, [orEmpty(map), ...keys], { type });
}

// Go's dig and hasKey stop at a map that is absent: one without a default, or one that a null took away.
function orEmpty<T>(map: Expression<T>): Expression<T> {
  const path = pathOf(map);
  const mayBeAbsent = path !== undefined && path.keys.length > 0 && path.schema.default === undefined;
  return mayBeAbsent ? (orIfEmpty<unknown>(map, {}) as Expression<T>) : map;
}

const hasEntryFunction: TemplateFunction = {
  name: "hasEntry",
  go: (args) => command("hasKey", ...args),
  js: (map: object, name: string) => Object.hasOwn(map, name),
};

/** Whether a map has an entry of a name that is computed. */
export function hasEntry(map: Expression<ByName<unknown>>, name: Operand<string>): Expression<boolean> {
  return call(hasEntryFunction, [orEmpty(map), name], { type: "boolean" });
}

const hasValueFunction: TemplateFunction = {
  name: "hasValue",
  go: (args) => command("not", command("kindIs", stringConstant("invalid"), command("index", ...args))),
  js: (map: object, name: string) => (ownEntry(map as ByName<unknown>, name) ?? null) !== null, // a map
  reads: [[]],
};

/** Whether a map has a value, be it empty, under a name that is computed. */
export function hasValue(map: Expression<unknown>, name: Operand<string>): Expression<boolean> {
  return call(hasValueFunction, [map, name], { type: "boolean" });
}
