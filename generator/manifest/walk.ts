/** Walks over a tree: the parts and the expressions in a part. */
import { type ExpressionNode, isSameNode, operandsOf, type Part } from "../expression/node.ts";

/** The parts directly inside a part: fields, items, branches, bodies. */
export function partsOf(part: Part): readonly Part[] {
  switch (part.kind) {
    case "literal":
    case "expression":
    case "entry":
    case "guard":
      return [];
    case "map":
      return part.fields.map(([, value]) => value);
    case "list":
      return part.items;
    case "when":
      return [part.then];
    case "choice":
      return [part.then, part.otherwise];
    case "each":
    case "repeated":
      return [part.item];
    case "bind":
      return [part.body];
    case "collect":
      return [part.items, part.body];
    case "spread":
      return [part.fields];
    default:
      return part satisfies never;
  }
}

/** The expressions directly in a part: its own, its test, what it walks or computes. */
export function expressionsOf(part: Part): readonly ExpressionNode[] {
  switch (part.kind) {
    case "literal":
    case "map":
    case "list":
    case "collect":
    case "spread":
      return [];
    case "expression":
      return [part.node];
    case "when":
    case "choice":
      return [part.test];
    case "each":
      return [part.over];
    case "repeated":
      return [part.over, part.key, part.id, ...(part.test === undefined ? [] : [part.test])];
    case "bind":
      return [part.value];
    case "entry":
      return [part.key, part.value];
    case "guard":
      return [part.test, part.message];
    default:
      return part satisfies never;
  }
}

/** Whether an expression of a part is the map or list that it walks. */
export function isWalkedBy(part: Part, node: ExpressionNode): boolean {
  return (part.kind === "each" || part.kind === "repeated") && node === part.over;
}

/** The variables that a part adds for the parts inside it. */
export function variablesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case "bind":
    case "collect":
      return [part.variable];
    case "each":
      return part.name === undefined ? [part.entry] : [part.name, part.entry];
    case "repeated":
      return [
        ...(part.name === undefined ? [] : [part.name]),
        part.entry,
        ...["Key", "Other", "Seen"].map((name) => part.entry + name),
      ];
    case "literal":
    case "expression":
    case "map":
    case "list":
    case "when":
    case "choice":
    case "entry":
    case "guard":
    case "spread":
      return [];
    default:
      return part satisfies never;
  }
}

/** All variables of a part and of the parts in it. */
export function allVariablesOf(part: Part): readonly string[] {
  return [...variablesOf(part), ...partsOf(part).flatMap(allVariablesOf)];
}

/** The expressions of a part and of the parts in it, each from its outermost node. */
export function allExpressionsOf(part: Part): readonly ExpressionNode[] {
  return [...expressionsOf(part), ...partsOf(part).flatMap(allExpressionsOf)];
}

/** Whether a part uses an expression where the dot of a `with` around it would still reach: not inside `range`. */
export function usesNode(part: Part, node: ExpressionNode): boolean {
  if (part.kind === "repeated") return holdsNode(part.over, node);
  if (expressionsOf(part).some((expression) => holdsNode(expression, node))) return true;
  return part.kind !== "each" && partsOf(part).some((inner) => usesNode(inner, node));
}

function holdsNode(expression: ExpressionNode, node: ExpressionNode): boolean {
  return isSameNode(expression, node) || operandsOf(expression).some((operand) => holdsNode(operand, node));
}
