import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { OutputError } from "../../../cli/files/output-error.ts";
import type { PlannedTexts } from "../../../cli/files/planned-output.ts";
import { readTree } from "../../../cli/files/read-tree.ts";
import { writeOutputs } from "../../../cli/files/write-outputs.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const chart: PlannedTexts = {
  directory: "charts/a",
  files: new Map([
    ["Chart.yaml", "name: a\n"],
    ["values.yaml", "{}\n"],
  ]),
  others: "removed",
  marker: { file: "Chart.yaml", start: "name: " },
};
const schemas: PlannedTexts = { directory: "schemas", files: new Map([["a.json", "{}\n"]]), others: "kept" };

describe("writeOutputs()", () => {
  const directory = useTemporaryDirectory();

  async function write(outputs: readonly PlannedTexts[]): Promise<readonly (readonly [string, readonly string[]])[]> {
    const written = await writeOutputs(outputs, directory.path);
    return written.map(({ output, changed }) => [output.directory, changed]);
  }

  it("writeOutputs() replaces whole directories, adds files to others, and names what changed", async () => {
    await placeFiles(
      directory.path,
      new Map([
        ["charts/a/Chart.yaml", "name: b\n"],
        ["charts/a/gone", ""],
        ["schemas/b.json", ""],
      ]),
    );
    assert.deepEqual(await write([chart, schemas]), [
      ["charts/a", ["Chart.yaml", "gone", "values.yaml"]],
      ["schemas", ["a.json"]],
    ]);
    assert.deepEqual(await readTree(join(directory.path, "charts/a")), chart.files);
    assert.deepEqual([...(await readTree(join(directory.path, "schemas"))).keys()], ["a.json", "b.json"]);
    assert.deepEqual(await write([chart, schemas]), [
      ["charts/a", []],
      ["schemas", []],
    ]);
  });

  it("writeOutputs() writes nothing when one of the outputs cannot be written", async () => {
    const wrong: readonly PlannedTexts[] = [
      { ...schemas, directory: "../schemas" },
      { ...schemas, files: new Map([["a/../b", ""]]) },
      { ...chart, directory: "src" },
    ];
    await placeFiles(directory.path, new Map([["src/main.ts", "precious"]]));
    for (const output of wrong) {
      await assert.rejects(write([chart, output]), OutputError);
      assert.deepEqual(await readdir(directory.path), ["src"]);
    }
  });
});
