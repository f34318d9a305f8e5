/** The schema of a values file, for editors: it need not repeat what the chart's defaults or another file have. */

import type { JsonSchema } from "../../json-schema.ts";
import { oncePer } from "../../once-per.ts";
import { listReferences } from "../kubernetes/list-references.ts";
import { mapValues } from "./print-schema.ts";

/** What the name of a definition starts with that holds of a part of a map. */
const PARTIAL = "partial.";

/** What asks a map for keys, by its own keys or by those beside it, for another file may have them; and titles. */
const LEFT_OUT: ReadonlySet<keyof JsonSchema> = new Set([
  "required",
  "minProperties",
  "oneOf",
  "anyOf",
  "not",
  "if",
  "then",
  "else",
  "contains",
  // An editor offers titles as if they were keys.
  "title",
]);

/**
 * The schema of values files, made from that of merged values: it knows the same keys, types and limits, and asks for
 * no key. The items of a list are whole, for Helm replaces lists.
 */
export const toPartialSchema: (schema: JsonSchema) => JsonSchema = oncePer((schema) => {
  const { definitions = {}, ...root } = schema;
  const body = partial(root);
  const known = new Map<string, JsonSchema>();
  const add = (of: JsonSchema): void => {
    for (const name of listReferences(of)) {
      if (known.has(name)) continue;
      const whole = definitions[name.replace(PARTIAL, "")] ?? {};
      const definition = name.startsWith(PARTIAL) ? partial(whole) : whole;
      known.set(name, definition);
      add(definition);
    }
  };
  add(body);
  const inOrder = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...body, ...(known.size === 0 ? {} : { definitions: Object.fromEntries(inOrder) }) };
});

function partial(schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined)
    return { ...schema, $ref: schema.$ref.replace("definitions/", `definitions/${PARTIAL}`) };
  if (!mayBeMap(schema)) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !LEFT_OUT.has(keyword as keyof JsonSchema));
  const { allOf, properties, patternProperties, additionalProperties, ...rest } = Object.fromEntries(
    kept,
  ) as JsonSchema;
  const all = allOf?.map(partial).filter((part) => Object.keys(part).length > 0) ?? [];
  return {
    ...rest,
    ...(all.length === 0 ? {} : { allOf: all }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, partial) ?? {} }),
    ...(patternProperties === undefined ? {} : { patternProperties: mapValues(patternProperties, partial) ?? {} }),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === "object" ? partial(additionalProperties) : additionalProperties,
        }),
  };
}

// A rule has no type: it is one of the map around it, unless it is about a text alone.
function mayBeMap({ type }: JsonSchema): boolean {
  return type === undefined || type === "object" || (Array.isArray(type) && type.includes("object"));
}
