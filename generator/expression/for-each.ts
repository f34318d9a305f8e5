/** Repetition: one part for each entry of a map keyed by name, or for each item of a list. */
import { Expression, NODE } from "./expression.ts";
import type { ExpressionNode, PathNode } from "./node.ts";
import { createReference, entrySchemaOf, type Reference, typeOfSchema } from "./reference.ts";

declare const TYPE: unique symbol;

/** A part repeated over a map or a list; it may leave nothing behind. */
export class ForEach<out T = unknown> {
  declare readonly [TYPE]: T;
  readonly over: ExpressionNode;
  /** The variable of an entry's name, for a map. */
  readonly name: string | undefined;
  /** The variable of an entry or item. */
  readonly entry: string;
  readonly item: unknown;

  constructor(over: ExpressionNode, name: string | undefined, entry: string, item: unknown) {
    this.over = over;
    this.name = name;
    this.entry = entry;
    this.item = item;
  }
}

/** A map in the order that its entries ask for (`order`, then the name): a list of names and entries. */
export interface Ordered<E> {
  readonly ordered: E;
}

/** A part for each entry of a map, in the order of the names, or in that of an ordered map. */
export function forEach<E, const T>(
  map: Expression<Readonly<Record<string, E>> | undefined> | Expression<Ordered<E>>,
  item: (name: Expression<string>, entry: Reference<E>) => T,
): ForEach<T> {
  const source = sourceOf(map[NODE]);
  const entry = variableFor(source);
  const path = entryPath(source, entry);
  if (map[NODE].type === "array") {
    const name = new Expression<string>(stringPath(entry, ["name"]));
    return new ForEach(map[NODE], undefined, entry, item(name, createReference<E>({ ...path, keys: ["value"] })));
  }
  const name = `${entry}Name`;
  return new ForEach(
    map[NODE],
    name,
    entry,
    item(new Expression<string>(stringPath(name, [])), createReference<E>(path)),
  );
}

/** A part for each item of a list. */
export function forEachItem<E, const T>(
  list: Expression<readonly E[] | undefined>,
  item: (item: Reference<E>) => T,
): ForEach<T> {
  const source = sourceOf(list[NODE]);
  const entry = variableFor(source);
  return new ForEach(list[NODE], undefined, entry, item(createReference<E>(entryPath(source, entry))));
}

// Functions that pick or sort entries say which reference the entries come from.
function sourceOf(node: ExpressionNode): PathNode {
  if (node.op === "path") return node;
  if (node.op === "call" && node.source !== undefined) return node.source;
  throw new TypeError(
    `Cannot walk the result of ${node.op === "call" ? node.function.name : node.op}: expected a reference to a map or a list`,
  );
}

function variableFor(source: PathNode): string {
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
  return { op: "path", type: typeOfSchema(schema), root, keys: [], optional: false, schema, models };
}

function stringPath(root: string, keys: readonly string[]): PathNode {
  return { op: "path", type: "string", root, keys, optional: false, schema: { type: "string" }, models: [] };
}
