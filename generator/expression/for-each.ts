/** Repetition: one part for each entry of a map keyed by name, or for each item of a list. */
import { Expression, NODE, type Operand, toNode } from "./expression.ts";
import { variableRoot } from "./go/go-names.ts";
import { type ExpressionNode, type PathNode, pathNode, sourceOf } from "./node.ts";
import { type ForEach, Handle, type Repeated, toPart } from "./part.ts";
import { createReference, entrySchemaOf, expandSchema, type Reference, typeOfSchema } from "./reference.ts";

/** A map in the order of its entries (`order`, then the name): a list of names and entries. */
export interface Ordered<E> {
  readonly ordered: E;
}

/** How a loop is written. */
export interface LoopOptions {
  /** The name of the variable of an entry or item; absent: the singular of the name of the map or list. */
  readonly as?: string;
}

declare const POSITION: unique symbol;

/** The position of an item in its list, from 0; unlike a number of the values, it can be part of a text. */
export class Position extends Expression<number> {
  declare readonly [POSITION]: true;
}

/** A map whose entries can be walked. */
type AnyMap<E> = Expression<Readonly<Record<string, E>> | undefined> | Expression<Ordered<E>>;

/** A part for each entry of a map, in the order of the names, or in that of an ordered map. */
export function forEach<E, const T>(
  map: AnyMap<E>,
  item: (name: Expression<string>, entry: Reference<E>) => T,
  options: LoopOptions = {},
): ForEach<T> {
  const { name, entry, seen } = entriesOf<E>(map[NODE], options);
  return new Handle<"each", T>({
    kind: "each",
    over: map[NODE],
    name,
    entry,
    item: toPart(item(seen.name, seen.entry)),
  });
}

/** A part for each item of a list. */
export function forEachItem<E, const T>(
  list: Expression<readonly E[] | undefined>,
  item: (item: Reference<E>) => T,
  options: LoopOptions = {},
): ForEach<T> {
  const source = walkedSource(list[NODE]);
  const entry = variableFor(source, options);
  const seen = createReference<E>(entryPath(source, entry));
  return new Handle<"each", T>({ kind: "each", over: list[NODE], name: undefined, entry, item: toPart(item(seen)) });
}

/** A part for each item of a list and its position. */
export function forEachPosition<E, const T>(
  list: Expression<readonly E[] | undefined>,
  item: (position: Position, item: Reference<E>) => T,
  options: LoopOptions = {},
): ForEach<T> {
  const source = walkedSource(list[NODE]);
  const entry = variableFor(source, options);
  const name = `${entry}Index`;
  const position = new Position({ ...stringPath(name, []), type: "integer", schema: { type: "integer" } });
  const seen = createReference<E>(entryPath(source, entry));
  return new Handle<"each", T>({ kind: "each", over: list[NODE], name, entry, item: toPart(item(position, seen)) });
}

/** How entries that must differ are compared. */
export interface Distinct<E> {
  /** Which entries are compared; absent: all. */
  readonly where?: (name: Expression<string>, entry: Reference<E>) => Expression<boolean>;
  /** What must differ. */
  readonly key: (name: Expression<string>, entry: Reference<E>) => Expression<string>;
  /** The id of the earlier entry; absent: its name, or in a list its key. */
  readonly id?: (name: Expression<string>, entry: Reference<E>) => Operand<string>;
}

/** A repeated entry: its name, itself, its key, and the earlier entry's id. */
export interface RepeatedEntry<E> {
  readonly name: Expression<string>;
  readonly entry: Reference<E>;
  readonly key: Expression<string>;
  readonly other: Expression<string>;
}

/** A part for each entry of a map, or item of a list, whose key an earlier one has. */
export function forEachRepeated<E, const T>(
  over: AnyMap<E> | Expression<readonly E[] | undefined>,
  { where, key, id }: Distinct<E>,
  item: (repeated: RepeatedEntry<E>) => T,
  options: LoopOptions = {},
): Repeated<T> {
  const node = over[NODE];
  const { name, entry, seen } = entriesOf<E>(node, options);
  const keyPath = stringPath(`${entry}Key`, []);
  const other = stringPath(`${entry}Other`, []);
  return new Handle<"repeated", T>({
    kind: "repeated",
    over: node,
    name,
    entry,
    test: where?.(seen.name, seen.entry)[NODE],
    key: key(seen.name, seen.entry)[NODE],
    id: id === undefined ? (name === undefined ? keyPath : seen.name[NODE]) : toNode(id(seen.name, seen.entry)),
    item: toPart(item({ ...seen, key: new Expression(keyPath), other: new Expression(other) })),
  });
}

interface Entries<E> {
  readonly name: string | undefined;
  readonly entry: string;
  readonly seen: { readonly name: Expression<string>; readonly entry: Reference<E> };
}

// A list of names and entries is an ordered map; of any other list, the items have no names.
function entriesOf<E>(over: ExpressionNode, options: LoopOptions): Entries<E> {
  const source = walkedSource(over);
  const entry = variableFor(source, options);
  const path = entryPath(source, entry);
  if (over.type === "array" && isMap(source)) {
    const name = new Expression<string>(stringPath(entry, ["name"]));
    return { name: undefined, entry, seen: { name, entry: createReference<E>({ ...path, keys: ["value"] }) } };
  }
  const name = `${entry}Name`;
  return {
    name: over.type === "array" ? undefined : name,
    entry,
    seen: { name: new Expression<string>(stringPath(name, [])), entry: createReference<E>(path) },
  };
}

function isMap({ schema }: PathNode): boolean {
  return expandSchema(schema).items === undefined;
}

// Functions that pick or sort entries record the reference that the entries come from; the items of a list literal are
// of one type.
function walkedSource(node: ExpressionNode): PathNode {
  const source = sourceOf(node);
  if (source !== undefined) return source;
  if (node.type === "array") {
    const type = node.op === "list" ? (node.items[0]?.type ?? "any") : "any";
    return pathNode({ type: "array", root: "$items", keys: [], schema: { items: type === "any" ? {} : { type } } });
  }
  const what = node.op === "call" || node.op === "apply" ? node.function.name : node.op;
  throw new TypeError(`Cannot walk the result of ${what}: expected a reference to a map or a list`);
}

function variableFor(source: PathNode, { as }: LoopOptions): string {
  if (as !== undefined) return variableRoot(as);
  const last = source.keys.at(-1) ?? source.root.slice(1);
  const singular = last
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/([^s])s$/, "$1");
  return `$${singular}`;
}

function entryPath(source: PathNode, root: string): PathNode {
  const schema = entrySchemaOf(source.schema);
  const models = source.models.map((model) => [...model, "*"]);
  return pathNode({ type: typeOfSchema(schema), root, keys: [], schema, models });
}

function stringPath(root: string, keys: readonly string[]): PathNode {
  return pathNode({ type: "string", root, keys, schema: { type: "string" } });
}
