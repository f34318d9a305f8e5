import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { columnOf, enumerate, printEntry, wrapWords } from "../../generator/graph/text-entry.ts";

describe("printEntry()", () => {
  it("printEntry() puts the text of a long name below it", () => {
    const column = columnOf(["ab", "x".repeat(27)]);
    assert.equal(column, 6);
    assert.deepEqual(printEntry("ab", [["one"], ["two", "three"]], column), ["  ab  one", "      two three"]);
    assert.deepEqual(printEntry("x".repeat(27), [["one"]], column), [`  ${"x".repeat(27)}`, "      one"]);
    assert.deepEqual(printEntry("ab", [[], []], column), ["  ab"]);
  });
});

describe("wrapWords()", () => {
  it("wrapWords() fills lines, and takes the middle of a word that fits none", () => {
    assert.deepEqual(wrapWords(["aa", "bb", "cc", "0123456789"], 5), ["aa bb", "cc", "0...9"]);
    assert.deepEqual(wrapWords([], 5), []);
  });
});

describe("enumerate()", () => {
  it("enumerate() keeps the start with the first item and commas after all but the last", () => {
    assert.deepEqual(enumerate("after ", ["a", "b c"]), ["after a,", "b c"]);
    assert.deepEqual(enumerate("after ", []), []);
  });
});
