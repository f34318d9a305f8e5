/** The handles of parts: what `when`, `forEach`, `bind` and their like return, until a tree is made of them. */
import { Expression, isPlainObject, NODE } from "./expression.ts";
import type { ExpressionNode, Part } from "./node.ts";

/** The key under which a handle keeps its part; a symbol, because manifests have fields called `kind`. */
export const PART: unique symbol = Symbol("part");
declare const TYPE: unique symbol;

/** A part that is no value, map or list; `T` is the type of what it yields. */
export class Handle<K extends Part["kind"] = Part["kind"], out T = unknown> {
  declare readonly [TYPE]: T;
  readonly [PART]: Extract<Part, { readonly kind: K }>;

  constructor(part: Extract<Part, { readonly kind: K }>) {
    this[PART] = part;
  }
}

/** A part that is present only on a condition: an optional field, a list item, a document. */
export interface When<out T = unknown> extends Handle<"when", T> {}
/** One of two parts. */
export interface Choice<out T = unknown> extends Handle<"choice", T> {}
/** A part repeated over a map or a list; it may yield nothing. */
export interface ForEach<out T = unknown> extends Handle<"each", T> {}
/** A part for each repeated entry. */
export interface Repeated<out T = unknown> extends Handle<"repeated", T> {}
/** A part that uses a variable. */
export interface Bind<out T = unknown> extends Handle<"bind", T> {}
/** A part that uses a variable which holds a list or a map that other parts make. */
export interface Collect<out T = unknown> extends Handle<"collect", T> {}
/** An entry of the map that a function makes. */
export interface Entry<out T = unknown> extends Handle<"entry", T> {}
/** A refusal to render. */
export interface Guard extends Handle<"guard", never> {}
/** Fields from another template or map. */
export interface Spread extends Handle<"spread", never> {}

/** Converts what an author wrote to a part: literals, expressions and handles, nested in maps and lists. */
export function toPart(value: unknown): Part {
  if (typeof value !== "object" || value === null) return { kind: "literal", value };
  if (value instanceof Handle) return value[PART];
  if (value instanceof Expression) return partOf(value[NODE]);
  if (Array.isArray(value)) return { kind: "list", items: value.map(toPart) };
  if (!isPlainObject(value)) return { kind: "literal", value };
  const fields = Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    field === undefined ? [] : [[key, toPart(field)] as const],
  );
  return { kind: "map", fields };
}

/** The part of an expression. */
export function partOf(node: ExpressionNode): Part {
  return { kind: "expression", node };
}
