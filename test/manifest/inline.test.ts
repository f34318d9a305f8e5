import assert from "node:assert/strict";
import { when } from "../../generator/expression/when.ts";
import { inline } from "../../generator/manifest/inline.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { v } from "../expression/sample-values.ts";
import { print } from "./print-part.ts";

describe("inline()", () => {
  it("inline() prints a map or a list on one line, with scalar expressions in it", () => {
    assert.equal(
      print({
        verbs: inline(["get", "-c", 1, true]),
        roleRef: inline({ kind: "Role", name: v.name, none: inline([]) }),
        rules: [inline({ apiGroups: ["batch"], names: [v.name] })],
      } as Documents),
      `verbs: [get, "-c", 1, true]
roleRef: { kind: Role, name: {{ .Values.name | default "" | quote }}, none: [] }
rules:
  - { apiGroups: [batch], names: [{{ .Values.name | default "" | quote }}] }
`,
    );
  });

  it("inline() refuses what may be absent, or takes lines", () => {
    const expected = "expected a scalar that is always there, or a map or list of such";
    assert.throws(() => print({ a: inline({ b: when(v.off, 1) }) } as Documents), new RegExp(expected));
    assert.throws(() => print({ a: inline([v.labels]) } as Documents), new RegExp(expected));
    assert.throws(() => inline(v.labels), { message: "Cannot print on one line: expected a map or a list" });
  });
});
