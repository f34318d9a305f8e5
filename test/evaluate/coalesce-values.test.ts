import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { coalesceValues, isMap, mergeFiles } from "../../generator/evaluate/coalesce-values.ts";

describe("coalesceValues()", () => {
  it("coalesceValues() merges maps key by key, at any depth", () => {
    assert.deepEqual(
      coalesceValues({ a: 1, job: { limit: 4, deep: { x: 1, y: 2 } } }, { b: 2, job: { deep: { y: 3, z: 4 } } }),
      { a: 1, b: 2, job: { limit: 4, deep: { x: 1, y: 3, z: 4 } } },
    );
  });

  it("coalesceValues() replaces lists and scalars, and what is a map on one side alone", () => {
    assert.deepEqual(
      coalesceValues(
        { list: [1, 2], empty: "a", map: { a: 1 }, text: "a", array: [1], other: { a: 1 } },
        { list: [3], empty: "", map: "text", text: { a: 1 }, array: { a: 1 }, other: [1] },
      ),
      { list: [3], empty: "", map: "text", text: { a: 1 }, array: { a: 1 }, other: [1] },
    );
  });

  it("coalesceValues() takes a default away where a null stands, and no other", () => {
    assert.deepEqual(coalesceValues({ a: 1, b: { c: 1, d: 2 } }, { a: null, b: { c: null }, e: null }), {
      b: { d: 2 },
    });
    assert.deepEqual(coalesceValues({ a: 1 }, { a: undefined }), { a: 1 });
  });

  it("coalesceValues() takes names of what JavaScript's objects have for keys like any other", () => {
    const proto = Object.fromEntries([["__proto__", { a: 1 }]]);
    const merged = coalesceValues(proto, { constructor: "x" });
    assert.deepEqual(Object.entries(merged), [
      ["__proto__", { a: 1 }],
      ["constructor", "x"],
    ]);
  });
});

describe("mergeFiles()", () => {
  it("mergeFiles() lets the last file win, key by key", () => {
    assert.deepEqual(mergeFiles([{ a: 1, b: { c: 1 } }, { b: { d: 2 } }, { a: 3, b: { c: [] } }]), {
      a: 3,
      b: { c: [], d: 2 },
    });
    assert.deepEqual(mergeFiles([{ a: { b: 1 } }, { a: 1 }, { a: { c: 2 } }]), { a: { c: 2 } });
    assert.deepEqual(mergeFiles([]), {});
  });

  it("mergeFiles() keeps a null: it takes away what the chart brings", () => {
    assert.deepEqual(mergeFiles([{ a: { b: 1 } }, { a: { b: null }, c: null }]), { a: { b: null }, c: null });
  });
});

describe("isMap()", () => {
  it("isMap() is true of maps, and of no list, null or scalar", () => {
    assert.deepEqual(
      [{}, { a: 1 }, [], null, undefined, "a", 0, true].map((value) => isMap(value)),
      [true, true, false, false, false, false, false, false],
    );
  });
});
