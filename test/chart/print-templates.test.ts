import assert from "node:assert/strict";
import { printNamedTemplates } from "../../generator/chart/print-templates.ts";
import { release } from "../../generator/expression/built-in.ts";
import { Define } from "../../generator/expression/define.ts";
import type { PrintedFunction } from "../../generator/manifest/collect.ts";

/** A function with a named template; its name alone counts here. */
function fn(name: string): PrintedFunction {
  return {
    name,
    go: () => {
      throw new Error("not called");
    },
    js: () => undefined,
    template: { comment: `The function ${name}.`, body: () => "{{- . }}" },
  };
}

const text = (name: string): Define<string> =>
  new Define<string>(`sample.${name}`, "string", release.name, "The name of the release.");

describe("printNamedTemplates()", () => {
  it("printNamedTemplates() keeps the order of an author's templates, and sorts functions by name", () => {
    const functions = new Map(["b", "c", "a"].map((name) => [name, fn(name)]));
    const files = printNamedTemplates([text("second"), text("first")], functions, "sample");
    const names = (file: string): readonly (string | undefined)[] =>
      [...file.matchAll(/define "([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(names(files["_helpers.tpl"]), ["sample.second", "sample.first"]);
    assert.deepEqual(
      names(files["_functions.tpl"]).map((name) => name?.split(".")[1]),
      ["a", "b", "c"],
    );
    assert.equal(files["_checks.tpl"], "");
  });

  it("printNamedTemplates() puts an empty line between templates", () => {
    const functions = new Map(["b", "a"].map((name) => [name, fn(name)]));
    const files = printNamedTemplates([text("one"), text("two")], functions, "sample");
    for (const file of [files["_helpers.tpl"], files["_functions.tpl"]]) {
      assert.match(file, /\{\{- end \}\}\n\n\{\{- \/\*/);
      assert.ok(file.endsWith("{{- end }}\n"), file);
    }
  });
});
