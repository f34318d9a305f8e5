import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { describePart, PrintError } from "../../generator/manifest/print-error.ts";
import { v } from "../expression/sample-values.ts";

describe("PrintError", () => {
  it("PrintError says where, what was wanted and what was found", () => {
    const error = new PrintError(["spec", "replicas"], "a value", "a repeated part");
    assert.equal(error.message, 'Cannot print "spec.replicas": expected a value, got a repeated part');
    assert.deepEqual([error.name, error.code, error.path], ["PrintError", "PRINT", ["spec", "replicas"]]);
  });
});

describe("describePart()", () => {
  it("describePart() names every kind of part", () => {
    const parts = [
      v.retries,
      when(v.on, 1),
      choose(v.on, 1, 2),
      forEachItem(v.args, (arg) => arg),
      bind("a", v.name, (a) => a),
      new Map(),
      Object.create(null),
      "text",
      undefined,
      null,
    ];
    assert.deepEqual(parts.map(describePart), [
      "an expression of type integer",
      "a conditional part",
      "a choice",
      "a repeated part",
      "a variable",
      "a Map",
      "an object",
      "string",
      "undefined",
      "null",
    ]);
  });
});
