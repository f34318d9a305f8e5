/** Walks over a manifest: every node of every expression in it. */
import { Bind } from "../expression/bind.ts";
import { Define } from "../expression/define.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { Guard } from "../expression/guard.ts";
import { type ExpressionNode, isSameNode } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { Spread } from "./spread.ts";

/** The parts directly inside a part of a manifest: fields, items, branches, bodies. */
export function partsOf(part: unknown): readonly unknown[] {
  if (typeof part !== "object" || part === null || part instanceof Expression || part instanceof Guard) return [];
  if (part instanceof When) return [part.then];
  if (part instanceof Choice) return [part.then, part.otherwise];
  if (part instanceof ForEach) return [part.item];
  if (part instanceof Bind || part instanceof Define) return [part.body];
  if (part instanceof Spread) return [part.fields];
  return Object.values(part);
}

/** The expressions directly in a part: its own, its test, what it walks or computes. */
export function expressionsOf(part: unknown): readonly ExpressionNode[] {
  if (part instanceof Expression) return [part[NODE]];
  if (part instanceof When || part instanceof Choice) return [part.test];
  if (part instanceof Guard) return [part.test, part.message];
  if (part instanceof ForEach) return [part.over];
  return part instanceof Bind ? [part.value] : [];
}

/** The nodes directly inside a node. */
export function operandsOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.op) {
    case "literal":
    case "path":
      return [];
    case "call":
      return node.args;
    case "include":
      return node.scope === undefined ? [] : [node.scope];
    case "dict":
      return node.entries.map(([, value]) => value);
    case "list":
      return node.items;
    default:
      return node satisfies never;
  }
}

/** Whether a part uses an expression where the dot of a `with` around it would still reach: not inside `range`. */
export function usesNode(part: unknown, node: ExpressionNode): boolean {
  if (expressionsOf(part).some((expression) => holdsNode(expression, node))) return true;
  return !(part instanceof ForEach) && partsOf(part).some((inner) => usesNode(inner, node));
}

function holdsNode(expression: ExpressionNode, node: ExpressionNode): boolean {
  return isSameNode(expression, node) || operandsOf(expression).some((operand) => holdsNode(operand, node));
}
