import assert from "node:assert/strict";
import { bind, collectList } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { defineCheck, defineFunction, entry, stringParam } from "../../generator/expression/define-function.ts";
import { type Expression, NODE, type Operand } from "../../generator/expression/expression.ts";
import { forEachItem, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { isCheck, isCheckNode } from "../../generator/manifest/print/print-include.ts";
import { v } from "../expression/sample-values.ts";

const no = guard(v.off, "no");
const documents = (name: string, body: unknown): Expression<Documents> =>
  include(new Define<Documents>(`t.${name}`, "documents", body, ""));
const check = defineCheck({ name: "check", comment: "", params: { word: stringParam }, body: () => no });
const shout: (...args: readonly Operand<unknown>[]) => Expression<string> = defineFunction({
  name: "shout",
  comment: "",
  params: { word: stringParam },
  result: "text",
  body: ({ word }) => word,
});

describe("isCheck()", () => {
  it("isCheck() is true of parts that only refuse to render", () => {
    const parts: readonly unknown[] = [
      no,
      when(v.on, no),
      choose(v.on, no, check("a")),
      forEachItem(v.args, () => no),
      forEachRepeated(v.labels, { key: (_, label) => label }, () => no),
      bind("a", v.name, () => no),
      collectList("a", [1], () => no),
      check(v.name),
      [no, [check("a"), when(v.on, no)]],
      [],
      documents("one", no),
      documents("all", [no, when(v.off, no)]),
    ];
    for (const [i, part] of parts.entries()) assert.equal(isCheck(toPart(part)), true, String(i));
  });

  it("isCheck() is false for parts that print text", () => {
    const parts: readonly unknown[] = [
      { kind: "A" },
      "a",
      v.labels,
      entry("a", "b"),
      shout("a"),
      [no, { kind: "A" }],
      when(v.on, {}),
      choose(v.on, no, {}),
      forEachItem(v.args, (arg) => ({ arg })),
      bind("a", v.name, (a) => ({ a })),
      collectList("a", [1], (a) => ({ a })),
      documents("some", [no, { kind: "A" }]),
      include(new Define<object>("t.object", "object", {}, "")),
    ];
    for (const [i, part] of parts.entries()) assert.equal(isCheck(toPart(part)), false, String(i));
  });
});

describe("isCheckNode()", () => {
  it("isCheckNode() looks at what is applied or included", () => {
    assert.equal(isCheckNode(check("a")[NODE]), true);
    assert.equal(isCheckNode(shout("a")[NODE]), false);
    assert.equal(isCheckNode(documents("one", no)[NODE]), true);
    assert.equal(isCheckNode(v.name[NODE]), false);
  });
});
