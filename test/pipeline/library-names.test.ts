import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";

const generator = fileURLToPath(new URL("../../generator", import.meta.url));

/** The layers for which a library chart is a chart like any other. */
const layers = ["chart", "diff", "evaluate", "graph", "pipeline", "rules", "stage"];

describe("The layers around the library", () => {
  it("The layers around the library name none of its charts: a stage is whatever fulfils the contract", () => {
    const names = library.flatMap(({ name }) => [name, name.replaceAll(/-./g, (dash) => dash.slice(1).toUpperCase())]);
    assert.deepEqual(names.slice(0, 2), ["batch-job", "batchJob"]);
    const files = layers.flatMap((layer) =>
      readdirSync(join(generator, layer), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .map((path) => join(layer, path)),
    );
    assert(files.length > 80);
    const found = files.flatMap((path) => {
      // The examples in comments are made of the library's models.
      const code = readFileSync(join(generator, path), "utf8").replaceAll(/^\s*(\*|\/\*\*|\/\/).*$/gm, "");
      return names.filter((name) => code.includes(name)).map((name) => `${path}: ${name}`);
    });
    assert.deepEqual(found, []);
  });
});
