import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { aloneOf } from "../../generator/chart/alone.ts";
import { helpersOf } from "../../generator/chart/define-chart.ts";
import { printChart } from "../../generator/chart/print-chart.ts";
import { PIPELINE_KEYS } from "../../generator/chart/stage-contract.ts";
import { PREFIX_KEY } from "../../generator/expression/go/message-prefix.ts";
import { library } from "../../generator/library/library.ts";
import type { StageContext } from "../../generator/pipeline/umbrella/subchart.ts";

/** All that a pipeline adds to the root of a stage: the compiler asks for each key. */
const added: { readonly [Key in keyof Required<StageContext>]: true } = {
  Chain: true,
  Gate: true,
  Hook: true,
  Instance: true,
  PartOf: true,
  Pipeline: true,
  [PREFIX_KEY]: true,
};

describe("aloneOf()", () => {
  it("aloneOf() leaves out all that a pipeline adds to the root of a stage", () => {
    assert.deepEqual([...PIPELINE_KEYS, PREFIX_KEY].sort(), Object.keys(added).sort());
    const read = new RegExp(`[.](${Object.keys(added).join("|")})\\b`);
    for (const chart of library) {
      const templates = [...printChart(chart)].filter(([path]) => path.startsWith("templates/"));
      assert.ok(templates.length > 4, chart.name);
      const lines = templates.flatMap(([path, text]) => text.split("\n").map((line) => `${path}: ${line}`));
      assert.deepEqual(
        lines.filter((line) => read.test(line)),
        [],
      );
    }
  });

  it("aloneOf() keeps the named templates that the files of the chart include, and no other", () => {
    for (const chart of library) {
      const texts = [...printChart(chart)].filter(([path]) => path.startsWith("templates/")).map(([, text]) => text);
      const included = new Set(
        texts.flatMap((text) => [...text.matchAll(/include "([^"]+)"/g)].map(([, name]) => name)),
      );
      const defined = texts.flatMap((text) => [...text.matchAll(/define "([^"]+)"/g)].map(([, name = ""]) => name));
      assert.deepEqual(
        defined.filter((name) => !included.has(name)),
        [],
      );
      assert.ok(helpersOf(chart, aloneOf(chart).collected).length < helpersOf(chart).length, chart.name);
    }
  });
});
