import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { describe, it } from "mocha";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { isMain } from "../../../cli/terminal/is-main.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const module = new URL("../../../cli/terminal/is-main.ts", import.meta.url).href;

describe("isMain()", () => {
  const directory = useTemporaryDirectory();

  it("isMain() is true in the program that was started, also through a symbolic link, and false in its imports", async () => {
    // Only the URL is handed over, as by a Node that does not know import.meta.main.
    const tell = (name: string) => `import { isMain } from ${JSON.stringify(module)};
      console.log(${JSON.stringify(name)}, isMain({ url: import.meta.url }), isMain(import.meta));\n`;
    const files = { "program.mjs": `${tell("program")}import "./part.mjs";\n`, "part.mjs": tell("part") };
    await placeFiles(directory.path, new Map(Object.entries(files)));
    await symlink("program.mjs", join(directory.path, "link"));
    const run = (name: string) => runProcess(process.execPath, [join(directory.path, name)]);
    assert.equal((await run("program.mjs")).stdout, "part false false\nprogram true true\n");
    assert.equal((await run("link")).stdout, "part false false\nprogram true true\n");
  });

  it("isMain() believes what the runtime says", () => {
    assert.equal(isMain({ url: import.meta.url, main: true }), true);
    assert.equal(isMain({ url: pathToFileURL(process.argv[1] ?? "").href, main: false }), false);
  });

  it("isMain() is false for a file that is not there", () => {
    assert.equal(isMain({ url: pathToFileURL(join(directory.path, "absent.js")).href }), false);
  });
});
