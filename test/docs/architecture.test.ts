import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { describe, it } from "mocha";
import manifest from "../../package.json" with { type: "json" };
import { readPage, root } from "./read-markdown.ts";

const generator = join(root, "generator");

/** The names of the layers in the order of the page, the lowest first; folders without their slash. */
function listLayers(): readonly string[] {
  const [, section = ""] = readPage("ARCHITECTURE.md").split("## Layers");
  const [list = ""] = section.split("\n## ");
  return [...list.matchAll(/^- `([\w.-]+?)\/?` /gm)].map(([, name = ""]) => name);
}

/** The first part of a path below generator/: a layer, or a file next to the layers. */
function layerOf(path: string): string {
  return relative(generator, path).split(sep)[0] ?? "";
}

function listImports(): readonly { readonly from: string; readonly to: string }[] {
  const files = readdirSync(generator, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".ts"),
  );
  return files.flatMap(({ parentPath, name }) =>
    [...readFileSync(join(parentPath, name), "utf8").matchAll(/^(?:im|ex)port [^;]*?from "(\.[^"]+)"/gms)].map(
      ([, target = ""]) => ({ from: join(parentPath, name), to: resolve(parentPath, target) }),
    ),
  );
}

/** The files next to the layers. */
const BESIDE = ["compare-text.ts", "is-map.ts", "json-schema.ts", "nearest.ts", "once-per.ts", "one-copy.ts"];

describe("ARCHITECTURE.md", () => {
  const layers = listLayers();

  it("ARCHITECTURE.md lists each folder of generator/ and both public entries, once", () => {
    const folders = readdirSync(generator, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const entries = Object.values(manifest.exports).map(({ default: path }) => basename(path).replace(/js$/, "ts"));
    assert.deepEqual(entries.toSorted(), ["chart.ts", "mod.ts"]);
    assert.deepEqual(layers.toSorted(), [...folders, ...entries].sort());
    assert.deepEqual(layers.slice(-2), ["chart.ts", "mod.ts"]);
  });

  it("ARCHITECTURE.md has the direction of every import: up its list of layers", () => {
    const places = new Map([
      ...BESIDE.map((name, i) => [name, i - BESIDE.length] as const),
      ...layers.map((name, i) => [name, i] as const),
    ]);
    const placeOf = (path: string): number => places.get(layerOf(path)) ?? Number.NaN;
    const wrong = listImports()
      .filter(({ from, to }) => layerOf(from) !== layerOf(to) && !(placeOf(to) < placeOf(from)))
      .map(({ from, to }) => `${relative(root, from)} -> ${relative(root, to)}`);
    assert.deepEqual(wrong, []);
  });

  it("ARCHITECTURE.md is right that no other layer is imported by graph/ and rules/, nor by the files next to the layers", () => {
    const independent = ["graph", "rules", ...BESIDE];
    const wrong = listImports()
      .filter(({ from, to }) => independent.includes(layerOf(from)) && layerOf(from) !== layerOf(to))
      .filter(({ from, to }) => BESIDE.includes(layerOf(from)) || !BESIDE.includes(layerOf(to)))
      .map(({ from, to }) => `${relative(root, from)} -> ${relative(root, to)}`);
    assert.deepEqual(wrong, []);
  });

  it("ARCHITECTURE.md names the files next to the layers, and no file that is not there", () => {
    const page = readPage("ARCHITECTURE.md");
    const files = readdirSync(generator, { withFileTypes: true }).filter((entry) => entry.isFile());
    assert.deepEqual(files.map(({ name }) => name).sort(), [...BESIDE, "chart.ts", "mod.ts"].sort());
    for (const name of BESIDE) assert(page.includes(`\`${name}\``), name);
    // In prose, tables and diagrams alike: a path of the repository or in generator/, or the name of a folder.
    const named = [...page.matchAll(/(?<![\w*./-])(?:[\w-]+\/)+(?:[\w-]+\.(?:ts|tpl|yaml))?(?![\w*])/g)].map(
      ([path]) => path,
    );
    assert(named.length > 100, "paths are found");
    const rooms = ["generator", "cli", "cluster"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${name}/`),
    );
    const missing = named.filter(
      (path) => !rooms.includes(path) && !existsSync(join(root, path)) && !existsSync(join(generator, path)),
    );
    assert.deepEqual(missing, []);
  });

  it("ARCHITECTURE.md is right about the file of a printed chart in which each kind of check is", () => {
    const [, table = ""] = readPage("ARCHITECTURE.md").split("| in TypeScript | a chart alone: ");
    const names = table
      .split("\n")
      .slice(2, 6)
      .map((row) => [...row.matchAll(/`(_[\w-]+[.]tpl)`/g)].map(([, name = ""]) => name));
    assert.deepEqual(names, [
      ["_checks.tpl", "_stage-checks.tpl"],
      ["_checks.tpl", "_checks.tpl"],
      ["_checks.tpl"],
      ["_functions.tpl", "_stage-functions.tpl"],
    ]);
    const read = (path: string): string => readFileSync(join(root, "charts", path), "utf8");
    for (const [path, template] of [
      ["batch-job/templates/_checks.tpl", "batch-job.checkSchedule"],
      ["pipeline/templates/_stage-checks.tpl", "pipeline/allStages.checkSchedule"],
      ["batch-job/templates/_checks.tpl", "batch-job.checkJob"],
      ["pipeline/templates/batch-job/_checks.tpl", "pipeline/batch-job.checkJob"],
      ["pipeline/templates/_checks.tpl", "pipeline.checkSharedPodClaim"],
      ["batch-job/templates/_functions.tpl", "batch-job.serviceAddress"],
      ["pipeline/templates/_stage-functions.tpl", "pipeline/allStages.serviceAddress"],
    ] as const) {
      assert(read(path).includes(`{{- define "${template}" -}}`), `${template} in ${path}`);
    }
    for (const path of ["batch-job/templates/job.yaml", "pipeline/templates/batch-job/_job.tpl"]) {
      assert.match(read(path), /include "(?:pipeline\/)?batch-job[.]checkJob"/);
    }
    assert.match(read("pipeline/templates/extract.yaml"), /include "pipeline\/batch-job[.]job"/);
  });

  it("ARCHITECTURE.md lists the folders around the generator in the order in which they import each other", () => {
    const [, section = ""] = readPage("ARCHITECTURE.md").split("## Around the generator");
    const [list = ""] = section.split("\n## ");
    const around = [...list.matchAll(/^- `(\w+)\/` /gm)].map(([, name = ""]) => name);
    assert.deepEqual(around, ["cli", "cluster", "scripts"]);
    const order = ["generator", ...around];
    const wrong = order.flatMap((folder, index) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .flatMap((name) => {
          const text = readFileSync(join(root, folder, name), "utf8");
          const paths = [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, path = ""]) => path);
          return paths
            .map((path) => relative(root, resolve(root, folder, name, "..", path)))
            .filter((path) => !order.slice(0, index + 1).includes(path.split(sep)[0] ?? ""))
            .map((path) => `${folder}/${name} imports ${path}`);
        }),
    );
    assert.deepEqual(wrong, []);
  });
});
