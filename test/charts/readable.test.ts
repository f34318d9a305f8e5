import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";

function textsOf(chart: string): readonly string[] {
  return globSync(`charts/${chart}/templates/**/*.{yaml,tpl,txt}`).map((file) => readFileSync(file, "utf8"));
}

/** The actions of a chart's templates, without comments. */
function actionsOf(chart: string): readonly string[] {
  return textsOf(chart).flatMap((text) =>
    [...text.matchAll(/\{\{(?!-? *\/\*)-?([\s\S]*?)-?\}\}/g)].map(([, action = ""]) => action),
  );
}

function depthOf(action: string): number {
  let depth = 0;
  const depths = [...action.replaceAll(/`[^`]*`|"(?:[^"\\]|\\.)*"/g, "")].map((character) => {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    return depth;
  });
  return Math.max(0, ...depths);
}

describe("the printed charts", () => {
  for (const { name } of [...library, { name: "pipeline" }]) {
    it(`${name}: parentheses are at most three deep, and nothing is printed as ""`, () => {
      const actions = actionsOf(name);
      assert.ok(actions.length > 100, `${actions.length} actions`);
      assert.deepEqual(
        actions.filter((action) => depthOf(action) > 3 || action.includes('printf ""')),
        [],
      );
    });
  }

  // A third of what there was when they were first counted: 109 in 2,545 lines.
  it("batch-job: at most 14 actions in 1,000 lines of templates take several lines", () => {
    const several = actionsOf("batch-job").filter((action) => action.includes("\n"));
    const lines = textsOf("batch-job").join("").split("\n").length;
    assert.ok(several.length <= (14 * lines) / 1000, `${several.length} actions: ${several.join("\n")}`);
  });
});
