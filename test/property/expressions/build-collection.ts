/** Builds expressions of maps, lists and objects, and of anything at all. */
import type { Expression, Operand } from "../../../generator/expression/expression.ts";
import { enabled, ordered, where } from "../../../generator/functions/entries.ts";
import { concat, list, uniq } from "../../../generator/functions/lists.ts";
import { orElse, orIfEmpty, ternary } from "../../../generator/functions/logic.ts";
import { type ByName, fieldOfEach, lookUp, merge } from "../../../generator/functions/maps.ts";
import { includeList, includeMap } from "./build-define.ts";
import { applyAny, applyList, applyMap, applyPick } from "./build-function.ts";
import { buildBoolean, buildInteger } from "./build-test.ts";
import { buildText, buildTextOperand, constants } from "./build-text.ts";
import type { Port, Step } from "./model.ts";
import { type Build, build, inside, type Plan, pick, pickLate } from "./plan.ts";
import type { Scope } from "./scope.ts";
import { onlySource, onlySources } from "./volume-unions.ts";

/** Builds an expression of a map of strings. */
export function buildMap(plan: Plan, scope: Scope): Expression<ByName<string>> {
  const recurse = (part: Plan): Expression<ByName<string>> => buildMap(part, scope);
  return build<Expression<ByName<string>>>(
    plan,
    [(a) => pickLate(a, scope.labels)],
    [
      (a, b) => merge<string>(recurse(a), recurse(b)),
      (a, b) => merge<string>(buildConstantMap(a, scope), recurse(b)),
      (a, b, c) => merge<string>(recurse(a), recurse(b), buildConstantMap(c, scope)),
      (a) => enabled(recurse(a)),
      (a) => fieldOfEach(buildPorts(a, scope), "protocol"),
      (a) => fieldOfEach(buildSteps(a, scope), "image"),
      (a, b) => orIfEmpty(recurse(a), recurse(b)),
      (a, b) => orElse(recurse(a), recurse(b)),
      (a) => includeMap(a, scope),
      (a) => applyMap(a, scope),
      (a) => applyMap(a, scope),
      (a, b, c) => {
        const lazy = { ...scope, isLazy: false };
        return ternary<ByName<string>>(buildBoolean(a, lazy), buildMap(b, lazy), buildConstantMap(c, lazy));
      },
    ],
  );
}

// A map literal of strings, with keys that may be those of another map.
function buildConstantMap(plan: Plan, scope: Scope): ByName<Operand<string>> & ByName<string> {
  const keys = ["a", "b", "user", ...constants];
  const entries = plan.inside.map((part) => [pick(part, keys), buildTextOperand(inside(part, 0), scope)] as const);
  return Object.fromEntries(entries) as ByName<string>; // a map of operands is one of what they yield
}

/** Builds an expression of a map of ports that can be walked. */
export function buildPorts(plan: Plan, scope: Scope): Expression<ByName<Port>> {
  return build<Expression<ByName<Port>>>(
    plan,
    [(a) => pickLate(a, scope.ports)],
    [(a) => enabled(buildPorts(a, scope)), (a) => pickLate(a, scope.ports), (a) => applyPick(a, scope)],
  );
}

/** Builds an expression of a map of steps that can be walked. */
export function buildSteps(plan: Plan, scope: Scope): Expression<ByName<Step>> {
  return build<Expression<ByName<Step>>>(
    plan,
    [(a) => pickLate(a, scope.steps)],
    [
      (a) => enabled(buildSteps(a, scope)),
      (a, b, c) => where(pickLate(a, scope.steps), pick(b, ["on", "off"]), pick(c, [true, false])),
    ],
  );
}

/** Builds an expression of a list of strings. */
export function buildList(plan: Plan, scope: Scope): Expression<readonly string[]> {
  const recurse = (part: Plan): Expression<readonly string[]> => buildList(part, scope);
  return build<Expression<readonly string[]>>(
    plan,
    [(a) => pickLate(a, scope.lists)],
    [
      (...parts) => list(...parts.slice(0, plan.inside.length).map((part) => buildText(part, scope))),
      (a) => uniq(recurse(a)),
      (a, b) => uniq(concat(recurse(a), recurse(b))),
      (a, b) => concat(recurse(a), recurse(b), ["last"]),
      (a, b) => orElse(recurse(a), recurse(b)),
      (a, b) => orIfEmpty(recurse(a), recurse(b)),
      (a) => includeList(a, scope),
      (a) => applyList(a, scope),
      (a) => applyList(a, scope),
      (a, b, c) => {
        const lazy = { ...scope, isLazy: false };
        return ternary<readonly string[]>(buildBoolean(a, lazy), buildList(b, lazy), buildList(c, lazy));
      },
    ],
  );
}

/** Builds an expression of an object. */
export function buildObject(plan: Plan, scope: Scope): Expression<object> {
  const branches: Build<Expression<object>>[] = [
    (a) => buildMap(a, scope),
    (a) => buildPorts(a, scope),
    (a) => buildSteps(a, scope),
    (a, b) => merge<Port>(buildPorts(a, scope), pickLate(b, scope.ports)),
    (a, b) => orElse(pickLate(a, scope.maybeObjects), { nothing: buildText(b, scope) }),
    (a) => onlySources(pickLate(a, scope.volumes)),
    (a) => enabled(pickLate(a, scope.volumes)),
    (a) => enabled(pickLate(a, scope.env)),
  ];
  if (scope.volume.length > 0) branches.push((a) => onlySource(pickLate(a, scope.volume)));
  return build<Expression<object>>(plan, [(a) => pickLate(a, scope.objects)], branches);
}

/** Builds an expression of any type, of what may be absent too. */
export function buildAny(plan: Plan, scope: Scope): Expression<unknown> {
  const leaves: Build<Expression<unknown>>[] = [
    (a) => pickLate(a, scope.strings),
    (a) => pickLate(a, scope.maybeStrings),
    (a) => pickLate(a, scope.integers),
    (a) => pickLate(a, scope.maybeIntegers),
    (a) => pickLate(a, scope.booleans),
    (a) => pickLate(a, scope.maybeBooleans),
    (a) => pickLate(a, scope.labels),
    (a) => pickLate(a, scope.lists),
    (a) => pickLate(a, scope.rules),
    (a) => pickLate(a, scope.objects),
    (a) => pickLate(a, scope.maybeObjects),
  ];
  return build<Expression<unknown>>(plan, leaves, [
    (a) => buildText(a, scope),
    (a) => buildInteger(a, scope),
    (a) => buildBoolean(a, scope),
    (a) => buildMap(a, scope),
    (a) => buildList(a, scope),
    (a) => buildObject(a, scope),
    (a) => applyAny(a, scope),
    (a) => applyAny(a, scope),
    (a) => applyAny(a, scope),
    (a) => ordered(buildSteps(a, scope)),
    (a) => ordered(pickLate(a, scope.env)),
    (a, b) => lookUp("any", pickLate(a, scope.steps), buildTextOperand(b, scope), "image"),
    (a, b) => lookUp("any", pickLate(a, scope.ports), buildTextOperand(b, scope)),
    (a, b) => lookUp("any", pickLate(a, scope.objects), buildTextOperand(b, scope)),
  ]);
}
