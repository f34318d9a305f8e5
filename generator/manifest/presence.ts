/** When a part of a manifest is there: a map or list whose parts may all be absent must not print as null. */
import { Bind } from "../expression/bind.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { truthSubject } from "../expression/lower.ts";
import { type ExpressionNode, isOptional, isSameNode } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { and, nonEmpty, not, or, present } from "../functions/logic.ts";
import { Spread } from "./spread.ts";

/** A test of the presence of a part, or `true` for a part that is always there. */
export type Presence = true | Expression<boolean>;

/** When a part is there, given what is known not to be empty here. */
export function presenceOf(part: unknown, known: readonly ExpressionNode[]): Presence {
  if (part instanceof When) return allOf(testOf(part.test, known), presenceOf(part.then, known));
  if (part instanceof Choice) {
    const then = presenceOf(part.then, known);
    const otherwise = presenceOf(part.otherwise, known);
    if (then === true && otherwise === true) return true;
    const test = new Expression<boolean>(part.test);
    return or(allOf(test, then) as Expression<boolean>, allOf(not(test), otherwise) as Expression<boolean>); // a test is among them
  }
  if (part instanceof ForEach) {
    if (presenceOf(part.item, known) !== true) {
      throw new TypeError("Cannot tell when a list of conditional items is empty: put the condition on the list");
    }
    return known.some((node) => isSameNode(node, part.over)) ? true : nonEmpty(new Expression(part.over));
  }
  if (part instanceof Bind) return presenceOf(part.body, known);
  if (part instanceof Spread) return part.fields instanceof Expression ? true : presenceOf(part.fields, known);
  if (part instanceof Expression && isOptional(part[NODE])) return present(part);
  return true;
}

/** When any of the parts of a map or a list is there. */
export function presenceOfAny(parts: readonly unknown[], known: readonly ExpressionNode[]): Presence {
  // A part that is always there decides, also beside one whose presence is hard to tell.
  if (parts.some((part) => isStatic(part, known))) return true;
  const tests = parts.map((part) => presenceOf(part, known));
  const open = tests.filter((test): test is Expression<boolean> => test !== true);
  if (open.length < tests.length) return true;
  const [first, ...rest] = open;
  return first === undefined || rest.length === 0 ? (first ?? true) : or(first, ...rest);
}

function isStatic(part: unknown, known: readonly ExpressionNode[]): boolean {
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
  return b === true ? a : and(a, b);
}
