import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, it } from "mocha";
import { readTree } from "../../../cli/files/read-tree.ts";
import { writePipeline } from "../sample-pipeline.ts";
import { useProject } from "../use-project.ts";

describe("chartwright check", () => {
  const project = useProject();
  const args = ["etl.mjs", "--schemas", "schemas"];

  beforeEach(async () => {
    await project.place({ "etl.mjs": writePipeline() });
    await project.run(["generate", ...args]);
  });

  it("chartwright check passes what generate has written", async () => {
    const { code, stdout, stderr } = await project.run(["check", ...args]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^\d+ generated files are current\n$/);
  });

  it("chartwright check prints what differs, ends with code 1 and writes nothing", async () => {
    await project.place({ "etl.mjs": writePipeline({ "backoffLimit: 3": "backoffLimit: 5" }) });
    await writeFile(join(project.path, "charts/etl/old.txt"), "left over\n");
    await rm(join(project.path, "schemas/etl/0.1.0.schema.json"));
    const before = await readTree(join(project.path, "charts"));
    const { code, stdout, stderr } = await project.run(["check", ...args]);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^--- current\/charts\/etl\/environments\/prod\.yaml\n\+\+\+ generated\/charts\/etl\/environments\/prod\.yaml\n@@ .* @@\n.*\n.*\n.*\n-.*backoffLimit: 3\n\+ {4}backoffLimit: 5\n/m,
    );
    assert.match(stdout, /^--- current\/charts\/etl\/old\.txt\n\+\+\+ \/dev\/null\n@@ .* @@\n-left over\n/m);
    assert.match(stdout, /^--- \/dev\/null\n\+\+\+ generated\/schemas\/etl\/0\.1\.0\.schema\.json\n/m);
    assert.equal(
      stderr,
      'error: charts/etl, schemas: out of date; run "chartwright generate etl.mjs --schemas schemas"\n',
    );
    assert.deepEqual(await readTree(join(project.path, "charts")), before);
  });

  it("chartwright check refuses a pipeline that generate refuses", async () => {
    await project.place({ "etl.mjs": writePipeline({ '"0.1.0"': '"1"' }) });
    const { code, stdout, stderr } = await project.run(["check", ...args]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(
      stderr,
      /^error: Cannot generate from "etl\.mjs", line 7\n {2}because: .*version: expected .*, got "1"\n$/,
    );
  });
});
