import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defaultsFunction } from "../../generator/expression/defaults-function.ts";
import { call } from "../../generator/functions/call.ts";
import { enabled, ordered, where } from "../../generator/functions/entries.ts";
import { concat, list, uniq } from "../../generator/functions/lists.ts";
import { fieldOfEach, hasEntry, lookUp, merge, withoutEmpty } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import { yamlFunction } from "../../generator/functions/yaml.ts";
import { computeOf } from "./compute.ts";
import { branchOf, onlyBranch, onlyBranchOfEach } from "./sample-unions.ts";

describe("what functions over maps compute", () => {
  it("enabled() leaves out what enabled: false switches off, and nothing else", () => {
    const map = { a: { enabled: false }, b: { enabled: true }, c: {}, d: "text", e: "", f: { enabled: null }, g: null };
    assert.deepEqual(
      computeOf((x) => enabled(x), map),
      { b: { enabled: true }, c: {}, d: "text", e: "", f: { enabled: null }, g: null },
    );
    assert.deepEqual(
      computeOf((x) => enabled(x), undefined),
      {},
    );
  });

  it("ordered() sorts by order, 0 unless given, then by the bytes of the names", () => {
    const map = {
      b: {},
      a: { order: 1 },
      c: { order: -1, x: 1 },
      "\u{10000}": "text",
      "\uffff": null,
      off: { enabled: false },
      d: { order: null },
    };
    assert.deepEqual(
      computeOf((x) => ordered(x), map),
      [
        { name: "c", value: { order: -1, x: 1 } },
        { name: "b", value: {} },
        { name: "d", value: { order: null } },
        { name: "\uffff", value: null },
        { name: "\u{10000}", value: "text" },
        { name: "a", value: { order: 1 } },
      ],
    );
    assert.deepEqual(
      computeOf((x) => ordered(x), undefined),
      [],
    );
  });

  it("where() picks entries by a switch, whose default counts where it is absent", () => {
    const map = { a: { on: true, off: true }, b: { on: false, off: false }, c: {}, d: { on: null, off: null } };
    const pick = (field: string, wanted: boolean): readonly string[] =>
      Object.keys(Object(computeOf((x) => where(x, field as never, wanted), map)));
    assert.deepEqual(pick("on", true), ["a", "c", "d"]);
    assert.deepEqual(pick("on", false), ["b"]);
    assert.deepEqual(pick("off", true), ["a"]);
    assert.deepEqual(pick("off", false), ["b", "c", "d"]);
    assert.deepEqual(
      computeOf((x) => where(x, "on" as never, true), undefined),
      {},
    );
  });

  it("merge() lets the first map win, also with empty values, and does not look into them", () => {
    assert.deepEqual(
      computeOf((x, y) => merge(x, y), { a: "", b: { c: 1 } }, { a: "x", b: { d: 2 }, e: 0 }),
      { a: "", b: { c: 1 }, e: 0 },
    );
    assert.deepEqual(
      computeOf((x, y) => merge(x, y), undefined, { a: 1 }),
      { a: 1 },
    );
  });

  it("fieldOfEach() takes one field of the entries that have it", () => {
    const map = { a: { x: 1, y: 2 }, b: { y: 3 }, c: { x: "" }, d: { x: null } };
    assert.deepEqual(
      computeOf((x) => fieldOfEach(x, "x" as never), map),
      { a: 1, c: "", d: null },
    );
    assert.deepEqual(
      computeOf((x) => fieldOfEach(x, "x" as never), undefined),
      {},
    );
  });

  it("withoutEmpty() leaves out the entries with nothing in them", () => {
    assert.deepEqual(
      computeOf((x) => withoutEmpty(x), { a: {}, b: { c: 0 } }),
      { b: { c: 0 } },
    );
  });

  it("lookUp() follows keys, yields an empty string where there is none, and stops where what has it is no map", () => {
    const map = { a: { b: "c", d: "text" }, e: null, f: 0 };
    const find = (...keys: string[]): unknown => computeOf((x) => lookUp("any", x, ...keys), map);
    assert.equal(find("a", "b"), "c");
    assert.deepEqual(find("a"), { b: "c", d: "text" });
    assert.equal(find("f"), 0);
    for (const keys of [["x"], ["a", "x"], ["x", "y"], ["constructor"]]) {
      assert.equal(find(...keys), "", keys.join("."));
    }
    const stop = (type: string, ...keys: string[]): void => {
      const message = `interface conversion: interface {} is ${type}, not map[string]interface {}`;
      assert.throws(() => find(...keys), { name: "RenderError", message });
    };
    stop("string", "a", "d", "length");
    stop("nil", "e", "x");
    stop("float64", "f", "x");
  });

  it("hasEntry() knows a map's own names, be the entry empty", () => {
    const has = (key: string): unknown => computeOf((x) => hasEntry(x, key), { a: "", b: null });
    assert.deepEqual(["a", "b", "c", "constructor"].map(has), [true, true, false, false]);
  });

  it("the function of defaults fills in what is absent or null, at any depth", () => {
    const fallback = { a: 1, deep: { b: true, c: { d: 1 } }, list: [1] };
    const fill = (value: unknown): unknown =>
      computeOf((x) => call(defaultsFunction, [x, fallback], { type: "object" }), value);
    assert.deepEqual(fill(undefined), fallback);
    assert.deepEqual(fill({}), fallback);
    assert.deepEqual(fill({ a: 0, deep: { b: null, c: { e: 2 } }, list: [], more: "x" }), {
      a: 0,
      deep: { b: true, c: { d: 1, e: 2 } },
      list: [],
      more: "x",
    });
    assert.deepEqual(fill({ a: null, deep: null, list: null, more: null }), { ...fallback, more: null });
    assert.deepEqual(fill({ a: { x: 1 }, deep: "text", list: {} }), { a: { x: 1 }, deep: "text", list: {} });
    assert.deepEqual(fill({ deep: [1] }), { ...fallback, deep: [1] });
  });

  it("extendScope() puts fields before those of the root, which stay", () => {
    const part = computeOf((x) => lookUp("any", extendScope({ part: x }), "part"), { a: 1 });
    assert.deepEqual(part, { a: 1 });
    const old = computeOf(() => lookUp("any", extendScope({ part: "x" }), "Values", "a1"), "x", "old");
    assert.equal(old, "old");
    assert.deepEqual(
      computeOf(() => extendScope({ Values: "new" })),
      { Values: "new" },
    );
  });
});

