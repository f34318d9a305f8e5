import assert from "node:assert/strict";
import { defaultsFunction } from "../../generator/expression/defaults-function.ts";
import { printValue } from "./print-expression.ts";
import { v } from "./sample-values.ts";

const fill = defaultsFunction.js as (value: unknown, defaults: object) => unknown;

describe("defaultsFunction", () => {
  it("defaultsFunction is called with the value and its default", () => {
    assert.equal(
      printValue(v.security),
      'include "t.defaults" (list .Values.security (dict "user" "nobody" "drop" "ALL")) | fromJson',
    );
  });

  it("defaultsFunction fills in what is absent or null, at any depth", () => {
    const defaults = { a: 1, b: { c: true, d: ["x"] } };
    assert.deepEqual(fill(undefined, defaults), defaults);
    assert.deepEqual(fill({ a: null, b: { d: null } }, defaults), defaults);
  });

  it("defaultsFunction keeps what is given, be it empty, and what has no default", () => {
    const defaults = { a: 1, b: { c: true, d: ["x"] } };
    assert.deepEqual(fill({ a: 0, b: { c: false, d: [] }, e: "" }, defaults), { a: 0, b: { c: false, d: [] }, e: "" });
    assert.deepEqual(fill({ b: "" }, defaults), { a: 1, b: "" });
  });

  it("defaultsFunction changes neither of its arguments", () => {
    const value = { b: {} };
    const defaults = { b: { c: 1 } };
    fill(value, defaults);
    assert.deepEqual([value, defaults], [{ b: {} }, { b: { c: 1 } }]);
  });
});
