import assert from "node:assert/strict";
import { collectList } from "../../generator/expression/bind.ts";
import { entry } from "../../generator/expression/define-function.ts";
import { NODE, toNode } from "../../generator/expression/expression.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { valueNode } from "../../generator/manifest/value-node.ts";
import { v } from "../expression/sample-values.ts";

describe("valueNode()", () => {
  it("valueNode() is the node of an expression, and of constants, maps and lists of them", () => {
    const name = v.name;
    assert.equal(valueNode(toPart(name), []), name[NODE]);
    for (const value of ["a", "", true, 2, 0.5, {}, [], { a: v.name, b: [1, { c: v.host }] }])
      assert.deepEqual(valueNode(toPart(value), []), toNode(value));
  });

  it("valueNode() refuses parts that are no values, and says where", () => {
    const table: readonly (readonly [unknown, string])[] = [
      [null, "null"],
      [undefined, "undefined"],
      [new Map(), "a Map"],
      [{ a: [null] }, "null"],
      [when(v.on, 1), "a conditional part"],
      [choose(v.on, 1, 2), "a choice"],
      [[forEachItem(v.args, (arg) => arg)], "a repeated part"],
      [collectList("a", [], () => 1), "a variable"],
      [entry("a", "b"), "an entry"],
      [guard(v.on, "no"), "a guard"],
    ];
    for (const [value, found] of table) {
      assert.throws(() => valueNode(toPart(value), ["f", "x"]), {
        name: "PrintError",
        message: `Cannot print "f.x": expected a value, got ${found}`,
      });
    }
  });
});
