import assert from "node:assert/strict";
import { bind, collectMap } from "../../generator/expression/bind.ts";
import { entry } from "../../generator/expression/define-function.ts";
import { forEachItem, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { describePart, PrintError } from "../../generator/manifest/print/print-error.ts";
import { spread } from "../../generator/manifest/spread.ts";
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
      forEachRepeated(v.labels, { key: (_, label) => label }, () => 1),
      bind("a", v.name, (a) => a),
      collectMap("a", [], (a) => a),
      entry("a", v.name),
      guard(v.on, "no"),
      spread("a", when(v.on, { a: 1 }))["...a" as never],
      [],
      new Map(),
      Object.create(null),
      "text",
      undefined,
      null,
    ];
    assert.deepEqual(
      parts.map((part) => describePart(toPart(part))),
      [
        "an expression of type integer",
        "a conditional part",
        "a choice",
        "a repeated part",
        "a repeated part",
        "a variable",
        "a variable",
        "an entry",
        "a guard",
        "fields of another map",
        "a list",
        "a Map",
        "an object",
        "string",
        "undefined",
        "null",
      ],
    );
  });
});
