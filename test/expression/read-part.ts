/** What parts hold, for tests of the functions that make them. */
import assert from "node:assert/strict";
import { Expression } from "../../generator/expression/expression.ts";
import type { ExpressionNode, Part, PathNode } from "../../generator/expression/node.ts";
import { type Handle, PART } from "../../generator/expression/part.ts";
import { printValue } from "./print-expression.ts";

/** A part as one of a kind. */
export function partOfKind<K extends Part["kind"]>(part: Part, kind: K): Extract<Part, { readonly kind: K }> {
  assert.equal(part.kind, kind);
  return part as Extract<Part, { readonly kind: K }>; // its kind is compared above
}

/** The part of a handle, which has the handle's kind. */
export function partIn<K extends Part["kind"]>(handle: Handle<K>): Extract<Part, { readonly kind: K }> {
  return handle[PART];
}

/** The node of a part that is an expression. */
export function nodeIn(part: Part): ExpressionNode {
  return partOfKind(part, "expression").node;
}

/** The path of a part that is a reference. */
export function pathIn(part: Part): PathNode {
  const node = nodeIn(part);
  assert.ok(node.op === "path", `expected a path, got ${node.op}`);
  return node;
}

/** What may be where the value of an expression part is used. */
export function printPart(part: Part): string {
  return printValue(new Expression(nodeIn(part)));
}

/** The same for each item of a list. */
export function printItems(part: Part): readonly string[] {
  return partOfKind(part, "list").items.map(printPart);
}
