/** Maps keyed by name. */
import { Expression, NODE, type Operand } from "../expression/expression.ts";
import type { Ordered } from "../expression/for-each.ts";
import { atom, command, type GoNode, pipe, stringConstant } from "../expression/go-syntax.ts";
import type { PathNode, TemplateFunction, ValueType } from "../expression/node.ts";
import { entrySchemaOf, fieldOf, pathOf, type Reference } from "../expression/reference.ts";
import { call } from "./call.ts";
import { compareBytes, printGoJson } from "./go-json.ts";

type ByName<E> = Readonly<Record<string, E>>;
type Entry = { readonly enabled?: boolean; readonly order?: number } | string;

const includeJson = (name: string, argument: GoNode, prefix: string, parse = "fromJson"): GoNode =>
  pipe(command("include", stringConstant(`${prefix}.${name}`), argument), atom(parse));

const mergeFunction: TemplateFunction = {
  name: "merge",
  go: (args, prefix) => includeJson("merge", command("list", ...args), prefix),
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

const enabledFunction: TemplateFunction = {
  name: "enabled",
  go: ([map], prefix) => includeJson("enabled", map as GoNode, prefix), // one argument
  js: (map: ByName<Entry> | undefined) =>
    Object.fromEntries(Object.entries(map ?? {}).filter(([, entry]) => isEnabled(entry))),
  absentSafe: "all",
  reads: [["*.enabled"]],
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
export function enabled<E>(map: Expression<ByName<E> | undefined>): Expression<ByName<E>> {
  return call(enabledFunction, [map], { type: "object", source: sourceOf(map) });
}

/** The function behind `ordered`, for templates that include it. */
export const orderedFunction: TemplateFunction = {
  name: "ordered",
  go: ([map], prefix) => includeJson("ordered", map as GoNode, prefix, "fromJsonArray"), // one argument
  js: (map: ByName<Entry> | undefined) =>
    Object.entries(map ?? {})
      .filter(([, entry]) => isEnabled(entry))
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => orderOf(a.value) - orderOf(b.value) || compareBytes(a.name, b.name)),
  absentSafe: "all",
  reads: [["*.enabled", "*.order"]],
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
export function ordered<E>(map: Expression<ByName<E> | undefined>): Expression<Ordered<E>> {
  return call(orderedFunction, [map], { type: "array", source: sourceOf(map) });
}

const whereFunction: TemplateFunction = {
  name: "where",
  go: (args, prefix) => includeJson("where", command("list", ...args), prefix),
  js: (map: ByName<Readonly<Record<string, unknown>>> | undefined, field: string, wanted: unknown, fallback: unknown) =>
    Object.fromEntries(Object.entries(map ?? {}).filter(([, entry]) => (entry[field] ?? fallback) === wanted)),
  absentSafe: "all",
  reads: [[]],
  template: {
    comment: "The entries of a map that have a value in a field; the last argument is what an absent field means.",
    body: () => `{{- $found := dict }}
{{- $field := index . 1 }}
{{- $wanted := index . 2 }}
{{- $fallback := index . 3 }}
{{- range $name, $entry := index . 0 }}
{{- $value := index $entry $field }}
{{- if eq $wanted (kindIs "invalid" $value | ternary $fallback $value) }}
{{- $_ := set $found $name $entry }}
{{- end }}
{{- end }}
{{- toJson $found }}`,
  },
};

/** The entries of a map whose switch is on (or off); an absent switch has its default. */
export function where<E, K extends keyof E & string>(
  map: Reference<ByName<E>>,
  field: K,
  wanted: boolean,
): Expression<ByName<E>> {
  const source = pathOf(map);
  if (source === undefined) throw new TypeError("Cannot pick entries of an expression: expected a reference to a map");
  const models = source.models.map((model) => [...model, "*"]);
  const entry = fieldOf({ ...source, schema: entrySchemaOf(source.schema), models }, field);
  const fn = { ...whereFunction, reads: [[`*.${field}`]] };
  return call(fn, [map, field, wanted, entry.schema.default === true], { type: "object", source });
}

const fieldOfEachFunction: TemplateFunction = {
  name: "fieldOfEach",
  go: (args, prefix) => includeJson("fieldOfEach", command("list", ...args), prefix),
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

const branchFunction: TemplateFunction = {
  name: "branch",
  go: (args, prefix) => command("include", stringConstant(`${prefix}.branch`), command("list", ...args)),
  js: (entry: object, ...branches: string[]) => findBranch(entry, branches),
  reads: [["type"]],
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
  go: (args, prefix) => includeJson("onlyBranch", command("list", ...args), prefix),
  js: (entry: object, ...branches: string[]) => pickBranch(entry, branches),
  template: {
    comment: "An object with only the branch of a union that counts, without its type.",
    body: (prefix) => `{{- $branch := include "${prefix}.branch" . }}
{{- $others := without (rest .) $branch }}
{{- $only := dict }}
{{- range $key, $value := first . }}
{{- if and (ne $key "type") (not (has $key $others)) }}
{{- $_ := set $only $key $value }}
{{- end }}
{{- end }}
{{- toJson $only }}`,
    needs: () => [branchFunction],
  },
};

/** A Kubernetes object that holds a union beside other fields (a probe), with only the branch that counts. */
export function onlyBranch<T>(entry: Expression<T>, branches: readonly string[]): Expression<T> {
  return call(onlyBranchFunction, [entry, ...branches], { type: "object" });
}

const onlyBranchOfEachFunction: TemplateFunction = {
  name: "onlyBranchOfEach",
  go: (args, prefix) => includeJson("onlyBranchOfEach", command("list", ...args), prefix),
  js: (map: ByName<object>, ...branches: string[]) =>
    Object.fromEntries(
      Object.entries(map).map(([key, entry]) => [key, isUnion(entry) ? pickBranch(entry, branches) : entry]),
    ),
  template: {
    comment: "A map of unions, each with only the branch that counts.",
    body: (prefix) => `{{- $map := dict }}
{{- $branches := rest . }}
{{- range $key, $entry := first . }}
{{- if kindIs "map" $entry }}
{{- $_ := set $map $key (include "${prefix}.onlyBranch" (prepend $branches $entry) | fromJson) }}
{{- else }}
{{- $_ := set $map $key $entry }}
{{- end }}
{{- end }}
{{- toJson $map }}`,
    needs: () => [onlyBranchFunction],
  },
};

/** A Kubernetes object of unions (a container's lifecycle), each with only the branch that counts. */
export function onlyBranchOfEach<T>(map: Expression<T>, branches: readonly string[]): Expression<T> {
  return call(onlyBranchOfEachFunction, [map, ...branches], { type: "object" });
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
  return call(lookUpFunction, [map, ...keys], { type });
}

const hasEntryFunction: TemplateFunction = {
  name: "hasEntry",
  go: (args) => command("hasKey", ...args),
  js: (map: object, name: string) => Object.hasOwn(map, name),
};

/** Whether a map has an entry of a name that is computed. */
export function hasEntry(map: Expression<ByName<unknown>>, name: Operand<string>): Expression<boolean> {
  return call(hasEntryFunction, [map, name], { type: "boolean" });
}

const concatFunction: TemplateFunction = {
  name: "concat",
  go: (args) => command("concat", ...args),
  js: (...lists: unknown[][]) => lists.flat(),
};

/** Lists one after the other. Go makes null of nothing but empty lists, so print it behind a `nonEmpty` test. */
export function concat<T>(...lists: readonly (Expression<readonly T[]> | readonly T[])[]): Expression<readonly T[]> {
  const [first] = lists;
  const source = first instanceof Expression ? sourceOf(first) : undefined;
  return call(concatFunction, lists, { type: "array", source });
}

/** A list of computed items. */
export function list<T>(...items: readonly Expression<T>[]): Expression<readonly T[]> {
  return new Expression<readonly T[]>({ op: "list", type: "array", items: items.map((item) => item[NODE]) });
}

const uniqFunction: TemplateFunction = {
  name: "uniq",
  go: ([list]) => pipe(list as GoNode, atom("uniq")), // one argument
  js: (list: readonly unknown[]) => [...new Map(list.map((item) => [printGoJson(item), item])).values()],
};

/** A list without what is in it twice. */
export function uniq<T>(list: Expression<readonly T[]>): Expression<readonly T[]> {
  return call(uniqFunction, [list], { type: "array", source: sourceOf(list) });
}

const extendScopeFunction: TemplateFunction = {
  name: "extendScope",
  go: ([fields, root]) => command("merge", fields as GoNode, root as GoNode), // two arguments
  js: (fields: object, root: object) => ({ ...root, ...fields }),
  reads: [[], []],
};

/** The root with more fields: the scope of a named template that is included for one part of the values. */
export function extendScope(fields: Readonly<Record<string, Operand<unknown>>>): Expression<unknown> {
  const root = new Expression({
    op: "path",
    type: "object",
    root: ".",
    keys: [],
    optional: false,
    schema: {},
    models: [],
  });
  return call(extendScopeFunction, [fields, root], { type: "object" });
}

function findBranch(entry: object, branches: readonly string[]): string {
  const given = new Map(Object.entries(entry).filter(([, value]) => value !== undefined && value !== null));
  const type: unknown = given.get("type");
  return typeof type === "string" && type !== "" ? type : (branches.find((branch) => given.has(branch)) ?? "");
}

function pickBranch(entry: object, branches: readonly string[]): object {
  const branch = findBranch(entry, branches);
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => key !== "type" && (key === branch || !branches.includes(key))),
  );
}

function isUnion(entry: unknown): entry is object {
  return typeof entry === "object" && entry !== null && !Array.isArray(entry);
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
