import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { diffTrees } from "../../../cli/files/diff-trees.ts";

describe("diffTrees()", () => {
  it("diffTrees() says nothing of equal trees", () => {
    assert.equal(diffTrees(new Map([["a", "x\n"]]), new Map([["a", "x\n"]])), "");
  });

  it("diffTrees() shows changed, missing and further files in sorted order", () => {
    const expected = new Map([
      ["same.yaml", "x\n"],
      ["values.yaml", "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\n"],
      ["gone.yaml", "was: here\n"],
    ]);
    const actual = new Map([
      ["same.yaml", "x\n"],
      ["values.yaml", "a: 1\nb: 2\nc: 3\nd: 4\ne: five\nf: 6\ng: 7\nh: 8\n"],
      ["added.yaml", "is: new\n"],
    ]);
    assert.equal(
      diffTrees(expected, actual, { expected: "committed", actual: "generated" }),
      `--- /dev/null
+++ generated/added.yaml
@@ -0,0 +1,1 @@
+is: new
--- committed/gone.yaml
+++ /dev/null
@@ -1,1 +0,0 @@
-was: here
--- committed/values.yaml
+++ generated/values.yaml
@@ -2,7 +2,7 @@
 b: 2
 c: 3
 d: 4
-e: 5
+e: five
 f: 6
 g: 7
 h: 8
`,
    );
  });

  it("diffTrees() shows a missing line break at the end", () => {
    assert.equal(
      diffTrees(new Map([["a", "x\n"]]), new Map([["a", "x"]])),
      `--- expected/a
+++ actual/a
@@ -1,1 +1,1 @@
-x
+x
\\ No newline at end of file
`,
    );
  });

  it("diffTrees() shows an empty file that is missing", () => {
    assert.equal(diffTrees(new Map([["a", ""]]), new Map()), "--- expected/a\n+++ /dev/null\n");
  });

  it("diffTrees() gives up on two long texts that have nothing in common", () => {
    const write = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word} ${index}\n`).join("");
    assert.equal(
      diffTrees(new Map([["a", write("old")]]), new Map([["a", write("new")]])),
      "--- expected/a\n+++ actual/a\n@@ more than 1000 lines differ @@\n",
    );
  });
});
