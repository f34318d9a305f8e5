import assert from "node:assert/strict";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import { Handle, PART, partOf, toPart } from "../../generator/expression/part.ts";
import { when } from "../../generator/expression/when.ts";
import { v } from "./sample-values.ts";

describe("toPart()", () => {
  it("toPart() makes literals of constants, null and undefined among them", () => {
    for (const value of ["a", "", 1, 0.5, true, null, undefined])
      assert.deepEqual(toPart(value), { kind: "literal", value });
  });

  it("toPart() keeps what no manifest can hold, for the printer to refuse it by its place", () => {
    const map = new Map();
    assert.deepEqual(toPart({ a: [map] }), {
      kind: "map",
      fields: [["a", { kind: "list", items: [{ kind: "literal", value: map }] }]],
    });
  });

  it("toPart() makes maps and lists of parts, in their order, and drops fields that are undefined", () => {
    assert.deepEqual(toPart({ b: 1, gone: undefined, a: [2, undefined], kind: "Job" }), {
      kind: "map",
      fields: [
        ["b", { kind: "literal", value: 1 }],
        [
          "a",
          {
            kind: "list",
            items: [
              { kind: "literal", value: 2 },
              { kind: "literal", value: undefined },
            ],
          },
        ],
        ["kind", { kind: "literal", value: "Job" }],
      ],
    });
    assert.deepEqual(toPart(Object.create(null)), { kind: "map", fields: [] });
    assert.deepEqual(toPart([]), { kind: "list", items: [] });
  });

  it("toPart() takes the part out of a handle, and the node out of an expression", () => {
    const handle = when(v.on, { a: v.name });
    assert.equal(toPart(handle), handle[PART]);
    assert.deepEqual(toPart({ a: handle }), { kind: "map", fields: [["a", handle[PART]]] });
    assert.deepEqual(toPart(v.name), { kind: "expression", node: v.name[NODE] });
    assert.deepEqual(handle[PART].then, { kind: "map", fields: [["a", { kind: "expression", node: v.name[NODE] }]] });
  });

  it("toPart() takes a map whose field is called kind for a map, be it like a part", () => {
    const manifest = { kind: "list", items: [] };
    assert.deepEqual(toPart(manifest), {
      kind: "map",
      fields: [
        ["kind", { kind: "literal", value: "list" }],
        ["items", { kind: "list", items: [] }],
      ],
    });
  });
});

describe("partOf()", () => {
  it("partOf() is the part of an expression's node", () => {
    assert.deepEqual(partOf(v.name[NODE]), toPart(new Expression(v.name[NODE])));
  });
});

describe("Handle", () => {
  it("Handle is no expression and no plain object, so that no value is taken for it", () => {
    const handle = forEachItem(v.args, (arg) => arg);
    assert.ok(handle instanceof Handle);
    assert.ok(!(handle instanceof Expression));
    assert.deepEqual(Object.keys(handle), []);
  });
});
