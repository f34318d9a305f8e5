import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Expression } from "../../generator/expression/expression.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import * as logic from "../../generator/functions/logic.ts";
import * as strings from "../../generator/functions/strings.ts";
import { computeOf } from "./compute.ts";

type Build = (...args: readonly Expression<never>[]) => Expression<unknown>;

/** Asserts what a function of one argument yields, for each of several. */
function assertYields(build: Build, cases: readonly (readonly [wanted: unknown, ...values: unknown[]])[]): void {
  for (const [wanted, ...values] of cases) {
    for (const value of values) assert.deepEqual(computeOf(build, value), wanted, JSON.stringify(value));
  }
}

const empties = ["", 0, false, [], {}];
const fulls = ["a", "0", 1, -1, true, [0], { a: 0 }];

describe("what logic functions compute", () => {
  it("present() is true of all but what is absent", () => {
    assertYields(
      (x) => logic.present(x),
      [
        [true, ...empties, ...fulls],
        [false, undefined, null],
      ],
    );
  });

  it("isTrue() is true of the boolean alone", () => {
    assertYields(
      (x) => logic.isTrue(x),
      [
        [true, true],
        [false, undefined, null, ...empties, "true", 1],
      ],
    );
  });

  it("nonEmpty() is true of what Go takes for true", () => {
    assertYields(
      (x) => logic.nonEmpty(x),
      [
        [true, ...fulls],
        [false, undefined, null, ...empties],
      ],
    );
  });

  it("not() is the opposite of Go's truth", () => {
    assertYields(
      (x) => logic.not(x),
      [
        [false, ...fulls],
        [true, undefined, ...empties],
      ],
    );
  });

  it("orElse() replaces what is absent, orIfEmpty() what is empty too", () => {
    const values = [...empties, ...fulls];
    assertYields(
      (x) => logic.orElse(x, "b" as never),
      [["b", undefined, null], ...values.map((one) => [one, one] as const)],
    );
    assertYields(
      (x) => logic.orIfEmpty(x, "b" as never),
      [["b", undefined, null, ...empties], ...fulls.map((one) => [one, one] as const)],
    );
  });

  it("eq() and ne() compare strings and booleans", () => {
    assertYields(
      (x) => logic.eq(x, "a" as never),
      [
        [true, "a"],
        [false, "", "A", undefined],
      ],
    );
    assertYields(
      (x) => logic.ne(x, false as never),
      [
        [false, false],
        [true, true, undefined],
      ],
    );
  });

  it("and() and or() combine tests", () => {
    const table = [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ];
    const results = (build: Build): unknown => table.map((pair) => computeOf(build, ...pair));
    assert.deepEqual(
      results((x, y) => logic.and(x, y)),
      [true, false, false, false],
    );
    assert.deepEqual(
      results((x, y) => logic.or(x, y)),
      [true, true, true, false],
    );
    assert.deepEqual(
      results((x, y) => logic.ternary(logic.and(x, logic.not(y)), "yes", "no")),
      ["no", "yes", "no", "no"],
    );
  });

  it("and() and or() compute no more than they need to, as in Go", () => {
    const failing = logic.eq(logic.required<string>(strings.replace(strings.text``, "a", "b"), "computed"), "x");
    assert.equal(
      computeOf((x) => logic.and(x, failing), false),
      false,
    );
    assert.equal(
      computeOf((x) => logic.or(x, failing), true),
      true,
    );
    assert.throws(() => computeOf((x) => logic.and(x, failing), true), { message: "computed" });
    assert.throws(() => computeOf((x) => logic.or(x, failing), false), { message: "computed" });
  });

  it("greaterThan() is true above the limit", () => {
    assertYields(
      (x) => logic.greaterThan(x, 1),
      [
        [false, -1, 0, 1],
        [true, 2, 1e6],
      ],
    );
    assert.deepEqual(
      [1, 2, 3].map((value) => computeOf((x, y) => logic.greaterThan(x, y), value, 2)),
      [false, false, true],
    );
  });

  it("ternary() is one of two values", () => {
    assertYields(
      (x) => logic.ternary<unknown>(x, "b", { c: [1] }),
      [
        ["b", true],
        [{ c: [1] }, false],
      ],
    );
  });

  it("required() stops where a value is absent or an empty string, and there alone", () => {
    for (const value of [undefined, null, ""]) {
      assert.throws(
        () => computeOf((x) => logic.required(x, "give it"), value),
        (error) => error instanceof RenderError && error.message === "give it" && error.code === "RENDER",
      );
    }
    assertYields(
      (x) => logic.required(x, "give it"),
      [
        [0, 0],
        [false, false],
        ["a", "a"],
      ],
    );
  });
});

describe("what string functions compute", () => {
  it("text() joins its parts", () => {
    const join: Build = (x, y) => strings.text`${x}-%s${"%"}${y}!`;
    assert.equal(computeOf(join, "a", "b"), "a-%s%b!");
    assert.equal(computeOf(join, "", ""), "-%s%!");
  });

  it("contains() looks for a part", () => {
    assertYields(
      (x) => strings.contains(x, "b"),
      [
        [true, "abc", "b"],
        [false, "", "ac", "B"],
      ],
    );
  });

  it("replace() replaces every occurrence, by text without patterns", () => {
    assertYields(
      (x) => strings.replace(x, ".", "$&"),
      [
        ["a$&b$&", "a.b."],
        ["ab", "ab"],
      ],
    );
    assert.equal(
      computeOf((x) => strings.replace(x, "", "-"), "a😀"),
      "-a-😀-",
    );
  });

  it("trunc() cuts after whole characters", () => {
    assertYields(
      (x) => strings.trunc(x, 3),
      [
        ["", ""],
        ["abc", "abc", "abcd"],
        ["aé", "aéb"],
        ["ab", "abé"],
        ["", "😀"],
      ],
    );
    assertYields((x) => strings.trunc(x, 0), [["", "abc"]]);
  });

  it("trunc() and fitName() refuse lengths that make no sense", () => {
    const refuse = (run: () => unknown, message: string): void => assert.throws(run, { name: "TypeError", message });
    const value = strings.text`a`;
    for (const length of [-1, 1.5, Number.NaN]) {
      refuse(
        () => strings.trunc(value, length),
        `Cannot cut a string to ${length} bytes: expected a whole number that is not negative`,
      );
      refuse(
        () => strings.fitName(value, length),
        `Cannot fit a name into ${length} bytes: expected a whole number of 10 or more, for the hash`,
      );
    }
    refuse(
      () => strings.fitName(value, 9),
      "Cannot fit a name into 9 bytes: expected a whole number of 10 or more, for the hash",
    );
    assert.doesNotThrow(() => [strings.trunc(value, 0), strings.fitName(value, 10)]);
  });

  it("sha256() hashes the UTF-8 of a string, toJson() writes as Go does", () => {
    assert.equal(
      computeOf((x) => strings.sha256(x), "é"),
      "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c",
    );
    assert.equal(
      computeOf((x) => strings.toJson(x), { b: "<", a: [1] }),
      String.raw`{"a":[1],"b":"\u003c"}`,
    );
  });

  it("fitName() cuts a long name and ends it in a hash of the whole", () => {
    assertYields(
      (x) => strings.fitName(x, 20),
      [
        ["abcdefghijklmnopqrst", "abcdefghijklmnopqrst"],
        ["abcdefghijk-25f62a5a", "abcdefghijklmnopqrstu"],
      ],
    );
  });
});
