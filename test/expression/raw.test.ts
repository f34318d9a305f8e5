import assert from "node:assert/strict";
import { NODE } from "../../generator/expression/expression.ts";
import { raw } from "../../generator/expression/raw.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { printValue } from "./print-expression.ts";

describe("raw()", () => {
  const reason = "no function of ours knows the cluster's version";
  const version = raw<string>({ type: "string", go: ".Capabilities.KubeVersion.Version", js: () => "v1.33.0", reason });
  const hash = raw<string>({ type: "string", go: 'now | date "2006"', js: () => "2026", reason });

  it("raw() prints its text as it is", () => {
    assert.equal(printValue(version), ".Capabilities.KubeVersion.Version");
    assert.equal(printValue(hash), 'now | date "2006"');
    assert.equal(version[NODE].type, "string");
  });

  it("raw() has parentheses as an argument unless it is one word", () => {
    assert.equal(
      printValue(orIfEmpty(version, hash)),
      '.Capabilities.KubeVersion.Version | default (now | date "2006")',
    );
  });
});
