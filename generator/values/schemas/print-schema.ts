/** Prints a values model as values.schema.json: draft-07 with local definitions only. */

import type { JsonSchema } from "../../json-schema.ts";
import { oncePer } from "../../once-per.ts";
import { isDefaulted } from "../defaults.ts";
import { generatedFrom } from "../generated-from.ts";
import { collectDefinitions } from "../kubernetes/definitions.ts";
import { listReferences } from "../kubernetes/list-references.ts";
import { printJson } from "./print-json.ts";
import { shareDefinitions } from "./share-definitions.ts";

/** A values model as a plain draft-07 schema with the definitions that it refers to. */
export function toJsonSchema(model: object, title: string, source: string): JsonSchema {
  const body = relax(JSON.parse(JSON.stringify(model)) as JsonSchema); // TypeBox schemas are plain JSON
  const definitions = collectDefinitions(listReferences(body));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: generatedFrom(source),
    title,
    ...body,
    ...(Object.keys(definitions).length === 0 ? {} : { definitions }),
  };
}

/** The text of values.schema.json, in which equal parts stand once. */
export const printSchema: (schema: JsonSchema) => string = oncePer(
  (schema) => `${printJson(shareDefinitions(schema))}\n`,
);

// A key with a default is not required: upgrades with `--reuse-values` lack the keys of a newer version.
function relax(schema: JsonSchema): JsonSchema {
  // A bare reference: around an allOf both engines of Helm add a line to every error for each level.
  const [reference, ...others] = schema.allOf ?? [];
  if (reference?.$ref !== undefined && others.length === 0) return { $ref: reference.$ref };
  const properties = mapValues(schema.properties, relax);
  const required = schema.required?.filter(
    (key) => schema.properties === undefined || !isDefaulted(schema.properties[key] ?? {}),
  );
  const { required: _, ...rest } = schema;
  return {
    ...inlineRule(rest),
    ...(properties === undefined ? {} : { properties }),
    ...(required === undefined || required.length === 0 ? {} : { required }),
    ...(schema.patternProperties === undefined
      ? {}
      : { patternProperties: mapValues(schema.patternProperties, relax) ?? {} }),
    ...(typeof schema.additionalProperties === "object"
      ? { additionalProperties: relax(schema.additionalProperties) }
      : {}),
    ...(schema.items === undefined ? {} : { items: relax(schema.items) }),
  };
}

// A single rule is part of the schema itself: an allOf around it adds a line to the errors of both engines of Helm too.
function inlineRule({ allOf, ...rest }: JsonSchema): JsonSchema {
  const [rule, ...others] = allOf ?? [];
  if (rule === undefined) return rest;
  const isAlone = others.length === 0 && rest.if === undefined;
  const isRule = Object.keys(rule).every((keyword) => ["if", "then", "else"].includes(keyword));
  return isAlone && isRule ? { ...rest, ...rule } : { ...rest, allOf: allOf ?? [] };
}

/** Changes each schema of a map; nothing stays nothing. */
export function mapValues(
  map: Readonly<Record<string, JsonSchema>> | undefined,
  change: (schema: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> | undefined {
  if (map === undefined) return undefined;
  return Object.fromEntries(Object.entries(map).map(([key, schema]) => [key, change(schema)]));
}
