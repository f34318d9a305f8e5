/** The defaults of a values model, as in values.yaml. */
import type { Json, JsonSchema } from "../json-schema.ts";

/** The value of a schema in values.yaml, or undefined if there is no default. */
export function defaultsOf(schema: JsonSchema): Json | undefined {
  if (schema.default !== undefined) return schema.default as Json; // a model's default is JSON
  if (schema.properties === undefined || schema.type !== "object") return undefined;
  const entries = Object.entries(schema.properties)
    .filter(([key]) => schema.required?.includes(key))
    .map(([key, property]) => [key, defaultsOf(property)] as const)
    .filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Json);
}

/** Whether a required field of a model may be omitted: it, or each of its own required fields, has a default. */
export function isDefaulted(schema: JsonSchema): boolean {
  if (schema.default !== undefined) return true;
  if (schema.type !== "object" || schema.properties === undefined) return false;
  return Object.entries(schema.properties).every(
    ([key, property]) => !schema.required?.includes(key) || isDefaulted(property),
  );
}
