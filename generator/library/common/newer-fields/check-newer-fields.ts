/** Fields that the cluster's Kubernetes is too old for: the API server would refuse them, or drop them without a word. */
import { bind } from "../../../expression/bind.ts";
import { kubeVersion } from "../../../expression/built-in.ts";
import { Define, include } from "../../../expression/define.ts";
import { defineCheck, kubernetesParam, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { entrySchemaOf, expandSchema, given, type Reference, valuesOf } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { isAtLeast } from "../../../functions/api-versions.ts";
import { enabled } from "../../../functions/entries.ts";
import { eq, isMap, nonEmpty, not, orIfEmpty, present } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import type { Documents } from "../../../manifest/input.ts";
import { kubernetesDefinitions } from "../../../values/kubernetes/definitions.ts";
import { listReferences } from "../../../values/kubernetes/list-references.ts";
import { NEWEST_FIELD, type NewerField } from "../../../values/kubernetes/newer-fields.ts";
import { definitionOf, definitionPart, holdsNewer, type ModelPart, newerAt, patternBelow } from "./newer-places.ts";

/** Refuses a field that the cluster's Kubernetes is too old for. */
export const checkNewerField = defineCheck({
  name: "checkNewerField",
  comment: "Refuses a field that the cluster's Kubernetes is too old for.",
  params: { version: stringParam, path: stringParam, since: stringParam },
  body: ({ version, path, since }) =>
    guard(
      not(isAtLeast(version, since)),
      text`${path}: expected a cluster of Kubernetes ${since} or newer, got ${version}; where helm template guesses the version, give --kube-version`,
    ),
});

/** A part of the values, and how to look at it. */
interface Place extends ModelPart {
  readonly value: Reference<unknown>;
  /** Its path, for messages. */
  readonly path: readonly Operand<string>[];
  readonly version: Expression<string>;
  /** The checks of the definitions that hold newer fields. */
  readonly definitions: ReadonlyMap<string, ReturnType<typeof defineCheck>>;
}

function partsOf(place: Place): readonly unknown[] {
  const { schema, value, path, pattern, version, definitions } = place;
  if (!holdsNewer(place)) return [];
  const check = definitions.get(definitionOf(schema) ?? "");
  if (check !== undefined) return [check(version, joined(path), value)];
  const parts = [...fieldParts(place), ...entryParts(place)];
  // Only the enabled entries of a map are looked at; the root's `enabled` is Helm's.
  const isSwitched = schema.properties?.["enabled"] !== undefined && pattern !== "" && !pattern.endsWith("*");
  return isSwitched ? [when(fieldOf(value, "enabled") as Reference<boolean>, parts)] : parts; // by its schema
}

function fieldParts({ schema, value, path, pattern, ...rest }: Place): readonly unknown[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, fieldSchema]) => {
    const place: Place = {
      ...rest,
      schema: fieldSchema,
      value: fieldOf(value, key),
      path: [...path, path.length === 0 ? key : `.${key}`],
      pattern: patternBelow(pattern, key),
    };
    const parts = [...guardsOf(place), ...partsOf(place)];
    // A branch that `type` does not name may be left over from another values file.
    const isBranch = schema.properties?.["type"]?.enum?.includes(key) ?? false;
    return isBranch && parts.length > 0 ? [when(isChosen(value, key), parts)] : parts;
  });
}

function entryParts({ schema, value, path, pattern, ...rest }: Place): readonly unknown[] {
  const entrySchema = entrySchemaOf(schema);
  const inner = { ...rest, schema: entrySchema, pattern: patternBelow(pattern, "*") };
  if (!holdsNewer(inner)) return [];
  if (schema.items !== undefined) {
    const items = value as Expression<unknown> as Expression<readonly unknown[]>; // by its schema
    return [forEachItem(items, (item) => partsOf({ ...inner, value: item, path }), { as: "item" })];
  }
  const entries = value as Expression<unknown> as Expression<ByName<unknown>>; // likewise
  const entryPath = `${pattern.slice(pattern.lastIndexOf(".") + 1)}Path`;
  return [
    forEach(entrySchema.properties?.["enabled"] === undefined ? entries : enabled(entries), (name, entry) => {
      const parts = bind(entryPath, joined([...path, ".", name]) as Expression<string>, (own) =>
        partsOf({ ...inner, value: given(entry as Reference<unknown>), path: [own] }),
      );
      return Array.isArray(entrySchema.type) ? when(isMap(entry), parts) : parts;
    }),
  ];
}

function guardsOf({ schema, value, path, pattern, version }: Place): readonly unknown[] {
  return newerAt(pattern).map((field) =>
    when(isGiven(field, schema, value), checkNewerField(version, joined(path), field.since)),
  );
}

function isGiven({ value: newer }: NewerField, schema: JsonSchema, value: Reference<unknown>): Expression<boolean> {
  if (newer !== undefined) return eq(toJson(value), newer);
  const { type } = expandSchema(schema);
  return type === "array" || type === "object" ? nonEmpty(value) : present(value);
}

function isChosen(union: Reference<unknown>, branch: string): Expression<boolean> {
  return eq(orIfEmpty(fieldOf(union, "type") as Reference<string>, branch), branch); // a text, by its schema
}

// The keys are those of the schema: the reference itself refuses one that it does not have.
function fieldOf(value: Reference<unknown>, key: string): Reference<unknown> {
  return (value as unknown as Readonly<Record<string, Reference<unknown>>>)[key] as Reference<unknown>;
}

function joined(path: readonly Operand<string>[]): Operand<string> {
  if (path.every((part) => typeof part === "string")) return path.join("");
  const blanks = ["", ...path.map(() => "")] as unknown as TemplateStringsArray; // its items are all that is read
  return text(blanks, ...path);
}

/** A check for each definition of Kubernetes that holds newer fields; those that it refers to come before it. */
const definitionChecks = defineDefinitionChecks();

function defineDefinitionChecks(): Place["definitions"] {
  const definitions = new Map<string, ReturnType<typeof defineCheck>>();
  const define = (name: string): void => {
    if (definitions.has(name) || !holdsNewer(definitionPart(name))) return;
    for (const inner of listReferences(definitionPart(name).schema)) define(inner);
    definitions.set(name, defineDefinitionCheck(name, definitions));
  };
  for (const name of Object.keys(kubernetesDefinitions)) define(name);
  return definitions;
}

function defineDefinitionCheck(name: string, definitions: Place["definitions"]): ReturnType<typeof defineCheck> {
  return defineCheck({
    name: `checkNewer${name}`,
    comment: `Refuses fields of ${name} that the cluster's Kubernetes is too old for.`,
    params: { version: stringParam, path: stringParam, value: kubernetesParam<unknown>(name) },
    body: ({ version, path, value }) => {
      const place = { ...definitionPart(name), value, path: [path], version, definitions };
      return [...fieldParts(place), ...entryParts(place)];
    },
  });
}

/** Refuses values whose fields the cluster's Kubernetes is too old for, wherever the model has them. */
export function checkNewerFields(chartName: string, model: object): Documents {
  const root = {
    schema: model as JsonSchema, // a values model is one
    value: valuesOf<unknown>(model),
    path: [],
    pattern: "",
    definitions: definitionChecks,
  };
  return include(
    new Define<Documents>(
      `${chartName}.newerFields`,
      "documents",
      bind("version", kubeVersion.version, (version) =>
        when(not(isAtLeast(version, NEWEST_FIELD)), partsOf({ ...root, version })),
      ),
      "Refuses fields that the cluster's Kubernetes is too old for.",
      { isCheck: true },
    ),
  );
}
