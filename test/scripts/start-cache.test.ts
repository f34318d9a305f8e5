import assert from "node:assert/strict";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { type ProcessResult, runProcess } from "../../scripts/lib/run-process.ts";
import { placeFiles } from "./lib/sample-chart.ts";
import { useTemporaryDirectory } from "./lib/use-temporary-directory.ts";
import { repository } from "./use-project.ts";

/** What shows where modules come from, and that packages of both kinds export what they export without a bundle. */
const main = `import { Model } from "@kubernetes-models/base";
import { Ajv } from "ajv";
import Handlebars from "handlebars";
import Type from "typebox";
import { Check } from "typebox/schema";
import { greeting, fail } from "./greeting.ts";

interface Named { readonly name: string }
const named: Named = { name: "cache" };
console.log(Handlebars.compile("{{greeting}}, {{name}}")({ greeting, ...named }));
console.log(new Ajv().compile(Type.String())("text"), Check(Type.Integer(), 1.5), typeof Model);
console.log(["ajv", "typebox"].map((name) => import.meta.resolve(name).includes("/.cache/")).join());
if (process.argv[2] === "fail") fail();
`;

const greeting = `export const greeting: string = "Hello";
export function fail(): never {
  throw new Error("as wanted");
}
`;

describe("start-cache.js", () => {
  const directory = useTemporaryDirectory();

  /** A repository of two modules, with the dependencies of this one and no cache. */
  async function createRepository(): Promise<void> {
    await placeFiles(
      directory.path,
      new Map([
        ["package.json", '{ "type": "module" }'],
        ["main.ts", main],
        ["greeting.ts", greeting],
      ]),
    );
    for (const path of ["start-cache.js", "lib/start-cache"]) {
      await cp(join(repository, "scripts", path), join(directory.path, "scripts", path), { recursive: true });
    }
    await mkdir(join(directory.path, "node_modules"));
    for (const name of await readdir(join(repository, "node_modules"))) {
      if (name === ".cache") continue;
      await symlink(join(repository, "node_modules", name), join(directory.path, "node_modules", name));
    }
  }

  const cache = (): string => join(directory.path, "node_modules", ".cache", "chartwright", "start");

  /** The files of the cache, without what Node itself keeps there. */
  async function listFiles(): Promise<readonly string[]> {
    return (await readdir(cache())).filter((name) => name !== "compiled");
  }

  async function run(...args: readonly string[]): Promise<ProcessResult> {
    return await runProcess(process.execPath, ["--import", "./scripts/start-cache.js", "main.ts", ...args], {
      cwd: directory.path,
    });
  }

  async function assertPrints(...lines: readonly string[]): Promise<void> {
    const { code, stdout, stderr } = await run();
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: `${lines.join("\n")}\n`, stderr: "" });
  }

  it("start-cache.js runs a script alike with a cache and without one", async () => {
    await createRepository();
    await assertPrints("Hello, cache", "true false function", "false,false");
    await assertPrints("Hello, cache", "true false function", "true,true");
    const texts = Object.values(JSON.parse(await readFile(join(cache(), "stripped.json"), "utf8")));
    assert(texts.includes(greeting.replace(": string", "        ").replace(": never", "       ")));
  });

  it("start-cache.js bundles each package that the generator and the scripts import", async () => {
    await createRepository();
    const { dependencies } = JSON.parse(await readFile(join(repository, "package.json"), "utf8"));
    // One is types alone, one a compiler in a process of its own; of the models each kind is imported for itself.
    const others = ["kubernetes-types", "typescript", "kubernetes-models"];
    const names = Object.keys(dependencies).filter((name) => !others.includes(name));
    const specifiers = [...names, "kubernetes-models/apps/v1/Deployment", "typebox/schema"];
    const imports = specifiers.map((name) => `import ${JSON.stringify(name)};\n`).join("");
    const script = `${imports}console.log(import.meta.resolve("fflate").includes("/.cache/"));\n`;
    await writeFile(join(directory.path, "main.ts"), script);
    await assertPrints("false");
    await assertPrints("true");
  });

  it("start-cache.js runs what a source says now, and names its lines", async () => {
    await createRepository();
    await assertPrints("Hello, cache", "true false function", "false,false");
    await writeFile(join(directory.path, "greeting.ts"), `\n\n${greeting.replace("Hello", "Good day")}`);
    await assertPrints("Good day, cache", "true false function", "true,true");
    const { code, stderr } = await run("fail");
    assert.equal(code, 1);
    assert.match(stderr, /Error: as wanted\n +at fail \(file:.*greeting\.ts:5:9\)/);
  });

  it("start-cache.js leaves it to Node to refuse what it cannot strip", async () => {
    await createRepository();
    await writeFile(join(directory.path, "greeting.ts"), `enum Tone { Loud }\n${greeting}`);
    const { code, stderr } = await run();
    assert.equal(code, 1);
    assert.match(stderr, /ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX/);
    assert.deepEqual(await listFiles(), []);
  });

  it("start-cache.js mends a damaged cache", async () => {
    await createRepository();
    await run();
    for (const name of await listFiles()) await writeFile(join(cache(), name), "{");
    // A bundle is named by its content and not read to be checked: without its list nobody asks for it.
    await assertPrints("Hello, cache", "true false function", "false,false");
    assert.equal(JSON.parse(await readFile(join(cache(), "stripped.json"), "utf8")) instanceof Object, true);
    await assertPrints("Hello, cache", "true false function", "true,true");
  });

  it("start-cache.js stands processes that fill the cache at once", async () => {
    await createRepository();
    const results = await Promise.all([run(), run(), run()]);
    assert.deepEqual(
      results.map(({ code, stderr }) => [code, stderr]),
      [0, 0, 0].map((code) => [code, ""]),
    );
    await assertPrints("Hello, cache", "true false function", "true,true");
    assert.deepEqual(
      (await readdir(cache())).filter((name) => !/\.js(on)?$/.test(name)),
      ["compiled"],
    );
  });

  it("start-cache.js does without a cache where the disk refuses, and without bundles where npm has no list", async () => {
    await createRepository();
    await writeFile(join(directory.path, "node_modules", ".cache"), "in the way");
    await assertPrints("Hello, cache", "true false function", "false,false");
    await rm(join(directory.path, "node_modules", ".cache"));
    await rm(join(directory.path, "node_modules", ".package-lock.json"));
    await assertPrints("Hello, cache", "true false function", "false,false");
    await assertPrints("Hello, cache", "true false function", "false,false");
  });
});
