import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, it } from "mocha";
import { root } from "./read-markdown.ts";

type Imports = ReadonlyMap<string, readonly string[]>;

/** What each file of a folder imports of others, types among them. */
function readImports(folder: string): Imports {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".ts"),
  );
  return new Map(
    files.map(({ parentPath, name }) => [
      relative(root, join(parentPath, name)),
      [...readFileSync(join(parentPath, name), "utf8").matchAll(/^(?:im|ex)port\b[^;]*?(?:from )?"(\.[^"]+)"/gms)].map(
        ([, target = ""]) => relative(root, resolve(parentPath, target)),
      ),
    ]),
  );
}

/** The first cycle that there is, from a file to itself; nothing where there is none. */
function findCycle(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

describe("imports", () => {
  it("no file of the sources imports one that imports it, for its types either", () => {
    const imports = new Map(["generator", "cli", "cluster", "scripts"].flatMap((folder) => [...readImports(folder)]));
    assert.ok([...imports.values()].flat().length > 500, "the imports are found");
    assert.equal(findCycle(imports)?.join(" -> "), undefined);
  });

  it("a cycle is found wherever it starts", () => {
    const imports = (edges: Readonly<Record<string, readonly string[]>>): Imports => new Map(Object.entries(edges));
    assert.deepEqual(findCycle(imports({ a: ["b"], b: ["c"], c: ["b"] })), ["b", "c", "b"]);
    assert.deepEqual(findCycle(imports({ a: ["a"] })), ["a", "a"]);
    assert.equal(findCycle(imports({ a: ["b", "c"], b: ["c"], c: ["d"] })), undefined);
  });
});

describe("switches", () => {
  // A node or a part that is added later must not be forgotten by any function that walks them.
  it("each switch over the kind of a part or node, or over a result, ends in satisfies never", () => {
    const layers = ["expression", "functions", "manifest", "chart", "evaluate", "graph"];
    const files = layers.flatMap((layer) => [...readImports(`generator/${layer}`).keys()]);
    const wrong = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(SWITCH)]
        .filter(([, , , body = ""]) => !/\bdefault:\s+(return |throw )?[^;]*satisfies never;\s*$/.test(body))
        .map(([, , subject]) => `${file}: switch (${subject})`),
    );
    assert.deepEqual(wrong, []);
  });
});

/** A switch over a discriminant, to the brace that closes it: the one with its own indentation. */
const SWITCH = /^( *)(?:\S.*)?\bswitch \(((?:\w+\.)?(?:kind|op|result|into|rule|type))\) \{\n([\s\S]*?)^\1\}/gm;
