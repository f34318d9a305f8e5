import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareTrees, fieldsNotation, valuesNotation } from "../../generator/diff/compare-trees.ts";

describe("compareTrees()", () => {
  it("compareTrees() lists leaves by path, in sorted order, and nothing for equal trees", () => {
    const from = { b: { same: [1], size: 1 }, a: "x", gone: { deep: { on: true } } };
    const to = { b: { same: [1], size: 2 }, a: "y", come: { deep: { on: false } } };
    assert.deepEqual(compareTrees(from, to, valuesNotation), [
      { path: "a", from: "x", to: "y" },
      { path: "b.size", from: 1, to: 2 },
      { path: "come.deep.on", to: false },
      { path: "gone.deep.on", from: true },
    ]);
    assert.deepEqual(compareTrees(from, structuredClone(from), valuesNotation), []);
  });

  it("compareTrees() distinguishes absent, null, empty and false", () => {
    const values = [undefined, null, {}, [], "", 0, false];
    const trees = values.map((value) => (value === undefined ? {} : { key: value }));
    for (const [i, from] of trees.entries()) {
      for (const [j, to] of trees.entries()) {
        const wanted = i === j ? [] : [{ path: "key", ...side("from", values[i]), ...side("to", values[j]) }];
        assert.deepEqual(compareTrees(from, to, valuesNotation), wanted);
      }
    }
  });

  it("compareTrees() keeps a map that became something else whole", () => {
    assert.deepEqual(compareTrees({ key: { a: 1 } }, { key: [1] }, valuesNotation), [
      { path: "key", from: { a: 1 }, to: [1] },
    ]);
  });

  it("compareTrees() takes keys that every JavaScript object answers to as keys", () => {
    const from = JSON.parse('{ "constructor": 1, "__proto__": { "a": 1 } }');
    assert.deepEqual(compareTrees(from, {}, valuesNotation), [
      { path: "__proto__.a", from: 1 },
      { path: "constructor", from: 1 },
    ]);
  });

  it("compareTrees() writes the paths of values as --set takes them, and compares their lists as a whole", () => {
    const from = { annotations: { "a.b/c,d=e[0]": "1" }, list: [{ name: "x", size: 1 }] };
    const to = { annotations: { "a.b/c,d=e[0]": "2" }, list: [{ name: "x", size: 2 }] };
    assert.deepEqual(compareTrees(from, to, valuesNotation), [
      { path: "annotations.a\\.b/c\\,d\\=e\\[0\\]", from: "1", to: "2" },
      { path: "list", from: [{ name: "x", size: 1 }], to: [{ name: "x", size: 2 }] },
    ]);
  });

  it("compareTrees() matches the items of an object's lists by name", () => {
    const from = {
      env: [
        { name: "A", value: "1" },
        { name: "B", value: "1" },
      ],
      labels: { "a/b": "1" },
    };
    const to = {
      env: [
        { name: "A", value: "2" },
        { name: "C", value: "1" },
      ],
      labels: { "a/b": "2" },
    };
    assert.deepEqual(compareTrees(from, to, fieldsNotation), [
      { path: "env[A].value", from: "1", to: "2" },
      { path: "env[C]", to: { name: "C", value: "1" } },
      { path: "env[B]", from: { name: "B", value: "1" } },
      { path: 'labels["a/b"]', from: "1", to: "2" },
    ]);
  });

  it("compareTrees() takes an absent list of named items for an empty one", () => {
    assert.deepEqual(compareTrees({}, { ports: [{ name: "http", port: 80 }] }, fieldsNotation), [
      { path: "ports[http]", to: { name: "http", port: 80 } },
    ]);
  });

  it("compareTrees() matches mounts of one volume by their paths, and claim templates by their metadata", () => {
    const mounts = (size: string) => ({
      volumeMounts: [
        { name: "data", mountPath: "/a", subPath: "a" },
        { name: "data", mountPath: "/b", subPath: size },
      ],
      volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { size } }],
    });
    assert.deepEqual(compareTrees(mounts("b"), mounts("c"), fieldsNotation), [
      { path: "volumeClaimTemplates[data].spec.size", from: "b", to: "c" },
      { path: "volumeMounts[/b].subPath", from: "b", to: "c" },
    ]);
  });

  it("compareTrees() compares a list as a whole when its items have no names, or are in another order", () => {
    const [a, b] = [{ name: "a" }, { name: "b" }];
    for (const [from, to] of [
      [
        [a, b],
        [b, a],
      ],
      [[a], [a, a]],
      [["x"], ["y"]],
      [[{ key: "x" }], [{ key: "y" }]],
      [[a], [a, "x"]],
    ]) {
      assert.deepEqual(compareTrees({ list: from }, { list: to }, fieldsNotation), [{ path: "list", from, to }]);
    }
  });
});

/** A side of a difference; none for a value that is absent. */
function side(name: "from" | "to", value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}
