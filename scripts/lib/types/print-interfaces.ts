/** TypeScript interfaces of JSON Schemas: the types of input that the schema checks. */
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { isDefaulted } from "../../../generator/values/defaults.ts";
import { definitionNameOf } from "../../../generator/values/schema-parts.ts";
import type { Declaration, Doc, Field } from "./interface-text.ts";

/**
 * The purpose of an interface. `plain`: whole objects. `options`: the options of a stage, where fields with a default
 * are optional. `overrides`: what a values file sets, where every field is optional, at any depth, and only lists are
 * whole.
 */
export type Purpose = "plain" | "options" | "overrides";

/** A type parameter for the names of the entries of some maps. */
export interface Parameter {
  readonly name: string;
  /** The maps: fields, or paths of fields: `service.ports`. */
  readonly places: readonly string[];
  /** Whether options must have the map, with an entry for each name. */
  readonly isRequired: boolean;
}

/** How a schema becomes interfaces. */
export interface Context {
  readonly purpose: Purpose;
  /** The schema of a local definition. */
  readonly definition: (name: string) => JsonSchema;
  /** The name of a definition's interface. */
  readonly nameDefinition: (definition: string, purpose: Purpose) => string;
  /** The name of the interface of an object without a definition: it is the field `key` of the interface `owner`. */
  readonly nameField: (schema: JsonSchema, key: string, owner: string, parameter?: Parameter) => string;
  /** The name of the class whose instances may replace an object, if there is one. */
  readonly referenceFor: (schema: JsonSchema) => string | undefined;
  /** Whether an interface admits fields that its schema does not name. */
  readonly isOpen: (name: string) => boolean;
  /** Whether an interface must be assignable to a map from string. */
  readonly isMap: (name: string) => boolean;
  /** The types of the keys of a definition that is a map. */
  readonly keysOf: (name: string) => readonly string[];
  readonly parameter?: Parameter;
}

/** Makes the declaration of a schema. */
export function declare(name: string, schema: JsonSchema, context: Context): Declaration {
  const doc = { text: schema.description ?? name };
  const parameters = context.parameter === undefined ? "" : `<${context.parameter.name} extends string = string>`;
  if (![schema.type].flat().includes("object")) return { name, parameters, doc, isMap: false, body: scalar(schema) };
  const fields = Object.entries(schema.properties ?? {}).map(([key, property]): Field => {
    const isOptional = mayBeAbsent(schema, key, property, context);
    const type = typeOf(property, key, name, context);
    // Under exactOptionalPropertyTypes too, a condition may leave a field out.
    const absent = isOptional && context.purpose !== "plain" ? ["undefined"] : [];
    return { key, type: [...type, ...absent], optional: isOptional, doc: docOf(property, context) };
  });
  return {
    name,
    parameters,
    doc,
    isMap: context.isMap(name),
    body: { fields, open: openFields(name, schema, context) },
  };
}

function mayBeAbsent(schema: JsonSchema, key: string, property: JsonSchema, context: Context): boolean {
  const isRequired = schema.required?.includes(key) === true;
  switch (context.purpose) {
    case "plain":
      return !isRequired;
    case "options":
      return !isNamed(key, context.parameter) && (!isRequired || isDefaulted(property));
    case "overrides":
      return true;
    default:
      return context.purpose satisfies never;
  }
}

function isNamed(key: string, parameter: Parameter | undefined): boolean {
  return parameter?.isRequired === true && parameter.places.includes(key);
}

function openFields(name: string, schema: JsonSchema, context: Context): readonly Field[] {
  if (context.isOpen(name)) {
    return [{ key: "[field: string]", type: ["unknown"], optional: false, doc: { text: "A field of its kind" } }];
  }
  const entry = entryOf(schema);
  if (entry === undefined) return [];
  const type = typeOf(entry, "entry", name, context);
  // Entries with any key are the fields as well, of which one that is absent is undefined.
  const hasOptional = Object.entries(schema.properties ?? {}).some(([key, property]) =>
    mayBeAbsent(schema, key, property, context),
  );
  const absentOf = (key: string): readonly string[] =>
    context.purpose === "overrides" || (hasOptional && key === "string") ? ["undefined"] : [];
  const doc = docOf(entry, context);
  return context
    .keysOf(name)
    .map((key) => ({ key: `[key: ${key}]`, type: [...type, ...absentOf(key)], optional: false, doc }));
}

