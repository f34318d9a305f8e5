import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readHelmIgnore } from "../../../cli/chart-directory/read-helm-ignore.ts";

const paths = ["Chart.yaml", "README.md", "ci/a.yaml", "docs/ci", "docs/deep/a.md", "templates/.x", "templates/a.md"];

/** Each rule and what it leaves out of the paths above, the hidden template aside. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["", []],
  ["# README.md", []],
  ["  README.md  ", ["README.md"]],
  ["*.md", ["README.md", "docs/deep/a.md", "templates/a.md"]],
  ["/*.md", ["README.md"]],
  ["ci", ["ci/a.yaml", "docs/ci"]],
  ["ci/", ["ci/a.yaml"]],
  ["/docs", ["docs/ci", "docs/deep/a.md"]],
  ["docs/*", ["docs/ci", "docs/deep/a.md"]],
  ["docs/*.md", []],
  ["docs/d?ep", ["docs/deep/a.md"]],
  ["[RC]*", ["Chart.yaml", "README.md"]],
  ["[^A-Zt]*", ["ci/a.yaml", "docs/ci", "docs/deep/a.md", "templates/a.md"]],
  ["README\\.md", ["README.md"]],
  ["a.m+", []],
];

describe("readHelmIgnore()", () => {
  for (const [rule, ignored] of cases) {
    it(`readHelmIgnore() reads the rule ${JSON.stringify(rule)}`, () => {
      const isIgnored = readHelmIgnore(`${rule}\n`);
      assert.deepEqual(paths.filter(isIgnored), [...ignored, "templates/.x"].sort());
    });
  }

  it("readHelmIgnore() takes a negated rule as Helm does: it leaves out all that does not match", () => {
    assert.deepEqual(["a.md", "b.yaml"].filter(readHelmIgnore("!*.md\n")), ["b.yaml"]);
  });

  it("readHelmIgnore() refuses two stars, as Helm does", () => {
    assert.throws(() => readHelmIgnore("a/**/b\n"), {
      message: 'Cannot read .helmignore: Helm knows no "**", got the rule "a/**/b"',
    });
  });
});