describe("what functions over unions compute", () => {
  it("branchOf() is what type names, else the first branch that is given", () => {
    const branch = (entry: object): unknown => computeOf((x) => branchOf(x), entry);
    assert.equal(branch({ type: "b", a: 1 }), "b");
    assert.equal(branch({ b: 1 }), "b");
    assert.equal(branch({ b: 1, a: 1 }), "a");
    assert.equal(branch({ a: null, b: false }), "b");
    assert.equal(branch({ a: 0, type: "" }), "a");
    assert.equal(branch({ a: "", type: null }), "a");
    assert.equal(branch({ c: 1 }), "");
    assert.equal(branch({}), "");
  });

  it("onlyBranch() leaves the type and the other branches out, and common fields in", () => {
    const only = (entry: object): unknown => computeOf((x) => onlyBranch(x), entry);
    assert.deepEqual(only({ type: "b", a: 1, b: 2, c: 3 }), { b: 2, c: 3 });
    assert.deepEqual(only({ a: 1, b: 2, c: null }), { a: 1, c: null });
    assert.deepEqual(only({ c: 3 }), { c: 3 });
  });

  it("onlyBranchOfEach() does so for each entry", () => {
    const map = { x: { type: "a", a: 1, b: 2 }, y: {}, z: { b: 1, c: 2 } };
    assert.deepEqual(
      computeOf((x) => onlyBranchOfEach(x), map),
      { x: { a: 1 }, y: {}, z: { b: 1, c: 2 } },
    );
  });
});

describe("what functions over lists compute", () => {
  it("concat() puts lists one after the other, and keeps lists inside of them", () => {
    assert.deepEqual(
      computeOf((x, y) => concat(x, y, ["c"]), ["a", ["b"]], []),
      ["a", ["b"], "c"],
    );
  });

  it("list() is a list of what is computed", () => {
    assert.deepEqual(
      computeOf((x, y) => list(x, y), "a", { b: 1 }),
      ["a", { b: 1 }],
    );
  });

  it("uniq() leaves out what is there already, maps with the same entries too", () => {
    assert.deepEqual(
      computeOf((x) => uniq(x), ["b", "a", "b", { x: 1, y: 2 }, { y: 2, x: 1 }, { x: 1 }, 1, "1"]),
      ["b", "a", { x: 1, y: 2 }, { x: 1 }, 1, "1"],
    );
  });
});

describe("yamlFunction", () => {
  it("yamlFunction keeps a value as it is: text becomes YAML in Helm alone", () => {
    const value = { a: [1] };
    assert.equal(
      computeOf((x) => call(yamlFunction, [x], { type: "object" }), value),
      value,
    );
  });
});
