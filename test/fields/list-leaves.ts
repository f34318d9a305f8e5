/** The fields of Kubernetes' objects, as the API server's OpenAPI has them, one for each that holds no other. */
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { DEFINITIONS } from "../../generator/values/kubernetes/list-references.ts";
import data from "../property/objects/schemas.json" with { type: "json" };

/** A field that holds no other. */
export interface Leaf {
  /** Where it is: `spec.ports[].port`, `data.<key>`. */
  readonly path: string;
  /** The fields on the way to it, each with the type that has it: `ServiceSpec.ports`, `ServicePort.port`. */
  readonly fields: readonly string[];
}

const schemas: Readonly<Record<string, JsonSchema>> = data;

/** What is counted of metadata: names and namespaces are always the chart's, and the rest is the cluster's. */
const METADATA = ["labels", "annotations"];

/** Lists the fields of a kind, or of another type of Kubernetes. */
export function listLeaves(kind: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  visitSchema({ $ref: `${DEFINITIONS}${kind}` }, { path: "", fields: [] }, (leaf) => leaves.push(leaf));
  return leaves;
}

/** Calls `found` with the path and the value of each field of an object that holds no other; lists of scalars whole. */
export function visitLeaves(kind: string, object: object, found: (path: string, value: unknown) => void): void {
  visitValue({ $ref: `${DEFINITIONS}${kind}` }, object, "", found);
}

function visitSchema(schema: JsonSchema, { path, fields }: Leaf, found: (leaf: Leaf) => void): void {
  const { type, own } = resolve(schema);
  const properties = propertiesOf(type, own);
  if (properties.length > 0) {
    for (const [key, below] of properties) {
      visitSchema(below, { path: joinPath(path, key), fields: [...fields, `${type}.${key}`] }, found);
    }
  } else if (own.items !== undefined) visitSchema(own.items, { path: `${path}[]`, fields }, found);
  else if (isMap(own.additionalProperties)) {
    visitSchema(own.additionalProperties, { path: joinPath(path, "<key>"), fields }, found);
  } else found({ path, fields });
}

function visitValue(schema: JsonSchema, value: unknown, path: string, found: (path: string, value: unknown) => void) {
  const { type, own } = resolve(schema);
  if (Array.isArray(value)) {
    // A shorter list is another one.
    if (value.every((item) => typeof item !== "object")) found(`${path}[]`, value);
    else for (const item of value) visitValue(own.items ?? {}, item, `${path}[]`, found);
  } else if (isMap(value)) {
    const properties = new Map(propertiesOf(type, own));
    for (const [key, child] of Object.entries(value)) {
      const below = properties.get(key);
      if (below !== undefined) visitValue(below, child, joinPath(path, key), found);
      else if (properties.size === 0) visitValue({}, child, joinPath(path, "<key>"), found);
    }
  } else found(path, value);
}

function resolve(schema: JsonSchema): { readonly type: string; readonly own: JsonSchema } {
  if (schema.$ref === undefined) return { type: "", own: schema };
  const type = schema.$ref.slice(DEFINITIONS.length);
  return { type, own: schemas[type] ?? {} };
}

function propertiesOf(type: string, { properties = {} }: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const all = Object.entries(properties);
  return type === "ObjectMeta" ? all.filter(([key]) => METADATA.includes(key)) : all;
}

function joinPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
