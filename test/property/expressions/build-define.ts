/** Builds named templates of text, maps and lists, and includes them from the same root or with more in it. */
import { Define, include } from "../../../generator/expression/define.ts";
import type { Expression, Operand } from "../../../generator/expression/expression.ts";
import { scopeField } from "../../../generator/expression/reference.ts";
import { choose, when } from "../../../generator/expression/when.ts";
import type { ByName } from "../../../generator/functions/maps.ts";
import { extendScope } from "../../../generator/functions/named-templates/extend-scope.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { bindAround } from "./build-bind.ts";
import { buildList, buildMap } from "./build-collection.ts";
import { buildFields, buildItems } from "./build-part.ts";
import { buildTest } from "./build-test.ts";
import { buildText, buildTextOperand } from "./build-text.ts";
import { type Port, port, type Step, step, type Volume, volume } from "./model.ts";
import { type Build, build, inside, type Plan, pick, pickLate } from "./plan.ts";
import {
  add,
  MAX_DEPTH,
  portFields,
  type References,
  type Scope,
  scopeOfDefine,
  stepFields,
  volumeFields,
} from "./scope.ts";

/** Includes a named template of a string. */
export function includeText(plan: Plan, scope: Scope): Expression<string> {
  if (scope.depth > MAX_DEPTH) return pickLate(plan, scope.strings);
  return includeBody<string>("string", plan, scope, buildTextBody);
}

function buildTextBody(plan: Plan, scope: Scope): unknown {
  return build<unknown>(
    plan,
    [(a) => buildText(a, scope)],
    [
      (a) => buildText(a, scope),
      (a, b, c) => {
        const { test, then, otherwise } = buildTest(a, scope);
        return choose(test, buildTextBody(b, add(scope, then)), buildTextBody(c, add(scope, otherwise)));
      },
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return when(test, buildText(b, add(scope, then)));
      },
      (a, b) => bindAround(a, scope, (more) => buildTextBody(b, more)),
    ],
  );
}

/** Includes a named template of a map of strings. */
export function includeMap(plan: Plan, scope: Scope): Expression<ByName<string>> {
  if (scope.depth > MAX_DEPTH) return pickLate(plan, scope.labels);
  return includeBody<ByName<string>>("object", plan, scope, buildMapBody);
}

function buildMapBody(plan: Plan, scope: Scope): unknown {
  return build<unknown>(
    plan,
    [(a) => buildMap(a, scope)],
    [
      (...parts) =>
        Object.fromEntries(
          parts.slice(0, plan.inside.length).map((part, i) => [`f${i}`, buildTextField(part, scope)] as const),
        ),
      (a) => buildMap(a, scope),
      (a, b, c) => {
        const { test, then, otherwise } = buildTest(a, scope);
        return choose(test, buildMapBody(b, add(scope, then)), buildMapBody(c, add(scope, otherwise)));
      },
      (a, b) => bindAround(a, scope, (more) => buildMapBody(b, more)),
    ],
  );
}

function buildTextField(plan: Plan, scope: Scope): unknown {
  return build<unknown>(
    plan,
    [(a) => buildTextOperand(a, scope), (a) => pickLate(a, scope.maybeStrings)],
    [
      (a) => buildText(a, scope),
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return when(test, buildTextOperand(b, add(scope, then)));
      },
    ],
  );
}

/** Includes a named template of a list of strings. */
export function includeList(plan: Plan, scope: Scope): Expression<readonly string[]> {
  if (scope.depth > MAX_DEPTH) return pickLate(plan, scope.lists);
  return includeBody<readonly string[]>("array", plan, scope, (part, inner) =>
    part.choice % 2 === 0 ? buildList(part, inner) : buildItems(part, inner, buildTextOperand),
  );
}

/** Includes a named template of an object of any fields. */
export function includeFields(plan: Plan, scope: Scope): Expression<object> {
  if (scope.depth > MAX_DEPTH) return pickLate(plan, scope.objects);
  return includeBody<object>("object", plan, scope, buildFields);
}

/** Includes a named template of documents. */
export function includeDocuments(
  plan: Plan,
  scope: Scope,
  body: (plan: Plan, scope: Scope) => unknown,
): Expression<unknown> {
  return includeBody<unknown>("documents", plan, scope, body);
}

type Body = (plan: Plan, scope: Scope) => unknown;

function includeBody<T>(
  type: "string" | "object" | "array" | "documents",
  plan: Plan,
  scope: Scope,
  body: Body,
): Expression<T> {
  const name = `${scope.prefix}d${scope.next()}`;
  const passed = passFields(inside(plan, 1), scope);
  if (passed === undefined) {
    return include(new Define<T>(name, type, body(inside(plan, 0), scopeOfDefine(scope, {})), ""));
  }
  const define = new Define<T>(name, type, body(inside(plan, 0), scopeOfDefine(scope, passed.references)), "");
  return include(define, extendScope(passed.fields));
}

interface Passed {
  readonly fields: Readonly<Record<string, Operand<unknown>>>;
  readonly references: Partial<References>;
}

// What a named template's scope has more than the root: few names, so that one hides another.
function passFields(plan: Plan, scope: Scope): Passed | undefined {
  const branches: Build<Passed | undefined>[] = [
    () => undefined,
    (a) => ({
      fields: { part: pick(a, ["", "x"]) },
      references: { strings: [scopeField<string>("part", text)] },
    }),
    (a) => ({
      fields: { part: buildTextOperand(a, scope) },
      references: { strings: [scopeField<string>("part", text)] },
    }),
    (a, b) => ({
      fields: { part: buildText(a, scope), other: buildTextOperand(b, scope) },
      references: { strings: [scopeField<string>("part", text), scopeField<string>("other", text)] },
    }),
    (a) => ({
      fields: { part: buildMap(a, scope) },
      references: { labels: [scopeField<ByName<string>>("part", map)] },
    }),
  ];
  const { port: ports, step: steps, volume: volumes } = scope;
  if (ports.length > 0) {
    const references = portFields(scopeField<Port>("part", port as JsonSchema));
    branches.push((a) => ({ fields: { part: pickLate(a, ports) }, references }));
  }
  if (steps.length > 0) {
    const references = stepFields(scopeField<Step>("part", step as JsonSchema));
    branches.push((a) => ({ fields: { part: pickLate(a, steps) }, references }));
  }
  if (volumes.length > 0) {
    const references = volumeFields(scopeField<Volume>("part", volume as JsonSchema));
    branches.push((a) => ({ fields: { part: pickLate(a, volumes) }, references }));
  }
  return build(plan, [() => undefined], branches);
}

const text: JsonSchema = { type: "string" };
const map: JsonSchema = { type: "object", patternProperties: { "": text } };
