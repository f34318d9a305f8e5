import assert from "node:assert/strict";
import { compareBytes, printGoJson } from "../../generator/functions/go/go-json.ts";

describe("printGoJson()", () => {
  it("printGoJson() sorts keys by their bytes and drops absent ones", () => {
    const value = { "\u{10000}": 1, "\uffff": 2, b: undefined, a: { z: 1, Z: 2 }, "": 3, a1: 4, "a b": 5 };
    assert.equal(printGoJson(value), '{"":3,"a":{"Z":2,"z":1},"a b":5,"a1":4,"\uffff":2,"\u{10000}":1}');
  });

  it("printGoJson() escapes what could end a script in HTML, and the line separators", () => {
    assert.equal(printGoJson("<a href='x'>&\u2028\u2029"), String.raw`"\u003ca href='x'\u003e\u0026\u2028\u2029"`);
    assert.equal(printGoJson({ "<": 1 }), String.raw`{"\u003c":1}`);
  });

  it("printGoJson() writes control characters as Go does, and leaves DEL and all else", () => {
    assert.equal(
      printGoJson('\u0000\u0001\b\f\n\r\t\u001f"\\/\u007f\u0085é😀'),
      `${String.raw`"\u0000\u0001\b\f\n\r\t\u001f\"\\/`}\u007f\u0085é😀"`,
    );
  });

  it("printGoJson() writes numbers as Go does", () => {
    assert.equal(
      printGoJson([0, -0, 1e6, 0.1, 1e20, 1e21, 1.5e300, 1e-6, 1e-7]),
      "[0,-0,1000000,0.1,100000000000000000000,1e+21,1.5e+300,0.000001,1e-7]",
    );
  });

  it("printGoJson() writes absent values as null, but for those of keys", () => {
    assert.equal(printGoJson(undefined), "null");
    assert.equal(printGoJson([undefined, null, {}, []]), "[null,null,{},[]]");
    assert.equal(printGoJson({ a: null }), '{"a":null}');
  });

  it("printGoJson() takes __proto__ for a key like any other", () => {
    assert.equal(printGoJson(Object.fromEntries([["__proto__", 1]])), '{"__proto__":1}');
  });
});

describe("compareBytes()", () => {
  it("compareBytes() orders strings by their UTF-8 bytes, not by JavaScript's units", () => {
    const sorted = ["", "A", "a", "aa", "é", "\uffff", "\u{10000}"];
    assert.deepEqual(sorted.toReversed().sort(compareBytes), sorted);
    assert.ok("\u{10000}" < "\uffff");
  });

  it("compareBytes() finds equal strings equal, with characters above U+FFFF in none, one or both", () => {
    assert.equal(compareBytes("a", "a"), 0);
    assert.equal(compareBytes("\uffff", "\uffff"), 0);
    assert.equal(compareBytes("\u{10000}", "a"), 1);
    assert.equal(compareBytes("a", "\u{10000}"), -1);
    assert.equal(compareBytes("\uffff", "\u{10000}"), -1);
    assert.equal(compareBytes("\ud7ff", "\u{10000}"), -1);
  });
});
