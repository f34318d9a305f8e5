import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { layers } from "../../mutation/code/layers.ts";

describe("layers", () => {
  it("layers are the folders of generator/, without that of the charts", () => {
    const entries = readdirSync(join(import.meta.dirname, "..", "..", "generator"), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    assert.deepEqual([...layers, "library"].toSorted(), folders.toSorted());
  });
});
