/** When a part of a manifest is present: a map or list whose parts may all be absent must not print as null. */

import { truthSubject, truthSubjects } from "../expression/go/lower.ts";
import { type ExpressionNode, isOptional, isSameNode, operandsOf, type Part } from "../expression/node.ts";
import { describePart } from "./print/print-error.ts";

/** A test of the presence of a part, or whether it is always present. */
export type Presence = boolean | ExpressionNode;

/** When a part is present, given what is known not to be empty here. */
export function presenceOf(part: Part, known: readonly ExpressionNode[]): Presence {
  switch (part.kind) {
    case "spread":
      return presenceOfFields(part.fields, known);
    case "each":
      if (presenceOf(part.item, known) !== true) {
        throw new TypeError("Cannot test whether a list of conditional items is empty: put the condition on the list");
      }
      return isKnown(part.over, known) ? true : { op: "nonEmpty", type: "boolean", arg: part.over };
    case "expression":
      if (!isOptional(part.node)) return true;
      return isKnown(part.node, known) ? true : { op: "present", type: "boolean", arg: part.node };
    case "repeated":
    case "collect":
    case "entry":
    case "guard":
      throw new TypeError(`Cannot test whether ${describePart(part)} is present: expected it in a function or a check`);
    case "when":
    case "choice":
    case "bind":
      return presenceAround(part, known, presenceOf);
    case "literal":
    case "map":
    case "list":
      return true;
    default:
      return part satisfies never;
  }
}

/** When any of the fields of a spread is present: they are fields of the map around it. */
export function presenceOfFields(fields: Part, known: readonly ExpressionNode[]): Presence {
  switch (fields.kind) {
    case "expression": {
      const { node } = fields;
      // The result of an expression is not known; the body of a named template is.
      if (node.op !== "include" || node.define.body.kind === "expression") return true;
      return presenceOfFields(node.define.body, []);
    }
    case "map":
      return presenceOfAny(
        fields.fields.map(([, value]) => value),
        known,
      );
    case "when":
    case "choice":
    case "bind":
      return presenceAround(fields, known, presenceOfFields);
    case "literal":
    case "list":
    case "each":
    case "repeated":
    case "collect":
    case "entry":
    case "guard":
    case "spread":
      return true;
    default:
      return fields satisfies never;
  }
}

/** When any of the parts of a map or a list is present. */
export function presenceOfAny(parts: readonly Part[], known: readonly ExpressionNode[]): Presence {
  // A part that is always present decides, even next to one whose presence cannot be tested.
  if (parts.some((part) => isStatic(part, known))) return true;
  return anyOf(parts.map((part) => presenceOf(part, known)));
}

type Conditional = Extract<Part, { readonly kind: "when" | "choice" | "bind" }>;

// The presence of a part inside conditions and variables.
function presenceAround(
  part: Conditional,
  known: readonly ExpressionNode[],
  presence: (part: Part, known: readonly ExpressionNode[]) => Presence,
): Presence {
  switch (part.kind) {
    case "when":
      return allOf(testOf(part.test, known), presence(part.then, [...known, ...truthSubjects(part.test)]));
    case "choice": {
      const then = presence(part.then, [...known, ...truthSubjects(part.test)]);
      const otherwise = presence(part.otherwise, known);
      if (then === true && otherwise === true) return true;
      const not: ExpressionNode = { op: "not", type: "boolean", arg: part.test };
      return anyOf([allOf(part.test, then), then === true ? otherwise : allOf(not, otherwise)]);
    }
    case "bind": {
      const inside = presence(part.body, known);
      if (typeof inside !== "boolean" && usesVariable(inside, part.variable)) {
        throw new TypeError(
          `Cannot test the presence of a part that depends on ${part.variable}: put the variable inside`,
        );
      }
      return inside;
    }
    default:
      return part satisfies never;
  }
}

function usesVariable(node: ExpressionNode, variable: string): boolean {
  if (node.op === "path") return node.root === variable;
  return operandsOf(node).some((operand) => usesVariable(operand, variable));
}

function isStatic(part: Part, known: readonly ExpressionNode[]): boolean {
  if (part.kind === "bind") return isStatic(part.body, known);
  if (part.kind === "each" || part.kind === "when" || part.kind === "choice") return false;
  return presenceOf(part, known) === true;
}

function testOf(test: ExpressionNode, known: readonly ExpressionNode[]): Presence {
  const subject = truthSubject(test);
  return subject !== undefined && isKnown(subject, known) ? true : test;
}

function isKnown(node: ExpressionNode, known: readonly ExpressionNode[]): boolean {
  return known.some((other) => isSameNode(other, node));
}

function allOf(a: Presence, b: Presence): Presence {
  if (a === true) return b;
  if (b === true) return a;
  return a === false || b === false ? false : { op: "and", type: "boolean", args: [a, b] };
}

function anyOf(presences: readonly Presence[]): Presence {
  if (presences.includes(true)) return true;
  const tests = presences.filter((presence) => typeof presence !== "boolean");
  const [first, ...rest] = tests;
  return first === undefined || rest.length === 0 ? (first ?? false) : { op: "or", type: "boolean", args: tests };
}
