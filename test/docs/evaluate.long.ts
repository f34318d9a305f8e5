import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { runProcess } from "../../cli/helm/run-process.ts";
import manifest from "../../package.json" with { type: "json" };
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { sources } from "../property/sources.ts";
import { compileCode, listCode, placeToRun } from "./place-code-blocks.ts";
import { readPage, root } from "./read-markdown.ts";

const page = readPage("docs/evaluate.md");

describe("docs/evaluate.md", () => {
  const code = listCode("docs/evaluate.md");
  const tests = [...code.keys()].filter((path) => path.startsWith("test/"));
  const directory = useTemporaryDirectory();

  it("docs/evaluate.md has code that compiles with the installed package", async () => {
    assert.deepEqual([...code.keys()], ["pipelines/etl.ts", "test/etl.test.ts", "test/batch-job.test.ts"]);
    const { code: exitCode, stdout } = await compileCode(directory.path, code);
    assert.equal(stdout, "");
    assert.equal(exitCode, 0);
  });

  it("docs/evaluate.md has tests that mocha runs, and that pass", async () => {
    await placeToRun(directory.path, code);
    const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
    const args = [mocha, "--no-config", "--reporter", "json", ...tests];
    const { stdout } = await runProcess(process.execPath, args, { cwd: directory.path });
    const { stats, passes } = JSON.parse(stdout) as Report;
    assert.deepEqual(stats, { ...stats, tests: 7, passes: 7, failures: 0, pending: 0 });
    assert(passes.some(({ fullTitle }) => fullTitle === "etl breaks none of Kubernetes' rules in prod"));
  });

  it("docs/evaluate.md names npm scripts that are there, and all that test:property tests", () => {
    const named = [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    assert.deepEqual(new Set(named), new Set(["test:helm3", "test:property", "test:trees", "test:mutation", "bench"]));
    for (const name of named) assert(Object.hasOwn(manifest.scripts, name), name);
    const [, list = ""] = /`--chart` takes one of these:(.*?)\./s.exec(page) ?? [];
    const charts = [...list.matchAll(/`([\w-]+)`/g)].map(([, name = ""]) => name);
    assert.deepEqual(charts.sort(), sources.map(({ name }) => name).sort());
  });
});

/** The output of mocha's JSON reporter. */
interface Report {
  readonly stats: object;
  readonly passes: readonly { readonly fullTitle: string }[];
}
