import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { describe, it } from "mocha";
import { TypeCheckError, typeCheckFile } from "../../../cli/pipeline-file/type-check-file.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("typeCheckFile()", () => {
  const directory = useTemporaryDirectory();

  async function place(files: Readonly<Record<string, string>>): Promise<string> {
    await placeFiles(directory.path, new Map(Object.entries(files)));
    return join(directory.path, "etl.ts");
  }

  async function findErrors(path: string): Promise<readonly string[]> {
    const error = await typeCheckFile(path).then(
      () => assert.fail("no type error"),
      (thrown: unknown) => thrown,
    );
    assert(error instanceof TypeCheckError);
    assert.equal(error.path, path);
    // The compiler writes paths as seen from the working directory.
    return error.diagnostics.map((line) => line.replaceAll(`${relative("", directory.path)}/`, ""));
  }

  it("typeCheckFile() takes a file without a project around it, and what it imports", async () => {
    const path = await place({
      "etl.ts": 'import { Stage, stage } from "./stage.ts";\nexport default stage satisfies Stage;\n',
      "stage.ts": "export interface Stage { name: string }\nexport const stage = { name: 'a' };\n",
    });
    await typeCheckFile(path);
  });

  it("typeCheckFile() names file, line, column and message of each error", async () => {
    const path = await place({
      "etl.ts": 'import { count } from "./stage.ts";\nexport default { name: count.length };\n',
      "stage.ts": 'export const count: number = "one";\nconst unused: { a: { b: string } } = { a: { b: 1 } };\n',
    });
    assert.deepEqual(await findErrors(path), [
      "etl.ts:2:30 TS2339: Property 'length' does not exist on type 'number'.",
      "stage.ts:1:14 TS2322: Type 'string' is not assignable to type 'number'.",
      "stage.ts:2:45 TS2322: Type 'number' is not assignable to type 'string'.",
    ]);
  });

  it("typeCheckFile() keeps the further lines of an error with it", async () => {
    const path = await place({
      "etl.ts": "const a: { f: () => string } = { f: (() => 1) as () => number };\nexport default a;\n",
    });
    const [error, ...others] = await findErrors(path);
    assert.deepEqual(others, []);
    assert.match(error ?? "", /^etl\.ts:1:34 TS2322: .*\n {2}Type 'number' is not assignable to type 'string'\.$/s);
  });

  it("typeCheckFile() says in its message how many errors there are, and which", async () => {
    const path = await place({ "etl.ts": "export default 1 as string;\nconst a: string = 1;\n" });
    await assert.rejects(typeCheckFile(path), (error) => {
      assert(error instanceof TypeCheckError);
      const [first, second] = error.message.split("\n");
      assert.equal(first, `Cannot use "${path}": expected correct types, got 2 type errors`);
      assert.match(second ?? "", /etl\.ts:1:16 TS2352: /);
      return true;
    });
  });

  it("typeCheckFile() is as strict whatever the project's own tsconfig says", async () => {
    const path = await place({
      "tsconfig.json": '{ "compilerOptions": { "strict": false, "noCheck": true } }',
      "etl.ts": "export default (a: string | null) => a.length;\n",
    });
    assert.deepEqual(await findErrors(path), ["etl.ts:1:38 TS18047: 'a' is possibly 'null'."]);
  });

  it("typeCheckFile() refuses what Node cannot strip", async () => {
    const path = await place({ "etl.ts": "enum Mode { A }\nexport default Mode.A;\n" });
    assert.deepEqual(await findErrors(path), [
      "etl.ts:1:6 TS1294: This syntax is not allowed when 'erasableSyntaxOnly' is enabled.",
    ]);
  });

  it("typeCheckFile() knows Node's own names in a project that has their types, and in no other", async () => {
    const path = await place({ "etl.ts": "export default process.env;\n" });
    assert.deepEqual((await findErrors(path)).length, 1);
    const types = "declare const process: { env: Record<string, string | undefined> };\n";
    await place({
      "node_modules/@types/node/package.json": '{ "name": "@types/node", "version": "1.0.0", "types": "index.d.ts" }',
      "node_modules/@types/node/index.d.ts": types,
    });
    await typeCheckFile(path);
  });

  it("typeCheckFile() knows what Node 22 has of the language", async () => {
    await typeCheckFile(await place({ "etl.ts": "export default Map.groupBy([1, 2], (item) => item % 2);\n" }));
  });

  it("typeCheckFile() says when there is no such file", async () => {
    const errors = await findErrors(join(directory.path, "absent.ts"));
    assert.match(errors.join("\n"), /TS6053: File '.*absent\.ts' not found/);
  });
});
