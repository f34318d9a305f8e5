import assert from "node:assert/strict";
import { printJson } from "../../../generator/values/schemas/print-json.ts";

describe("printJson()", () => {
  it("printJson() prints a map or list on one line where it fits, and its parts on lines of their own where not", () => {
    const long = "x".repeat(100);
    assert.equal(
      printJson({ type: "object", properties: { size: { type: "string", enum: ["a", null, 1] }, long: { long } } }),
      `{
  "type": "object",
  "properties": {
    "size": { "type": "string", "enum": ["a", null, 1] },
    "long": {
      "long": "${long}"
    }
  }
}`,
    );
  });

  it("printJson() fills a line of 120 characters, with the comma that may follow", () => {
    const widthOf = (length: number): number => printJson(["-".repeat(length)]).split("\n").length;
    assert.equal(widthOf(115), 1);
    assert.equal(widthOf(116), 3);
  });

  it("printJson() prints what JSON.parse() reads back", () => {
    const values = [{}, [], { "": [{}], 'a"\n': ["\u2028", "\\", -0.5, true] }, "text", 1e21];
    for (const value of values) assert.deepEqual(JSON.parse(printJson(value)), value);
  });
});
