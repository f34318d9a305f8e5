import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "mocha";
import { mapLimited } from "../../../cli/files/map-limited.ts";

describe("mapLimited()", () => {
  it("mapLimited() keeps the order of the items and never runs more calls than allowed", async () => {
    let running = 0;
    let most = 0;
    const results = await mapLimited([5, 1, 4, 2, 3], 2, async (item, index) => {
      most = Math.max(most, ++running);
      await sleep(item * 3);
      running -= 1;
      return `${index}:${item}`;
    });
    assert.deepEqual(results, ["0:5", "1:1", "2:4", "3:2", "4:3"]);
    assert.equal(most, 2);
  });

  it("mapLimited() starts nothing after a failure and waits for what is under way", async () => {
    const done: number[] = [];
    const mapping = mapLimited([1, 2, 3, 4], 2, async (item) => {
      if (item === 1) throw new Error("one failed");
      await sleep(10);
      done.push(item);
    });
    await assert.rejects(mapping, { message: "one failed" });
    assert.deepEqual(done, [2]);
  });

  it("mapLimited() takes no items", async () => {
    assert.deepEqual(await mapLimited([], 2, async () => 1), []);
  });
});
