/** Maps keyed by name. */
import { Expression, NODE, type Operand } from "../expression/expression.ts";
import type { Ordered } from "../expression/for-each.ts";
import { atom, command, type GoNode, pipe, stringConstant } from "../expression/go-syntax.ts";
import type { PathNode, TemplateFunction } from "../expression/node.ts";
import { call } from "./call.ts";
import { compareBytes } from "./go-json.ts";

type Map<E> = Readonly<Record<string, E>>;
type Entry = { readonly enabled?: boolean; readonly order?: number } | string;

const includeJson = (name: string, argument: GoNode, prefix: string, parse = "fromJson"): GoNode =>
  pipe(command("include", stringConstant(`${prefix}.${name}`), argument), atom(parse));

const mergeFunction: TemplateFunction = {
  name: "merge",
  go: (args, prefix) => includeJson("merge", command("list", ...args), prefix),
  js: (...maps: (object | undefined)[]) => Object.fromEntries(maps.toReversed().flatMap((map) => Object.entries(map ?? {}))),
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
export function merge<E>(...maps: readonly (Expression<Map<E> | undefined> | Map<Operand<E>>)[]): Expression<Map<E>> {
  return call(mergeFunction, maps, { type: "object" });
}

const enabledFunction: TemplateFunction = {
  name: "enabled",
  go: ([map], prefix) => includeJson("enabled", map as GoNode, prefix), // one argument
  js: (map: Map<Entry> | undefined) => Object.fromEntries(Object.entries(map ?? {}).filter(([, entry]) => isEnabled(entry))),
  absentSafe: "all",
  template: {
    comment: "The entries of a map that are not switched off with enabled: false.",
    body: () => `{{- $enabled := dict }}
{{- range $name, $entry := . }}
{{- if not (and (kindIs "map" $entry) (eq (toString $entry.enabled) "false")) }}
{{- $_ := set $enabled $name $entry }}
{{- end }}
{{- end }}
{{- toJson $enabled }}`,
  },
};

/** The entries of a map that are not switched off with `enabled: false`. */
export function enabled<E>(map: Expression<Map<E> | undefined>): Expression<Map<E>> {
  return call(enabledFunction, [map], { type: "object", source: sourceOf(map) });
}

const orderedFunction: TemplateFunction = {
  name: "ordered",
  go: ([map], prefix) => includeJson("ordered", map as GoNode, prefix, "fromJsonArray"), // one argument
  js: (map: Map<Entry> | undefined) =>
    Object.entries(map ?? {})
      .filter(([, entry]) => isEnabled(entry))
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => orderOf(a.value) - orderOf(b.value) || compareBytes(a.name, b.name)),
  absentSafe: "all",
  template: {
    comment: "The entries of a map that are switched on, as a list of names and values, by their order, then by name.",
    body: () => `{{- $positions := list }}
{{- $entries := dict }}
{{- range $name, $entry := . }}
{{- $order := 0 }}
{{- if kindIs "map" $entry }}
{{- $order = int64 ($entry.order | default 0) }}
{{- end }}
{{- if not (and (kindIs "map" $entry) (eq (toString $entry.enabled) "false")) }}
{{- $position := printf "%06d %s" (add $order 100000) $name }}
{{- $positions = append $positions $position }}
{{- $_ := set $entries $position (dict "name" $name "value" $entry) }}
{{- end }}
{{- end }}
{{- $ordered := list }}
{{- range sortAlpha $positions }}
{{- $ordered = append $ordered (index $entries .) }}
{{- end }}
{{- toJson $ordered }}`,
  },
};

/** The entries that are switched on, by their `order` (0 unless given), then by name. */
export function ordered<E>(map: Expression<Map<E> | undefined>): Expression<Ordered<E>> {
  return call(orderedFunction, [map], { type: "array", source: sourceOf(map) });
}

const branchFunction: TemplateFunction = {
  name: "branch",
  go: (args, prefix) => command("include", stringConstant(`${prefix}.branch`), command("list", ...args)),
  js: (entry: Readonly<Record<string, unknown>>, ...branches: string[]) =>
    entry["type"] ?? branches.find((branch) => entry[branch] !== undefined && entry[branch] !== null) ?? "",
  template: {
    comment: "The branch of a union: the one that type names, else the only one that is given.",
    body: () => `{{- $entry := first . }}
{{- $branch := $entry.type | default "" }}
{{- range rest . }}
{{- if and (not $branch) (not (kindIs "invalid" (index $entry .))) }}
{{- $branch = . }}
{{- end }}
{{- end }}
{{- $branch }}`,
  },
};

/** Which branch of a union counts: the one that its `type` names, else the only one that is given. */
export function branchOf<B extends string>(entry: Expression<unknown>, branches: readonly B[]): Expression<B> {
  return call(branchFunction, [entry, ...branches], { type: "string" });
}

const onlyBranchFunction: TemplateFunction = {
  name: "onlyBranch",
  go: ([entry, branch, ...branches], prefix) =>
    includeJson("onlyBranch", command("list", ...([entry, branch, ...branches] as GoNode[])), prefix), // at least two
  js: (entry: object, branch: string, ...branches: string[]) =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "type" && (key === branch || !branches.includes(key)))),
  template: {
    comment: "An object with only the branch of a union that counts, without its type.",
    body: () => `{{- $only := dict }}
{{- $branch := index . 1 }}
{{- $others := slice . 2 }}
{{- range $key, $value := index . 0 }}
{{- if and (ne $key "type") (or (eq $key $branch) (not (has $key $others))) }}
{{- $_ := set $only $key $value }}
{{- end }}
{{- end }}
{{- toJson $only }}`,
  },
};

/** A Kubernetes object that holds a union beside other fields (a probe), with only the branch that counts. */
export function onlyBranch<T>(entry: Expression<T>, branches: readonly string[]): Expression<T> {
  return call(onlyBranchFunction, [entry, branchOf(entry, branches), ...branches], { type: "object" });
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
export function lookUp<T extends string | number>(
  map: Expression<unknown>,
  ...keys: readonly Operand<string>[]
): Expression<T | ""> {
  return call(lookUpFunction, [map, ...keys], { type: "any" });
}

const concatFunction: TemplateFunction = {
  name: "concat",
  go: (args) => command("concat", ...args),
  js: (...lists: unknown[][]) => lists.flat(),
};

/** Lists one after the other. */
export function concat<T>(...lists: readonly Expression<readonly T[]>[]): Expression<readonly T[]> {
  return call(concatFunction, lists, { type: "array" });
}

function sourceOf(map: Expression<unknown>): PathNode | undefined {
  const node = map[NODE];
  if (node.op === "path") return node;
  return node.op === "call" ? node.source : undefined;
}

function isEnabled(entry: Entry): boolean {
  return typeof entry !== "object" || entry === null || entry.enabled !== false;
}

function orderOf(entry: Entry): number {
  return typeof entry === "object" && entry !== null ? (entry.order ?? 0) : 0;
}
