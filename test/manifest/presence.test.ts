import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import type { ExpressionNode } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { nonEmpty } from "../../generator/functions/logic.ts";
import * as presence from "../../generator/manifest/presence.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { printTruth } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";

const show = (test: presence.Presence): boolean | string =>
  typeof test === "boolean" ? test : printTruth(new Expression(test));
const presenceOf = (value: unknown, known: readonly ExpressionNode[]): presence.Presence =>
  presence.presenceOf(toPart(value), known);
const presenceOfFields = (value: unknown, known: readonly ExpressionNode[]): presence.Presence =>
  presence.presenceOfFields(toPart(value), known);
const presenceOfAny = (values: readonly unknown[], known: readonly ExpressionNode[]): presence.Presence =>
  presence.presenceOfAny(values.map(toPart), known);

describe("presenceOf()", () => {
  it("presenceOf() is true of constants, maps, lists and references that are there", () => {
    for (const part of [1, "", false, null, {}, [], { a: v.tag }, v.name, v.labels])
      assert.equal(presenceOf(part, []), true);
  });

  it("presenceOf() is a test for what is conditional or may be absent", () => {
    assert.equal(show(presenceOf(v.tag, [])), ".Values.tag");
    assert.equal(show(presenceOf(v.note, [])), 'not (kindIs "invalid" .Values.note)');
    assert.equal(show(presenceOf(when(v.off, 1), [])), ".Values.off");
    assert.equal(show(presenceOf(when(v.off, v.note), [])), 'and .Values.off (not (kindIs "invalid" .Values.note))');
    assert.equal(
      show(
        presenceOf(
          forEachItem(v.args, (arg) => arg),
          [],
        ),
      ),
      ".Values.args",
    );
    assert.equal(
      show(
        presenceOf(
          bind("x", v.name, () => v.tag),
          [],
        ),
      ),
      ".Values.tag",
    );
  });

  it("presenceOf() of a choice depends on its branches", () => {
    assert.equal(show(presenceOf(choose(v.off, 1, 2), [])), true);
    assert.equal(show(presenceOf(choose(v.off, 1, when(v.on, 2)), [])), "or .Values.off (ne .Values.on false)");
    assert.equal(show(presenceOf(choose(v.off, v.tag, 2), [])), "or (and .Values.off .Values.tag) (not .Values.off)");
  });

  it("presenceOf() does not test what is known", () => {
    const known = [v.tag[NODE], v.args[NODE]];
    assert.equal(presenceOf(v.tag, known), true);
    assert.equal(presenceOf(when(nonEmpty(v.tag), 1), known), true);
    assert.equal(
      presenceOf(
        forEachItem(v.args, (arg) => arg),
        known,
      ),
      true,
    );
    assert.equal(show(presenceOf(when(nonEmpty(v.tag), v.tag), [])), ".Values.tag");
  });
});

describe("presenceOfFields()", () => {
  it("presenceOfFields() is that of any field of a spread", () => {
    assert.equal(presenceOfFields({}, []), false);
    assert.equal(presenceOfFields({ a: 1 }, []), true);
    assert.equal(show(presenceOfFields(when(v.off, { a: v.tag }), [])), "and .Values.off .Values.tag");
    assert.equal(show(presenceOfFields(choose(v.off, { a: 1 }, {}), [])), ".Values.off");
    assert.equal(show(presenceOfFields(choose(v.off, {}, { a: 1 }), [])), "not .Values.off");
    assert.equal(presenceOfFields(choose(v.off, {}, {}), []), false);
  });

  it("presenceOfFields() looks into a named template", () => {
    const sure = new Define<object>("t.a", "object", { a: 1, b: v.tag }, "");
    const unsure = new Define<object>("t.b", "object", { b: v.tag }, "");
    const computed = new Define<object>("t.c", "object", v.labels, "");
    assert.deepEqual(
      [sure, unsure, computed].map((define) => show(presenceOfFields(include(define), []))),
      [true, ".Values.tag", true],
    );
  });
});

describe("presenceOfAny()", () => {
  it("presenceOfAny() is that of the parts together", () => {
    assert.equal(presenceOfAny([], []), false);
    assert.equal(presenceOfAny([v.tag, 1], []), true);
    assert.equal(show(presenceOfAny([v.tag], [])), ".Values.tag");
    assert.equal(show(presenceOfAny([v.tag, when(v.off, 1)], [])), "or .Values.tag .Values.off");
    assert.equal(show(presenceOfAny(Object.values(spread("a", when(v.off, { b: 1 }))), [])), ".Values.off");
  });

  it("presenceOfAny() needs no test next to a part that is always present", () => {
    const hard = forEachItem(v.args, (arg) => when(nonEmpty(arg), arg));
    assert.throws(() => presenceOfAny([hard], []), /Cannot test whether a list of conditional items is empty/);
    assert.equal(presenceOfAny([hard, bind("x", v.name, (x) => ({ x }))], []), true);
  });
});
