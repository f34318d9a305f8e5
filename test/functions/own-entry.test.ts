import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ownEntry, setOwn } from "../../generator/functions/own-entry.ts";

describe("ownEntry()", () => {
  it("ownEntry() finds an entry by its name, and nothing else that JavaScript's objects have", () => {
    assert.equal(ownEntry({ a: 1 }, "a"), 1);
    assert.equal(ownEntry({ a: 1 }, "b"), undefined);
    assert.equal(ownEntry({ a: 1 }, "constructor"), undefined);
    assert.equal(ownEntry(Object.fromEntries([["__proto__", 2]]), "__proto__"), 2);
    assert.equal(ownEntry(undefined, "a"), undefined);
  });
});

describe("setOwn()", () => {
  it("setOwn() sets an entry of any name, also of one that every JavaScript object answers to", () => {
    const map: Record<string, unknown> = {};
    for (const name of ["a", "constructor", "__proto__"]) setOwn(map, name, { name });
    assert.deepEqual(
      Object.entries(map),
      ["a", "constructor", "__proto__"].map((name) => [name, { name }]),
    );
    assert.equal(Object.getPrototypeOf(map), Object.prototype);
  });
});
