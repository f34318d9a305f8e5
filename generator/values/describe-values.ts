/** Describes a values model as rows: the table of a chart's README. */
import type { JsonSchema } from "../json-schema.ts";
import { defaultsOf } from "./defaults.ts";
import { definitionNameOf } from "./schema-parts.ts";

/** One value: its path, its type, its default, its description. */
export interface ValueRow {
  /** Keys joined by dots; `<id>` for an entry of a map, `[]` for an item of a list. */
  readonly path: string;
  readonly type: string;
  /** As JSON; "" where there is none. */
  readonly default: string;
  readonly description: string;
}

/** A row for every leaf of a model, in the model's order. */
export function describeValues(model: object): readonly ValueRow[] {
  return describe(model as JsonSchema, "", true); // a TypeBox schema is a JSON schema
}

function describe(schema: JsonSchema, path: string, required: boolean): readonly ValueRow[] {
  const fields = Object.entries(schema.properties ?? {});
  const [entry] = Object.values(schema.patternProperties ?? {});
  if (fields.length > 0) {
    const own = path === "" || schema.type === "object" ? [] : [rowOf(schema, path, required)];
    return [
      ...own,
      ...fields.flatMap(([key, field]) => describe(field, join(path, key), schema.required?.includes(key) ?? false)),
    ];
  }
  if (entry !== undefined && hasFields(entry)) {
    return [rowOf(schema, path, required), ...describe(entry, join(path, "<id>"), false)];
  }
  if (schema.items !== undefined && hasFields(schema.items)) {
    return [rowOf(schema, path, required), ...describe(schema.items, `${path}[]`, false)];
  }
  return [rowOf(schema, path, required)];
}

function hasFields(schema: JsonSchema): boolean {
  return schema.properties !== undefined;
}

function rowOf(schema: JsonSchema, path: string, required: boolean): ValueRow {
  const fallback = required ? defaultsOf(schema) : schema.default;
  return {
    path,
    type: typeName(schema),
    default: fallback === undefined ? "" : JSON.stringify(fallback),
    description: schema.description ?? "",
  };
}

function typeName(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((word) => JSON.stringify(word)).join(" or ");
  const definition = definitionNameOf(schema);
  if (definition !== undefined) return definition;
  if (schema.type === "array") return `list of ${schema.items === undefined ? "any" : typeName(schema.items)}`;
  if (schema.type === "object" && schema.patternProperties !== undefined) return "map";
  return typeof schema.type === "string" ? schema.type : (schema.type ?? ["any"]).join(" or ");
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