function entryOf(schema: JsonSchema): JsonSchema | undefined {
  const [pattern] = Object.values(schema.patternProperties ?? {});
  return pattern ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
}

function docOf(schema: JsonSchema, context: Context): Doc {
  const definition = definitionNameOf(schema);
  const text =
    schema.description ?? (definition === undefined ? undefined : context.definition(definition).description);
  if (text === undefined) throw new Error(`Cannot document ${JSON.stringify(schema)}: expected a description`);
  return { text, ...(schema.default === undefined || isEmpty(schema.default) ? {} : { default: schema.default }) };
}

// "", [] and {} are not documented: the field has the same effect as an absent one.
function isEmpty(value: unknown): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

/** The members of the union type of a schema. */
function typeOf(schema: JsonSchema, key: string, owner: string, context: Context): readonly string[] {
  const types = [schema.type ?? "object"].flat();
  if (types.includes("array")) {
    // A list replaces another one as a whole.
    const whole = context.purpose === "overrides" ? { ...context, purpose: "plain" as const } : context;
    const items = typeOf(schema.items ?? {}, singular(key), owner, whole);
    return [`readonly ${items.length === 1 ? items[0] : `(${items.join(" | ")})`}[]`];
  }
  if (!types.includes("object")) return scalar(schema);
  const text = types.includes("string") ? ["string"] : [];
  if (schema.properties !== undefined) {
    const parameter = below(key, context.parameter);
    const name = context.nameField(schema, key, owner, parameter);
    const own = parameter === undefined ? name : `${name}<${parameter.name}>`;
    return [...text, own, ...[context.referenceFor(schema)].filter((name) => name !== undefined)];
  }
  const definition = definitionNameOf(schema);
  if (definition !== undefined) {
    const target = context.definition(definition);
    if (target.type === "object") return [context.nameDefinition(definition, context.purpose)];
    // A list of words has a name; it is the same for every purpose.
    return target.enum === undefined ? scalar(target) : [context.nameDefinition(definition, "plain")];
  }
  const entry = entryOf(schema);
  if (entry === undefined)
    throw new Error(`Cannot type "${key}" of ${owner}: expected fields, entries or a definition`);
  const isPartial = context.purpose === "overrides";
  const members = typeOf(entry, singular(key), owner, context);
  if (context.parameter?.places.includes(key) !== true) {
    return [`{ readonly [name: string]: ${[...members, ...(isPartial ? ["undefined"] : [])].join(" | ")} }`];
  }
  const { name, isRequired } = context.parameter;
  if (isRequired && !isPartial) return [`{ readonly [K in ${name}]: ${members.join(" | ")} }`];
  return [`{ readonly [K in ${name}]?: ${[...members, "undefined"].join(" | ")} }`];
}

/** The parameter in the object of a field. */
function below(field: string, parameter: Parameter | undefined): Parameter | undefined {
  const prefix = `${field}.`;
  const places = (parameter?.places ?? []).filter((place) => place.startsWith(prefix));
  if (parameter === undefined || places.length === 0) return undefined;
  return { ...parameter, places: places.map((place) => place.slice(prefix.length)) };
}

function scalar(schema: JsonSchema): readonly string[] {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value));
  const names = [schema.type ?? "string"].flat().map((type) => (type === "integer" ? "number" : type));
  return [...new Set(names)].sort((a, b) => (a < b ? 1 : -1));
}

/** The word for one entry of a map or list. */
export function singular(word: string): string {
  if (/(ss|x)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
