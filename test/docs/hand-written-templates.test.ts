import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { library } from "../../generator/library/library.ts";
import { collect } from "../../generator/manifest/collect.ts";
import { createUmbrella } from "../../generator/pipeline/umbrella/umbrella-templates.ts";
import { readPage, root } from "./read-markdown.ts";

const generator = join(root, "generator");

/** How many functions may have a body that is written by hand. */
const LIMIT = 15;

/** A template that is no field of a Kubernetes object: a sentence and a body. */
const SITE = /\btemplate: \{\s*(?:comment|body|needs)\b/g;

/** The rows of the page's table: the function, its file and the reason. */
function listRows(): readonly (readonly [name: string, file: string, reason: string])[] {
  const [, section = ""] = readPage("ARCHITECTURE.md").split("## Templates written by hand");
  const [table = ""] = section.split("\n## ");
  return [...table.matchAll(/^\| `(\w+)` \| `(\S+)` \| (.+) \|$/gm)].map(
    ([, name = "", file = "", reason = ""]) => [name, file, reason] as const,
  );
}

/** The hand-written bodies in the code, each as `function in file`. */
function listSites(): readonly string[] {
  return readdirSync(generator, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(generator, file), "utf8");
      return [...text.matchAll(SITE)].map(({ index }) => {
        const names = [...text.slice(0, index).matchAll(/^ +name: "(\w+)",$/gm)];
        return `${names.at(-1)?.[1]} in ${file}`;
      });
    });
}

describe("Templates written by hand", () => {
  const rows = listRows();

  it(`ARCHITECTURE.md lists each function whose template is written by hand, at most ${LIMIT}, with a reason`, () => {
    const listed = rows.map(([name, file]) => `${name} in ${file}`);
    assert.deepEqual(listSites().toSorted(), listed.toSorted());
    assert(listed.length <= LIMIT, `${listed.length} of at most ${LIMIT}`);
    assert.deepEqual(
      rows.filter(([, , reason]) => reason.length < 20),
      [],
    );
  });

  it("no function of the library charts and of a pipeline has another template", () => {
    const umbrella = collect(
      createUmbrella(reference).templates.map(({ documents }) => documents),
      reference.name,
    );
    const functions = [...library.map(({ collected }) => collected), umbrella].flatMap(({ functions: found }) => [
      ...found.values(),
    ]);
    const written = functions.flatMap((fn) => ("template" in fn && fn.template !== undefined ? [fn.name] : []));
    assert.deepEqual([...new Set(written)].sort(), rows.map(([name]) => name).sort());
  });
});
