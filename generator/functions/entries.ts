/** The entries of a map that count, and their order. */
import type { Expression } from "../expression/expression.ts";
import type { Ordered } from "../expression/for-each.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { entrySchemaOf, fieldOf, pathOf, type Reference } from "../expression/reference.ts";
import { call, includeOf, includeWith, sourceOf } from "./call.ts";
import { compareBytes } from "./go-json.ts";
import type { ByName } from "./maps.ts";

type Entry = { readonly enabled?: boolean; readonly order?: number } | string;

const enabledFunction: TemplateFunction = {
  name: "enabled",
  go: includeOf("enabled", "fromJson"),
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
  go: includeOf("ordered", "fromJsonArray"),
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
{{- $order = int64 $entry.order }}
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
  go: includeWith("where", "fromJson"),
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

function isEnabled(entry: Entry): boolean {
  return typeof entry !== "object" || entry === null || entry.enabled !== false;
}

function orderOf(entry: Entry): number {
  return typeof entry === "object" && entry !== null ? (entry.order ?? 0) : 0;
}
