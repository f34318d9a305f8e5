import assert from "node:assert/strict";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { forEach } from "../../generator/expression/for-each.ts";
import type { Choice, When } from "../../generator/expression/part.ts";
import { choose, match, matchAll, matchType, when } from "../../generator/expression/when.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { printTruth, printValue } from "./print-expression.ts";
import { v } from "./sample-values.ts";

const testOf = (part: When | Choice): string => printTruth(new Expression(part.test));

describe("when()", () => {
  it("when() keeps its test and its part", () => {
    const part = when(v.on, { a: 1 });
    assert.ok(part instanceof When);
    assert.deepEqual(part.test, v.on[NODE]);
    assert.deepEqual(part.then, { a: 1 });
  });
});

describe("choose()", () => {
  it("choose() keeps both parts", () => {
    const part = choose(v.on, "a", "b");
    assert.ok(part instanceof Choice);
    assert.deepEqual([part.then, part.otherwise], ["a", "b"]);
  });
});

describe("match()", () => {
  it("match() compares with one case after the other, in their order", () => {
    const part = match(v.kind, { CronJob: "a", Job: "b" });
    assert.ok(part instanceof Choice);
    assert.equal(testOf(part), 'eq (.Values.kind | default "Job") "CronJob"');
    assert.equal(part.then, "a");
    assert.ok(part.otherwise instanceof When);
    assert.equal(testOf(part.otherwise), 'eq (.Values.kind | default "Job") "Job"');
    assert.equal(part.otherwise.then, "b");
  });

  it("match() leaves nothing where no case is named", () => {
    assert.ok(match(v.kind, { Job: "a" }) instanceof When);
    assert.throws(() => match(v.kind, {}), { message: "Cannot match a value: expected at least one case" });
  });
});

describe("matchAll()", () => {
  it("matchAll() takes its last case for all other strings", () => {
    const part = matchAll(v.kind, { Job: "a", CronJob: "b" });
    assert.ok(part instanceof Choice);
    assert.equal(testOf(part), 'eq (.Values.kind | default "Job") "Job"');
    assert.deepEqual([part.then, part.otherwise], ["a", "b"]);
  });

  it("matchAll() refuses a single case", () => {
    const one = { Job: "a" } as unknown as { Job: string; CronJob: string };
    assert.throws(() => matchAll(v.kind, one), { message: "Cannot match a value: expected at least two cases" });
  });
});

describe("matchType()", () => {
  it("matchType() narrows a reference to a string or to an object with fields", () => {
    const each = forEach(v.env, (_, entry) =>
      matchType(entry, { string: (value) => value, object: (value) => value.value }),
    );
    const part = each.item;
    assert.ok(part instanceof Choice);
    assert.equal(testOf(part), 'kindIs "string" $env');
    assert.ok(part.then instanceof Expression && part.otherwise instanceof Expression);
    assert.equal(part.then[NODE].type, "string");
    assert.equal(printValue(part.otherwise), "$env.value");
  });

  it("matchType() refuses an expression that is no reference", () => {
    const value = orIfEmpty(v.name, "x") as typeof v.name;
    assert.throws(() => matchType(value, { string: () => "", object: () => "" }), {
      message: "Cannot match the type of an expression: expected a reference",
    });
  });
});
