import assert from "node:assert/strict";
import { Define, include } from "../../generator/expression/define.ts";
import { endsInText } from "../../generator/expression/go/ends-in-text.ts";
import { toPart } from "../../generator/expression/part.ts";
import { when } from "../../generator/expression/when.ts";
import { nonEmpty } from "../../generator/functions/logic.ts";
import { v } from "./sample-values.ts";

const labels = include(new Define("t.labels", "object", v.labels, "Labels."));
const name = include(new Define("t.name", "object", { name: v.name }, "A name."));

const cases: readonly (readonly [what: string, body: unknown, expected: boolean])[] = [
  ["a map of the values", v.labels, true],
  ["a named template that is one", { labels }, true],
  ["a list of the values before a scalar", { args: v.args, name: v.name }, false],
  ["one before a scalar that may be absent", { args: v.args, name: when(nonEmpty(v.name), v.name) }, true],
  ["scalars, which are in quotes", { name: v.name, all: [v.name, { name }] }, false],
  ["a constant text with a line break at its end", { script: "a\nb\n" }, true],
  ["a constant text without", { script: "a\nb" }, false],
  ["nothing", {}, false],
];

describe("endsInText()", () => {
  for (const [what, body, expected] of cases) {
    it(`endsInText() is ${expected} for ${what}`, () => {
      assert.equal(endsInText(toPart(body)), expected);
    });
  }
});
