/** When a part of a manifest is there: a map or list whose parts may all be absent must not print as null. */
import { Bind } from "../expression/bind.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { truthSubject, truthSubjects } from "../expression/lower.ts";
import { type ExpressionNode, isOptional, isSameNode } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { and, nonEmpty, not, or, present } from "../functions/logic.ts";
import { Spread } from "./spread.ts";
import { operandsOf } from "./walk.ts";

/** A test of the presence of a part, or whether it is there in any case. */
export type Presence = boolean | Expression<boolean>;

/** When a part is there, given what is known not to be empty here. */
export function presenceOf(part: unknown, known: readonly ExpressionNode[]): Presence {
  if (part instanceof Spread) return presenceOfFields(part.fields, known);
  if (part instanceof ForEach) {
    if (presenceOf(part.item, known) !== true) {
      throw new TypeError("Cannot tell when a list of conditional items is empty: put the condition on the list");
    }
    return known.some((node) => isSameNode(node, part.over)) ? true : nonEmpty(new Expression(part.over));
  }
  if (part instanceof Expression && isOptional(part[NODE])) {
    return known.some((node) => isSameNode(node, part[NODE])) ? true : present(part);
  }
  return presenceAround(part, known, presenceOf) ?? true;
}

/** When any of the fields of a spread is there: they stand among those of the map around it. */
export function presenceOfFields(fields: unknown, known: readonly ExpressionNode[]): Presence {
  if (fields instanceof Expression) {
    const node = fields[NODE];
    // What an expression yields is not known; the body of a named template is.
    if (node.op !== "include" || node.define.body instanceof Expression) return true;
    return presenceOfFields(node.define.body, []);
  }
  const around = presenceAround(fields, known, presenceOfFields);
  return around ?? presenceOfAny(Object.values(fields as object), known); // a spread is of an object
}

/** When any of the parts of a map or a list is there. */
export function presenceOfAny(parts: readonly unknown[], known: readonly ExpressionNode[]): Presence {
  // A part that is always there decides, also beside one whose presence is hard to tell.
  if (parts.some((part) => isStatic(part, known))) return true;
  return anyOf(parts.map((part) => presenceOf(part, known)));
}

// The presence of a part behind conditions and variables; nothing for a part without them.
function presenceAround(
  part: unknown,
  known: readonly ExpressionNode[],
  presence: (part: unknown, known: readonly ExpressionNode[]) => Presence,
): Presence | undefined {
  if (part instanceof When) {
    return allOf(testOf(part.test, known), presence(part.then, [...known, ...truthSubjects(part.test)]));
  }
  if (part instanceof Choice) {
    const test = new Expression<boolean>(part.test);
    const then = presence(part.then, [...known, ...truthSubjects(part.test)]);
    const otherwise = presence(part.otherwise, known);
    if (then === true && otherwise === true) return true;
    return anyOf([allOf(test, then), then === true ? otherwise : allOf(not(test), otherwise)]);
  }
  if (!(part instanceof Bind)) return undefined;
  const inside = presence(part.body, known);
  if (inside instanceof Expression && usesVariable(inside[NODE], part.variable)) {
    throw new TypeError(`Cannot tell when a part is there that depends on ${part.variable}: put the variable inside`);
  }
  return inside;
}

function usesVariable(node: ExpressionNode, variable: string): boolean {
  if (node.op === "path") return node.root === variable;
  return operandsOf(node).some((operand) => usesVariable(operand, variable));
}

function isStatic(part: unknown, known: readonly ExpressionNode[]): boolean {
  if (part instanceof Bind) return isStatic(part.body, known);
  return (
    !(part instanceof ForEach) &&
    !(part instanceof When) &&
    !(part instanceof Choice) &&
    presenceOf(part, known) === true
  );
}

function testOf(test: ExpressionNode, known: readonly ExpressionNode[]): Presence {
  const subject = truthSubject(test);
  if (subject !== undefined && known.some((node) => isSameNode(node, subject))) return true;
  return new Expression<boolean>(test);
}

function allOf(a: Presence, b: Presence): Presence {
  if (a === true) return b;
  if (b === true) return a;
  return a === false || b === false ? false : and(a, b);
}

function anyOf(presences: readonly Presence[]): Presence {
  if (presences.includes(true)) return true;
  const tests = presences.filter((presence) => presence instanceof Expression);
  const [first, ...rest] = tests;
  return first === undefined || rest.length === 0 ? (first ?? false) : or(first, ...rest);
}
