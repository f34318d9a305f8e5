import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { checkRuntime, ImportError, importDefault } from "../../../cli/pipeline-file/import-default.ts";
import { TypeCheckError } from "../../../cli/pipeline-file/type-check-file.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("importDefault()", () => {
  const directory = useTemporaryDirectory();

  async function place(name: string, text: string): Promise<string> {
    await placeFiles(
      directory.path,
      new Map([
        ["package.json", '{ "type": "module" }'],
        [name, text],
      ]),
    );
    return join(directory.path, name);
  }

  it("importDefault() gives the default export of a TypeScript file", async () => {
    const path = await place("etl.ts", "interface A { a: number }\nexport default { a: 1 } satisfies A;\n");
    assert.deepEqual(await importDefault(path), { a: 1 });
  });

  it("importDefault() gives the default export of a JavaScript file", async () => {
    assert.equal(await importDefault(await place("etl.js", "export default 1;\n")), 1);
  });

  it("importDefault() does not run a file with wrong types", async () => {
    const path = await place("etl.ts", 'export default 1;\nconst a: string = 1;\nthrow new Error("it ran");\n');
    await assert.rejects(importDefault(path), (error) => {
      assert(error instanceof TypeCheckError);
      assert.deepEqual(
        error.diagnostics.map((line) => line.replace(/^.*etl/, "etl")),
        ["etl.ts:2:7 TS2322: Type 'number' is not assignable to type 'string'."],
      );
      return true;
    });
  });

  it("importDefault() names the exports of a file that has no default one", async () => {
    const path = await place("etl.ts", "export const pipeline = 1;\nexport const volume = 2;\n");
    await assert.rejects(importDefault(path), (error) => {
      assert(error instanceof ImportError);
      assert.equal(error.code, "NO_DEFAULT");
      assert.equal(error.message, `Cannot use "${path}": expected a default export, got pipeline, volume`);
      return true;
    });
  });
});

describe("checkRuntime()", () => {
  it("checkRuntime() refuses a Node that cannot read TypeScript", () => {
    for (const node of ["20.20.2", "22.17.1", "18.0.0"]) {
      assert.throws(() => checkRuntime("etl.ts", { node }), {
        code: "NODE_TOO_OLD",
        message: `Cannot read "etl.ts": needs Node 22.18 or later to read TypeScript, got ${node}`,
      });
    }
  });

  it("checkRuntime() takes later ones, and Deno", () => {
    for (const node of ["22.18.0", "22.23.3", "24.0.0"]) checkRuntime("etl.ts", { node });
    checkRuntime("etl.ts", { node: "20.0.0", deno: "2.9.5" });
  });
});
