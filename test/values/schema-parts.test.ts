import assert from "node:assert/strict";
import { definitionNameOf } from "../../generator/values/schema-parts.ts";

describe("definitionNameOf()", () => {
  it("definitionNameOf() reads a reference, also in an allOf", () => {
    assert.equal(definitionNameOf({ $ref: "#/definitions/Probe" }), "Probe");
    assert.equal(definitionNameOf({ allOf: [{ required: ["a"] }, { $ref: "#/definitions/Probe" }] }), "Probe");
  });

  it("definitionNameOf() is nothing for other schemas", () => {
    assert.equal(definitionNameOf({ type: "object" }), undefined);
    assert.equal(definitionNameOf({ $ref: "https://example.com/a.json" }), undefined);
    assert.equal(definitionNameOf({ allOf: [{ required: ["a"] }] }), undefined);
  });
});
