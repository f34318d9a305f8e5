/** Builds expressions that yield strings. */
import type { Expression, Operand } from "../../../generator/expression/expression.ts";
import { orElse, orIfEmpty, required, ternary } from "../../../generator/functions/logic.ts";
import { lookUp } from "../../../generator/functions/maps.ts";
import { fitName, replace, sha256, text, toJson, trunc } from "../../../generator/functions/strings.ts";
import { nastyStrings } from "../../yaml/nasty-strings.ts";
import { buildAny, buildMap } from "./build-collection.ts";
import { includeText } from "./build-define.ts";
import { applyText } from "./build-function.ts";
import { buildBoolean } from "./build-test.ts";
import { type Build, build, inside, type Plan, pick, pickLate } from "./plan.ts";
import type { Scope } from "./scope.ts";
import { volumeType } from "./volume-unions.ts";

/** Builds an expression of a string. */
export function buildText(plan: Plan, scope: Scope): Expression<string> {
  const recurse = (part: Plan): Expression<string> => buildText(part, scope);
  const operand = (part: Plan): Operand<string> => buildTextOperand(part, scope);
  const branches: Build<Expression<string>>[] = [
    (...parts) => buildJoin(parts.slice(0, 1 + (plan.choice % 3)), scope),
    (a, b) => orElse(pickLate(a, scope.maybeStrings), operand(b)),
    (a, b) => orElse(recurse(a), operand(b)),
    (a, b) => orIfEmpty(recurse(a), operand(b)),
    (a, b) => orIfEmpty(pickLate(a, scope.maybeStrings), operand(b)),
    (a) =>
      replace(recurse(a), pick(inside(a, 0), ["a", ".", "\n", "$", ""]), pick(inside(a, 1), ["", "b", "$&", "%s"])),
    (a) => sha256(recurse(a)),
    (a) => toJson(buildAny(a, scope)),
    (a) => trunc(recurse(a), pick(inside(a, 0), [0, 1, 8, 63])),
    (a) => fitName(recurse(a), pick(inside(a, 0), [12, 20, 63])),
    (a, b) => lookUp<string>("string", buildMap(a, scope), operand(b)),
    (a) => includeText(a, scope),
    (a) => applyText(a, scope),
    (a) => applyText(a, scope),
    (a, b, c) => {
      const lazy = { ...scope, isLazy: false };
      return ternary<string>(buildBoolean(a, lazy), buildTextOperand(b, lazy), buildTextOperand(c, lazy));
    },
  ];
  if (scope.volume.length > 0) branches.push((a) => volumeType(pickLate(a, scope.volume)));
  if (scope.isLazy && plan.choice % 4 === 0) {
    branches.push((a, b) => required(pickLate(a, scope.maybeStrings), operand(b)));
    branches.push((a, b) => required(recurse(a), operand(b)));
  }
  return build(plan, [(a) => pickLate(a, scope.strings)], branches);
}

/** Builds a string constant, or an expression of a string. */
export function buildTextOperand(plan: Plan, scope: Scope): Operand<string> {
  if (plan.inside.length > 0) return buildText(plan, scope);
  return plan.choice % 2 === 0 ? pickLate(inside(plan, 0), scope.strings) : pick(inside(plan, 0), constants);
}

/** String constants, the common ones first. */
export const constants: readonly string[] = ["a", "", "b", "a-b", "Job", "web", "10", ...nastyStrings];

function buildJoin(parts: readonly Plan[], scope: Scope): Expression<string> {
  const strings = [...parts, ...parts.slice(0, 1)].map((part) =>
    pick(inside(part, 3), ["", "-", "%", "{{ a }}", "%s", "\n", ...constants]),
  );
  const joined = parts.map((part) => buildTextOperand(part, scope));
  // A tag is a function of its strings and of what is between.
  return text(Object.assign(strings, { raw: strings }), ...joined);
}
