import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readCount } from "../../../scripts/lib/read-count.ts";

describe("readCount()", () => {
  it("readCount() reads whole numbers", () => {
    assert.deepEqual(
      ["0", "7", "999999999"].map((text) => readCount(text, "--runs")),
      [0, 7, 999_999_999],
    );
  });

  it("readCount() refuses everything else, with the option's name", () => {
    for (const text of ["", "-1", "1.5", "1e3", "1000000000", " 1"]) {
      assert.throws(() => readCount(text, "--runs"), {
        name: "TypeError",
        message: `Cannot read --runs: expected a whole number, got ${JSON.stringify(text)}`,
      });
    }
  });
});
