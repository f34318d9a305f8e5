import assert from "node:assert/strict";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { readTree } from "../../cli/files/read-tree.ts";
import { runProcess } from "../../cli/helm/run-process.ts";
import manifest from "../../package.json" with { type: "json" };
import { findPackage, repository } from "../cli/use-project.ts";

/** The packages that texts import, by a pattern whose group is what is imported. */
function listImports(texts: Iterable<string>, pattern: RegExp): readonly string[] {
  const found = [...texts].flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
  const packages = found.filter((name) => !name.startsWith(".") && !isBuiltin(name));
  return [...new Set(packages.map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")))].sort();
}

describe("node scripts/build.ts", () => {
  async function readBuild(): Promise<ReadonlyMap<string, string>> {
    return await readTree(join(await findPackage(), "build"));
  }

  it("node scripts/build.ts leaves imports only of what package.json names as a dependency", async function () {
    this.timeout(180_000);
    const files = [...(await readBuild())];
    const code = files.filter(([path]) => path.endsWith(".js")).map(([, text]) => text);
    const imports = listImports(code, /^(?:import|export) (?:[^"]* from )?"([^"]+)";/gm);
    const declarations = files.filter(([path]) => path.endsWith(".d.ts") && !path.includes("/svg/"));
    const types = listImports(
      declarations.map(([, text]) => text),
      /(?:^(?:import|export) [^;"]* from |import\()"([^"]+)"/gm,
    );
    const known = Object.keys(manifest.dependencies);
    assert.deepEqual(
      [...imports, ...types].filter((name) => !known.includes(name)),
      [],
    );
  });

  it("node scripts/build.ts makes one module of what the entries and the command share", async () => {
    const files = [...(await readBuild())].filter(([path]) => path.endsWith(".js"));
    // As esbuild writes a class.
    for (const marker of [
      /^var Stage = class /m,
      /^var Expression = class /m,
      /^var Define = class /m,
      /chartwright\.copy/,
    ]) {
      const homes = files.filter(([, text]) => marker.test(text)).map(([path]) => path);
      assert.equal(homes.length, 1, `${marker}: ${homes}`);
      assert.match(homes[0] ?? "", /^chunks\//);
    }
  });

  for (const entry of ["mod.js", "chart.js"]) {
    it(`node scripts/build.ts lets ${entry} alone refuse another copy of the package`, async () => {
      const urls = [join(await findPackage(), "build", entry), join(repository, "generator/one-copy.ts")];
      const script = `for (const path of ${JSON.stringify(urls)}) await import(path).catch((error) => console.log(error.code));`;
      const result = await runProcess(process.execPath, ["--input-type=module", "--eval", script]);
      assert.deepEqual(result, { code: 0, stdout: "COPY\n", stderr: "" });
    });
  }

  it("node scripts/build.ts adds the license of each package that it bundles", async () => {
    const text = (await readBuild()).get("THIRD-PARTY-LICENSES.txt") ?? "";
    const named = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+, [\w.-]+$/gm)].map(([, name = ""]) => name);
    for (const name of ["commander", "fflate", "handlebars", "kubernetes-models", "typebox", "yaml"]) {
      assert(named.includes(name), name);
    }
    assert.equal(named.includes("typescript"), false);
  });
});
