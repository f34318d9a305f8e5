/** Typed references to values: `v.image.tag` is an expression whose fields are references. */
import type { JsonSchema } from "../json-schema.ts";
import { nearest } from "../nearest.ts";
import { oncePer } from "../once-per.ts";
import { resolveReference } from "../values/kubernetes/definitions.ts";
import { Expression, NODE } from "./expression.ts";
import { type PathNode, pathNode, type ValueType } from "./node.ts";

/** A value without fields. */
export type Scalar = string | number | boolean | null | undefined;
type Absent<T> = undefined extends T ? undefined : never;

/** An expression of type `T` whose fields are references; an open map has none: walk it with `forEach`. */
export type Reference<T> = Expression<T> &
  (NonNullable<T> extends Scalar | readonly unknown[]
    ? unknown
    : string extends keyof NonNullable<T>
      ? unknown
      : { readonly [K in keyof NonNullable<T>]-?: Reference<NonNullable<T>[K] | Absent<T>> });

/** References to the values that a model describes: `valuesOf(model).image.tag` is `.Values.image.tag`. */
export function valuesOf<T>(schema: object): Reference<T> {
  const model = schema as JsonSchema; // a model is one
  return createReference<T>(pathNode({ type: "object", root: ".", keys: ["Values"], schema: model, models: [[]] }));
}

/** Makes a reference of a path; its fields are found in the path's schema. */
export function createReference<T>(path: PathNode): Reference<T> {
  const handle = new Expression<T>(path);
  return new Proxy(handle, {
    get: (target, key) => (typeof key === "symbol" ? Reflect.get(target, key) : createReference(fieldOf(path, key))),
  }) as never; // the proxy answers every field that Reference<T> lists
}

/** The path to a field of what a path leads to. */
export function fieldOf(path: PathNode, key: string): PathNode {
  const owner = expandSchema(path.schema);
  const properties = owner.properties ?? {};
  const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (schema === undefined) {
    const hint = nearest(key, Object.keys(properties));
    const name = ["Values", ...(path.models[0] ?? path.keys)].join(".");
    throw new TypeError(
      `Cannot refer to ${name}.${key}: no such value${hint === undefined ? "" : `, the nearest is "${hint}"`}`,
    );
  }
  const mayBeAbsent = schema.default === undefined && !isRequired(owner, key);
  const optional = hasDefaults(schema) ? false : path.optional || mayBeAbsent;
  return {
    ...path,
    type: typeOfSchema(schema),
    keys: [...path.keys, key],
    optional,
    schema,
    models: path.models.map((model) => [...model, key]),
  };
}

/** A schema merged with the Kubernetes definition that it refers to. */
export const expandSchema: (schema: JsonSchema) => JsonSchema = oncePer((schema: JsonSchema) => {
  const { $ref, allOf = [] } = schema;
  const definitions = [$ref, ...allOf.map((part) => part.$ref)].flatMap((reference) =>
    reference === undefined ? [] : (resolveReference(reference) ?? []),
  );
  return definitions.length === 0 ? schema : Object.assign({}, ...definitions.map(expandSchema), schema);
});

// An object whose required fields all have defaults is never absent for its readers: the defaults of the fields apply.
function hasDefaults(schema: JsonSchema): boolean {
  return schema.default !== undefined;
}

function isRequired(schema: JsonSchema, key: string): boolean {
  return schema.required?.includes(key) ?? false;
}

/** The schema of a map's or a list's entries; the map may be a part of a values model. */
export function entrySchemaOf(source: object): JsonSchema {
  const schema = expandSchema(source as JsonSchema); // a values model is one
  const [entry] = Object.values(schema.patternProperties ?? {});
  if (entry !== undefined) return entry;
  if (schema.items !== undefined) return schema.items;
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
}

/** The type of the values that a schema, or the Kubernetes definition that it refers to, accepts. */
export function typeOfSchema(schema: JsonSchema): ValueType {
  const definition = schema.$ref === undefined ? undefined : resolveReference(schema.$ref);
  if (definition !== undefined) return typeOfSchema(definition);
  if (typeof schema.type === "string") return schema.type as ValueType; // "null" is never used: no default is null
  const constants = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  if (constants.length > 0 && constants.every((value) => typeof value === "string")) return "string";
  return "any";
}

/** The path of an expression that is a plain reference. */
export function pathOf(expression: Expression): PathNode | undefined {
  const node = expression[NODE];
  return node.op === "path" ? node : undefined;
}

/** A reference that a surrounding test has shown to be given: its type loses `undefined`. */
export function given<T>(reference: Reference<T>): Reference<NonNullable<T>> {
  const path = pathOf(reference);
  if (path === undefined) throw new TypeError("Cannot narrow an expression: expected a reference");
  return createReference<NonNullable<T>>({ ...path, optional: false });
}

/** A reference in a place where an absent value has the same effect as its default: no default is printed. */
export function withoutDefault<T>(reference: Reference<T>): Reference<T> {
  const path = pathOf(reference);
  if (path === undefined) throw new TypeError("Cannot leave a default out: expected a reference");
  const { default: _, ...schema } = path.schema;
  return createReference<T>({ ...path, schema });
}

/** A reference to what a named template's includer adds to its scope. */
export function scopeField<T>(
  name: string,
  schema: JsonSchema,
  models: readonly (readonly string[])[] = [],
): Reference<T> {
  return createReference<T>(pathNode({ type: typeOfSchema(schema), root: ".", keys: [name], schema, models }));
}
