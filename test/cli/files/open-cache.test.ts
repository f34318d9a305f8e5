import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { openCache } from "../../../cli/files/open-cache.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("openCache()", () => {
  const directory = useTemporaryDirectory();

  /** Asks, and tells what the answer is and whether it had to be computed. */
  async function ask(question: string, version = "1.0.0", place = directory.path): Promise<readonly [string, boolean]> {
    let isComputed = false;
    const text = await openCache(place, version).recall(question, async () => {
      isComputed = true;
      return `${question} in ${version}`;
    });
    return [text, isComputed];
  }

  it("openCache() knows an answer for the same question and version alone", async () => {
    assert.deepEqual(await ask("a"), ["a in 1.0.0", true]);
    assert.deepEqual(await ask("a"), ["a in 1.0.0", false]);
    assert.deepEqual(await ask("b"), ["b in 1.0.0", true]);
    assert.deepEqual(await ask("a", "1.0.1"), ["a in 1.0.1", true]);
    assert.deepEqual(await ask("a"), ["a in 1.0.0", false]);
  });

  it("openCache() makes its directory, and does without one that cannot be made", async () => {
    await writeFile(join(directory.path, "file"), "");
    for (const isComputed of [true, false]) {
      assert.deepEqual(await ask("a", "1.0.0", join(directory.path, "new/cache")), ["a in 1.0.0", isComputed]);
      assert.deepEqual(await ask("a", "1.0.0", join(directory.path, "file/cache")), ["a in 1.0.0", true]);
    }
  });
});
