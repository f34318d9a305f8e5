import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";

/** The actions of a chart's templates, without comments. */
function actionsOf(chart: string): readonly string[] {
  return globSync(`charts/${chart}/templates/**/*.{yaml,tpl,txt}`).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\{\{(?!-? *\/\*)-?([\s\S]*?)-?\}\}/g)].map(([, action = ""]) => action),
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

  it("batch-job: few actions take several lines", () => {
    const several = actionsOf("batch-job").filter((action) => action.includes("\n"));
    assert.ok(several.length <= 36, `${several.length} actions: ${several.join("\n")}`);
  });
});
