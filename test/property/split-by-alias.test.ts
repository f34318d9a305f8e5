import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { splitByAlias } from "./split-by-alias.ts";

const document = (path: string, text: string): string => `---\n# Source: many/charts/${path}\n${text}\n`;

describe("splitByAlias()", () => {
  it("splitByAlias() gives each chart its documents, in their order", () => {
    const a = document("a/templates/job.yaml", "kind: Job");
    const b = document("b/charts/c/templates/job.yaml", "text: |\n  ---\n  # no document");
    const more = document("a/templates/pod.yaml", "kind: Pod");
    assert.deepEqual(Object.fromEntries(splitByAlias(a + b + more)), { a: a + more, b });
    assert.deepEqual(Object.fromEntries(splitByAlias("")), {});
  });
});
