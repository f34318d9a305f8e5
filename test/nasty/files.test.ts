import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { OutputError } from "../../cli/files/output-error.ts";
import { readTree } from "../../cli/files/read-tree.ts";
import { writeTree } from "../../cli/files/write-tree.ts";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { BatchJob, definePipeline, printPipeline, printValuesFile } from "../../generator/mod.ts";
import { printCharts } from "../charts/render-charts.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { image } from "./use-nasty-charts.ts";

const module = new URL("../../cli/files/write-tree.ts", import.meta.url).href;
const old = new Map([["Chart.yaml", "name: old\n"]]);

/** A pipeline of batch stages, each waiting for the one before it. */
function createChain(count: number) {
  const stages = Array.from({ length: count }, (_, i): [string, BatchJob<string>] => [
    `stage${i}`,
    new BatchJob({ image, command: ["echo", `${i}`], dependsOn: i > 0 ? [`stage${i - 1}`] : [] }),
  ]);
  return definePipeline({ name: "large", version: "1.0.0", stages: Object.fromEntries(stages) });
}

describe("difficult files", () => {
  const directory = useTemporaryDirectory();
  const base = () => ({ base: directory.path });

  it("14. values files end with a newline", () => {
    const printed = [...printCharts().values()].flatMap((files) => [...files]);
    assert(printed.some(([path]) => path.startsWith("environments/")) && printed.length > 100);
    for (const [path, text] of printed) assert.match(text, /[^\n]\n$/, path);
    for (const values of [{}, { a: "b\n\n" }, { a: {} }])
      assert.match(printValuesFile(values, "A", "b.ts"), /[^\n]\n$/);
  });

  it("15. duplicate YAML keys fail where a script reads them", () => {
    assert.throws(() => readYaml("name: a\nversion: 1.0.0\nname: b\n"), /Map keys must be unique at line 3, column 1$/);
    assert.throws(() => readYaml("a: {yes: 1, on: 2}\n"), /Map keys must be unique at line 1, column 13$/);
  });

  it("22. an output directory with symbolic links: nothing outside written", async () => {
    await placeFiles(join(directory.path, "outside"), old);
    await symlink("outside", join(directory.path, "chart"));
    await assert.rejects(writeTree("chart", printPipeline(reference), base()), { code: "SYMBOLIC_LINK" });
    await mkdir(join(directory.path, "inner"));
    await symlink("../outside", join(directory.path, "inner", "templates"));
    await writeTree("inner", new Map([["templates/a.yaml", "a: 1\n"]]), base());
    assert.deepEqual(await readTree(join(directory.path, "outside")), old);
  });

  it("22. a disk that refuses half-way: the old chart intact", async () => {
    await writeTree("chart", old, base());
    const files = new Map([...printPipeline(reference), ["x".repeat(300), "no file system takes this name\n"]]);
    await assert.rejects(writeTree("chart", files, base()), OutputError);
    assert.deepEqual(await readTree(join(directory.path, "chart")), old);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("22. SIGKILL half-way: the old chart intact", async () => {
    await writeTree("chart", old, base());
    // The second file is read from a pipe that nobody fills: the process is half-way for as long as it lives.
    const script = `import { writeTree } from ${JSON.stringify(module)};
      const files = new Map([["Chart.yaml", "name: new\\n"], ["b", "b"]]);
      const entries = files.entries.bind(files);
      files[Symbol.iterator] = function* () {
        for (const entry of entries()) {
          if (entry[0] === "b") { process.stdout.write("half-way"); for (;;); }
          yield entry;
        }
      };
      await writeTree("chart", files);`;
    await placeFiles(directory.path, new Map([["script.mjs", script]]));
    const child = spawn(process.execPath, ["script.mjs"], { cwd: directory.path });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "close");
    assert.deepEqual(await readTree(join(directory.path, "chart")), old);
    assert.equal(await writeTree("chart", new Map([...old, ["b", "b"]]), base()), true);
    assert.deepEqual((await readdir(directory.path)).sort(), ["chart", "script.mjs"]);
  });

  it("23. two generates at once: one after the other, each whole", async () => {
    const pipelines = [1, 2, 3, 4].map((count) => printPipeline(createChain(count)));
    const written = await Promise.all(pipelines.map((files) => writeTree("chart", files, base())));
    assert.deepEqual(written, [true, true, true, true]);
    const found = await readTree(join(directory.path, "chart"));
    assert(
      pipelines.some(
        (files) => files.size === found.size && [...files].every(([key, text]) => found.get(key) === text),
      ),
    );
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });
});
