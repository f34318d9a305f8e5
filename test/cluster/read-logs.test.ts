import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readLogs } from "./read-logs.ts";

describe("readLogs()", () => {
  it("readLogs() reads again while lines are missing", async () => {
    const printed = ["", "one\n", "one\ntwo\n"];
    const asked: (readonly string[])[] = [];
    const kubectl = async (args: readonly string[]): Promise<string> => {
      asked.push(args);
      return printed.shift() ?? assert.fail("it was whole");
    };
    assert.equal(await readLogs({ kubectl }, ["reader"], (log) => log.includes("two")), "one\ntwo\n");
    assert.deepEqual(asked, Array(3).fill(["logs", "reader"]));
  });
});
