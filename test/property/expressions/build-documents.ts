/** Builds the documents of a template file. */
import { guard } from "../../../generator/expression/guard.ts";
import { choose, when } from "../../../generator/expression/when.ts";
import { and } from "../../../generator/functions/logic.ts";
import type { Documents } from "../../../generator/manifest/input.ts";
import { bindAround, loopAround } from "./build-bind.ts";
import { includeDocuments } from "./build-define.ts";
import { applyCheck } from "./build-function.ts";
import { buildExpressions, buildFields } from "./build-part.ts";
import { buildBoolean, buildTest } from "./build-test.ts";
import { buildTextOperand } from "./build-text.ts";
import { type Build, build, inside, type Plan, pickLate } from "./plan.ts";
import { add, createScope, MAX_DEPTH, type Scope } from "./scope.ts";

/** Builds documents; the prefix starts the names of their named templates. */
export function buildDocuments(plan: Plan, prefix: string): Documents {
  return buildDocument(plan, createScope(prefix)) as Documents; // the parts that documents may have
}

function buildDocument(plan: Plan, scope: Scope): unknown {
  const leaf: Build<unknown> = () => ({ kind: "A", ...buildFields(plan, scope) });
  return build<unknown>(
    plan,
    [leaf],
    [
      leaf,
      leaf,
      leaf,
      () => buildExpressions(plan, scope),
      () => buildExpressions(plan, scope),
      () => buildFields(plan, scope),
      () => plan.inside.map((part) => buildDocument(part, scope)),
      (a, b) => [buildGuard(a, scope), buildDocument(b, scope)],
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return when(test, buildDocument(b, add(scope, then)));
      },
      (a, b, c) => {
        const { test, then, otherwise } = buildTest(a, scope);
        return choose(test, buildDocument(b, add(scope, then)), buildDocument(c, add(scope, otherwise)));
      },
      (a, b) => loopAround(a, scope, (more) => buildDocument(b, more)) ?? buildFields(b, scope),
      (a, b) => loopAround(a, scope, (more) => buildGuard(b, more)) ?? buildFields(b, scope),
      (a, b) => bindAround(a, scope, (more) => buildDocument(b, more)),
      (a, b) => [applyCheck(a, scope), buildDocument(b, scope)],
      (a, b) => [loopAround(a, scope, (more) => applyCheck(b, more)) ?? [], buildDocument(b, scope)],
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return [when(test, applyCheck(b, add(scope, then))), buildFields(b, scope)];
      },
      (a) => pickLate(a, scope.labels),
      (a) => (scope.depth > MAX_DEPTH ? buildFields(a, scope) : includeDocuments(a, scope, buildDocument)),
      (a) => (scope.depth > MAX_DEPTH ? buildFields(a, scope) : includeDocuments(a, scope, buildGuards)),
    ],
  );
}

function buildGuards(plan: Plan, scope: Scope): unknown {
  return plan.inside.map((part) => buildGuard(part, scope));
}

// Most guards hold: a tree that fails shows nothing else.
/** Builds a guard. */
export function buildGuard(plan: Plan, scope: Scope): unknown {
  const { test, then } = buildTest(inside(plan, 0), scope);
  const both = and(test, buildBoolean(inside(plan, 1), add(scope, then)), scope.booleans[1] ?? test);
  return guard(both, buildTextOperand(inside(plan, 2), add(scope, then)));
}
