import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { equalInGo, fieldInGo, goTypeOf } from "../../generator/expression/go/go-values.ts";

describe("equalInGo()", () => {
  it("equalInGo() compares scalars of one type, and nothing with everything", () => {
    const values = ["", "a", 0, 1.5, true, false, null, undefined];
    const kindOf = (value: unknown): string => (value === null ? "undefined" : typeof value);
    for (const a of values) {
      for (const b of values) {
        if ((a ?? b ?? null) === null) assert.equal(equalInGo(a, b), true);
        else if ((a ?? null) === null || (b ?? null) === null) assert.equal(equalInGo(a, b), false);
        else if (kindOf(a) === kindOf(b)) assert.equal(equalInGo(a, b), a === b);
        else assert.throws(() => equalInGo(a, b), { message: "incompatible types for comparison" });
      }
    }
    for (const map of [{}, []]) {
      assert.throws(() => equalInGo(map, false), { message: "incompatible types for comparison" });
      assert.throws(() => equalInGo(map, {}), { message: "non-comparable type" });
      assert.equal(equalInGo(map, undefined), false);
    }
  });
});

describe("fieldInGo()", () => {
  it("fieldInGo() is the own field of a map, nothing of nothing, and stops at all else", () => {
    assert.equal(fieldInGo({ a: 0 }, "a"), 0);
    for (const value of [{ a: null }, {}, null, undefined, Object.create({ a: 1 })])
      assert.equal(fieldInGo(value, "a"), undefined);
    for (const value of ["", 0, false, []])
      assert.throws(() => fieldInGo(value, "a"), { message: `can't evaluate field a in type ${goTypeOf(value)}` });
  });
});
