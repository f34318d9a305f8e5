import assert from "node:assert/strict";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { forEach } from "../../generator/expression/for-each.ts";
import type { ChoicePart, WhenPart } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, match, matchOrLast, matchType, when } from "../../generator/expression/when.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { printTruth } from "./print-expression.ts";
import { nodeIn, partIn, partOfKind, printPart } from "./read-part.ts";
import { v } from "./sample-values.ts";

const testOf = (part: WhenPart | ChoicePart): string => printTruth(new Expression(part.test));

describe("when()", () => {
  it("when() keeps its test and its part", () => {
    const part = partIn(when(v.on, { a: 1 }));
    assert.equal(part.kind, "when");
    assert.deepEqual(part.test, v.on[NODE]);
    assert.deepEqual(part.then, toPart({ a: 1 }));
  });
});

describe("choose()", () => {
  it("choose() keeps both parts", () => {
    const part = partIn(choose(v.on, "a", "b"));
    assert.equal(part.kind, "choice");
    assert.deepEqual(part.test, v.on[NODE]);
    assert.deepEqual([part.then, part.otherwise], [toPart("a"), toPart("b")]);
  });
});

describe("match()", () => {
  it("match() compares with one case after the other, in their order", () => {
    const part = partOfKind(toPart(match(v.kind, { CronJob: "a", Job: "b" })), "choice");
    assert.equal(testOf(part), 'eq (.Values.kind | default "Job") "CronJob"');
    assert.deepEqual(part.then, toPart("a"));
    const otherwise = partOfKind(part.otherwise, "when");
    assert.equal(testOf(otherwise), 'eq (.Values.kind | default "Job") "Job"');
    assert.deepEqual(otherwise.then, toPart("b"));
  });

  it("match() leaves nothing where no case is named", () => {
    assert.equal(partIn(match(v.kind, { Job: "a" })).kind, "when");
    assert.throws(() => match(v.kind, {}), { message: "Cannot match a value: expected at least one case" });
  });
});

describe("matchAll()", () => {
  it("matchAll() takes its last case for all other strings", () => {
    const part = partIn(matchOrLast(v.kind, { Job: "a", CronJob: "b" }));
    assert.equal(part.kind, "choice");
    assert.equal(testOf(part), 'eq (.Values.kind | default "Job") "Job"');
    assert.deepEqual([part.then, part.otherwise], [toPart("a"), toPart("b")]);
  });

  it("matchAll() refuses a single case", () => {
    const one = { Job: "a" } as unknown as { Job: string; CronJob: string };
    assert.throws(() => matchOrLast(v.kind, one), { message: "Cannot match a value: expected at least two cases" });
  });
});

describe("matchType()", () => {
  it("matchType() narrows a reference to a string or to an object with fields", () => {
    const each = forEach(v.env, (_, entry) =>
      matchType(entry, { string: (value) => value, object: (value) => value.value }),
    );
    const part = partOfKind(partIn(each).item, "choice");
    assert.equal(testOf(part), 'kindIs "string" $env');
    assert.equal(nodeIn(part.then).type, "string");
    assert.equal(printPart(part.otherwise), "$env.value");
  });

  it("matchType() refuses an expression that is no reference", () => {
    const value = orIfEmpty(v.name, "x") as typeof v.name;
    assert.throws(() => matchType(value, { string: () => "", object: () => "" }), {
      message: "Cannot match the type of an expression: expected a reference",
    });
  });
});
