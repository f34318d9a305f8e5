import assert from "node:assert/strict";
import { Define, include } from "../../generator/expression/define.ts";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { v } from "./sample-values.ts";

describe("include()", () => {
  it("include() yields what the named template yields", () => {
    const define = new Define<string>("t.name", "string", v.name, "The name.");
    assert.deepEqual(include(define)[NODE], { op: "include", type: "string", define });
  });

  it("include() keeps the scope that it is given", () => {
    const define = new Define<object>("t.part", "object", {}, "");
    assert.deepEqual(include(define, v.job)[NODE], { op: "include", type: "object", define, scope: v.job[NODE] });
  });

  it("include() takes documents for something of no type", () => {
    const define = new Define<object>("t.documents", "documents", [{}], "");
    assert.equal(include(define)[NODE].type, "any");
    assert.ok(include(define) instanceof Expression);
  });

  it("include() refuses a named template whose text would have to be read back as a number or a boolean", () => {
    for (const type of ["boolean", "integer", "number", "any"] as const) {
      assert.throws(() => include(new Define("t.x", type, v.on, "")), {
        name: "TypeError",
        message: `Cannot include "t.x": expected a named template of a string, an object, an array or documents, got one of type ${type}`,
      });
    }
  });
});
