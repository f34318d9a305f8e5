import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { measureText, wrapText } from "../../../generator/graph/svg/measure-text.ts";

describe("measureText()", () => {
  it("measureText() adds the widths of Helvetica's characters", () => {
    // From the font's own table: a and A, i, W and the tilde in thousandths of the size.
    assert.equal(measureText("a", { size: 1000 }), 556);
    assert.equal(measureText("AiW~", { size: 1000 }), 667 + 222 + 944 + 584);
    assert.equal(measureText("", { size: 10 }), 0);
    assert.equal(measureText("a", { size: 1000, bold: true }), 556 * 1.08);
    assert.equal(measureText("😀", { size: 1000 }), 1015);
  });
});

describe("wrapText()", () => {
  it("wrapText() breaks between words, and not within one", () => {
    const style = { size: 10 };
    const width = measureText("one two", style);
    assert.deepEqual(wrapText("one two three", width, style), ["one two", "three"]);
    assert.deepEqual(wrapText("incomprehensible one", 20, style), ["incomprehensible", "one"]);
  });
});
