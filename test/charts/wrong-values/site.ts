/** The places that a schema knows: every key of every object, at any depth. */
import type { JsonSchema } from "../../../generator/json-schema.ts";

/** Any key of a map, or any place in a list: a slot's number picks one. */
export interface Slot {
  readonly keyOf: (slot: number) => string | number;
}

/** One step of a path: a key, or any of many. */
export type Step = string | Slot;
/** Where a value is. */
export type Path = readonly Step[];

/** A place, with all the schemas that hold there without a condition. */
export interface Site {
  readonly path: Path;
  readonly schemas: readonly JsonSchema[];
  /** The places below: the named ones by their names, then one for each kind of other key, and one for the items. */
  readonly children: readonly Site[];
}

type Definitions = NonNullable<JsonSchema["definitions"]>;

/** The root of a schema and all places below; no reference is left in them. */
export function createSite(schema: JsonSchema): Site {
  return createSiteAt([], [schema], schema.definitions ?? {});
}

/** The place below another by its key, if the schema knows it. */
export function findChild(site: Site, key: string): Site | undefined {
  return site.children.find(({ path }) => path.at(-1) === key);
}

/** The places below that represent many keys, or the items of a list. */
export function listSlots(site: Site): readonly Site[] {
  return site.children.filter(({ path }) => typeof path.at(-1) === "object");
}

/** All the places of a tree, parents first. */
export function listSites(site: Site): readonly Site[] {
  return [site, ...site.children.flatMap(listSites)];
}

/** A path as people read it: `*` is any key, or any item. */
export function printPath(path: Path): string {
  return path.map((step) => (typeof step === "string" ? step : "*")).join(".");
}

/** Whether there may be a value at a place: of a key that must not be, every value is refused. */
export function isAllowed({ schemas }: Site): boolean {
  return !schemas.some(({ not }) => not !== undefined && Object.keys(not).length === 0);
}

/** A schema as an object: `false` in its place refuses every value. */
export function refuseAll(schema: JsonSchema | boolean): JsonSchema {
  return typeof schema === "boolean" ? { not: schema ? { not: {} } : {} } : schema;
}

function createSiteAt(path: Path, given: readonly JsonSchema[], definitions: Definitions): Site {
  if (path.length > 40) throw new RangeError(`Cannot list the places of a schema: "${printPath(path)}" has no end`);
  const schemas = given.flatMap((schema) => expand(schema, definitions));
  const names = new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const named = [...names].map((name) => ({
    step: name,
    below: schemas.flatMap(({ properties }) => properties?.[name] ?? []),
  }));
  const others = [...schemas.flatMap((schema) => otherKeys(schema, names)), ...itemsOf(schemas)];
  // A part of a whole object has such parts: they are tried once.
  const isRepeated = (below: readonly JsonSchema[]): boolean =>
    below.some(({ $ref }) => $ref !== undefined && schemas.includes(definitionOf($ref, definitions)));
  const children = [...named, ...others]
    .filter(({ below }) => !isRepeated(below))
    .map(({ step, below }) => createSiteAt([...path, step], below, definitions));
  return { path, schemas, children };
}

/** A schema, what it refers to, and the parts of its allOf, one after the other. */
function expand(schema: JsonSchema, definitions: Definitions): readonly JsonSchema[] {
  const { $ref, allOf, ...own } = refuseAll(schema);
  const target = $ref === undefined ? [] : expand(definitionOf($ref, definitions), definitions);
  const whole = $ref === undefined && allOf === undefined && typeof schema === "object" ? schema : own;
  return [whole, ...(allOf ?? []).flatMap((part) => expand(part, definitions)), ...target];
}

function definitionOf(reference: string, definitions: Definitions): JsonSchema {
  const name = reference.replace("#/definitions/", "");
  const definition = definitions[name];
  if (definition === undefined) throw new TypeError(`Cannot find the definition "${name}"`);
  return definition;
}

function otherKeys(schema: JsonSchema, names: ReadonlySet<string>) {
  const patterns = Object.entries(schema.patternProperties ?? {}).map(([pattern, below]) => ({
    step: { keyOf: (slot: number) => legalKey(pattern, slot, names) },
    below: [below],
  }));
  if (typeof schema.additionalProperties !== "object") return patterns;
  const step = { keyOf: (slot: number) => legalKey("", slot, names) };
  return [...patterns, { step, below: [schema.additionalProperties] }];
}

function itemsOf(schemas: readonly JsonSchema[]) {
  const below = schemas.flatMap(({ items }) => items ?? []);
  return below.length === 0 ? [] : [{ step: { keyOf: (slot: number) => slot }, below }];
}

function legalKey(pattern: string, slot: number, names: ReadonlySet<string>): string {
  const keys = [`slot${slot}`, `example.com/slot${slot}`, `hugepages-${slot + 1}Mi`, `slot${slot}`.padEnd(300, "x")];
  const key = keys.find((candidate) => new RegExp(pattern, "u").test(candidate) && !names.has(candidate));
  if (key === undefined) throw new TypeError(`Cannot find a key that matches ${pattern}`);
  return key;
}
