import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { markBlocks, nameBlock, untilRefused } from "../../mutation/charts/coverage.ts";

const template = `{{- define "a.b" -}}
  {{- if .x }} x {{ .y }}{{ else if .z -}} z {{- else }} w {{ end }}
{{- end }}
`;

describe("markBlocks()", () => {
  it("markBlocks() puts the name of each block behind the action that starts it, and trims as that does", () => {
    const names = [...markBlocks("a.tpl", template).matchAll(/\{\{ fail "(a\.tpl:\d+)" (-?)\}\}/g)];
    assert.deepEqual(
      names.map(([, name = "", trim]) => `${template.slice(0, Number(name.split(":")[1])).slice(-12)}|${trim}`),
      ["|", `ne "a.b" -}}|-`, "{{- if .x }}|", "se if .z -}}|-", " {{- else }}|"],
    );
  });

  it("markBlocks() changes nothing but the marks", () => {
    const marked = markBlocks("a.tpl", template);
    assert.equal(marked.replaceAll(/\{\{ fail "[^"]*" -?\}\}/g, ""), template);
  });
});

describe("nameBlock()", () => {
  it("nameBlock() finds the innermost block, and for a condition the block that its action is in", () => {
    const blockOf = (piece: string) => nameBlock("a.tpl", template, template.indexOf(piece));
    const inDefine = blockOf(".x }}");
    assert.equal(blockOf(".z"), inDefine);
    assert.equal(blockOf("end }}\n{{-"), inDefine);
    assert.equal(blockOf("define"), "a.tpl:0");
    assert.equal(new Set([".x }}", ".y", " z {{-", " w ", "define"].map(blockOf)).size, 5);
  });
});

describe("untilRefused()", () => {
  const run = new Set(["a.tpl:0", "a.tpl:12", "b: expected c", "a.tpl:40"]);
  const refusedWith = (refusal: string) => ({ cases: [{ alias: "a", values: {}, expected: { refusal } }] });

  it("untilRefused() leaves out the blocks that are not run once Helm has refused the values", () => {
    assert.deepEqual([...untilRefused(refusedWith("b: expected c"), run)], ["a.tpl:0", "a.tpl:12"]);
  });

  it("untilRefused() keeps all blocks where `fail` refuses nothing", () => {
    assert.deepEqual(untilRefused(refusedWith("c: wrong type"), run), run);
    assert.deepEqual(untilRefused({ cases: [{ alias: "a", values: {}, expected: { objects: [] } }] }, run), run);
  });
});
