import assert from "node:assert/strict";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { listTestFiles } from "./list-test-files.ts";
import { runCounts } from "./run-counts.ts";
import { sharedLines } from "./shared-lines.ts";

describe("a run of the tests in several processes", () => {
  const directory = useTemporaryDirectory();

  it("sharedLines() reads what others added, and nothing of a line that is still being written", async () => {
    const path = join(directory.path, "lines");
    assert.deepEqual(sharedLines(path).read(), []);
    sharedLines(path).add({ first: 1 });
    sharedLines(path).add("second\nline");
    await appendFile(path, '{"thi');
    assert.deepEqual(sharedLines(path).read(), [{ first: 1 }, "second\nline"]);
  });

  it("runCounts() lists the sums of what all counted, in the order of the alphabet", () => {
    const path = join(directory.path, "counts");
    runCounts(path).add("upgrades");
    runCounts(path).add("installs", 2);
    runCounts(path).add("upgrades", 3);
    assert.deepEqual(runCounts(path).list(), [
      ["installs", 2],
      ["upgrades", 4],
    ]);
  });

  it("listTestFiles() leaves those alone that restart the API server, lists a file once, and refuses what has no tests", async () => {
    const at = (name: string): string => join(import.meta.dirname, name);
    assert.deepEqual(await listTestFiles(["faults", "csi-driver.test.ts", "faults/faults.test.ts"].map(at)), {
      together: [at("faults/faults.test.ts"), at("csi-driver.test.ts")],
      alone: [at("faults/api-server.test.ts")],
    });
    await assert.rejects(listTestFiles([at("csi-driver")]), /Cannot find tests of a cluster in ".*csi-driver"/);
  });
});
