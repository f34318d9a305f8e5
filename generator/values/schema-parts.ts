/** Reads parts of a JSON schema. */
import type { JsonSchema } from "../json-schema.ts";

const LOCAL = "#/definitions/";

/** The name of the local definition that a schema is, if it is one. */
export function definitionNameOf(schema: JsonSchema): string | undefined {
  const reference = schema.$ref ?? schema.allOf?.find((part) => part.$ref !== undefined)?.$ref;
  return reference?.startsWith(LOCAL) ? reference.slice(LOCAL.length) : undefined;
}
