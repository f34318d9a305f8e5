import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { Define } from "../../generator/expression/define.ts";
import { defineCheck, defineFunction, stringParam, treeOf } from "../../generator/expression/define-function.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { TemplateFunction } from "../../generator/expression/node.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { eq, nonEmpty, orElse, required } from "../../generator/functions/logic.ts";
import { merge } from "../../generator/functions/maps.ts";
import { text } from "../../generator/functions/strings.ts";
import { printComment, printDefine, printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { v } from "../expression/sample-values.ts";

describe("printDefine()", () => {
  it("printDefine() prints text, with conditions and variables", () => {
    const body = choose(
      nonEmpty(v.name),
      v.name,
      bind("host", v.host, (host) => choose(v.off, host, text`${host}-x`)),
    );
    assert.equal(
      printDefine(new Define("t.name", "string", body, "The name."), "t"),
      `{{- /*
The name.
*/}}
{{- define "t.name" -}}
{{- with .Values.name }}
{{- . }}
{{- else }}
{{- $host := .Values.host | default "localhost" }}
{{- if .Values.off }}
{{- $host }}
{{- else }}
{{- printf "%s-x" $host }}
{{- end }}
{{- end }}
{{- end }}
`,
    );
  });

  it("printDefine() prints text on a condition, which else is empty", () => {
    assert.equal(
      printDefine(new Define("t.name", "string", when(v.off, v.host), ""), "t"),
      `{{- define "t.name" -}}
{{- if .Values.off }}
{{- .Values.host | default "localhost" }}
{{- end }}
{{- end }}
`,
    );
  });

  it("printDefine() prints an object as a map at the start of the line", () => {
    assert.equal(
      printDefine(new Define("t.labels", "object", { name: v.name, tag: v.tag }, ""), "t"),
      `{{- define "t.labels" -}}
name: {{ .Values.name | default "" | quote }}
{{- with .Values.tag }}
tag: {{ . | quote }}
{{- end }}
{{- end }}
`,
    );
  });

  it("printDefine() writes an object or a list that is computed as YAML", () => {
    assert.equal(
      printDefine(new Define("t.labels", "object", merge<string>(v.labels, { a: "b" }), ""), "t"),
      `{{- define "t.labels" -}}
{{- include "t.yaml" (include "t.merge" (list .Values.labels (dict "a" "b")) | fromJson) }}
{{- end }}
`,
    );
  });

  it("printDefine() prints lists, and objects on a condition", () => {
    assert.equal(
      printDefine(new Define("t.args", "array", [v.host, forEachItem(v.args, (arg) => arg)], ""), "t"),
      `{{- define "t.args" -}}
- {{ .Values.host | default "localhost" | quote }}
{{- range $arg := .Values.args }}
- {{ $arg | quote }}
{{- end }}
{{- end }}
`,
    );
    assert.equal(
      printDefine(
        new Define(
          "t.part",
          "object",
          when(
            v.off,
            bind("note", orElse(v.note, ""), (note) => ({ note })),
          ),
          "",
        ),
        "t",
      ),
      `{{- define "t.part" -}}
{{- if .Values.off }}
{{- $note := kindIs "invalid" .Values.note | ternary "" .Values.note }}
note: {{ $note | quote }}
{{- end }}
{{- end }}
`,
    );
  });

  it("printDefine() prints documents", () => {
    assert.equal(
      printDefine(new Define("t.docs", "documents", when(v.off, { kind: "A" }), ""), "t"),
      `{{- define "t.docs" -}}
{{- if .Values.off }}
kind: A
{{- end }}
{{- end }}
`,
    );
  });

  it("printDefine() refuses a body that is not of its type, and names the template", () => {
    const refuses = (type: "string" | "object" | "documents", body: unknown, message: string): void => {
      assert.throws(() => printDefine(new Define("t.x", type, body, ""), "t"), { name: "PrintError", message });
    };
    refuses("string", { a: 1 }, 'Cannot print "t.x": expected an expression, got an object');
    refuses("string", "text", 'Cannot print "t.x": expected an expression, got string');
    refuses(
      "object",
      forEachItem(v.args, (arg) => arg),
      'Cannot print "t.x": expected a map, got a repeated part',
    );
    refuses("object", "text", 'Cannot print "t.x": expected a map, got string');
    refuses("documents", "text", 'Cannot print "t.x": expected a map, got string');
  });
});

describe("printFunctionTemplate()", () => {
  const fn: TemplateFunction = {
    name: "twice",
    go: ([first]) => first ?? { kind: "atom", text: "" },
    js: (value: string) => value + value,
    template: { comment: "A text twice.", body: (prefix) => `{{- include "${prefix}.once" . }}{{ . }}` },
  };

  it("printFunctionTemplate() prints the named template of a chart", () => {
    assert.equal(
      printFunctionTemplate(fn, "t"),
      `{{- /*
A text twice.
*/}}
{{- define "t.twice" -}}
{{- include "t.once" . }}{{ . }}
{{- end }}
`,
    );
  });

  it("printFunctionTemplate() refuses a function without one", () => {
    const { template: _, ...plain } = fn;
    assert.throws(() => printFunctionTemplate(plain, "t"), { message: "Cannot print twice: it has no named template" });
  });
});

describe("the prefix of messages", () => {
  const checkWord = defineCheck({
    name: "checkWord",
    comment: "Refuses a word.",
    params: { word: stringParam },
    body: ({ word }) => guard(eq(word, "bad"), text`expected no bad word, got ${word}`),
  });
  const checkAll = defineCheck({
    name: "checkAll",
    comment: "Refuses words.",
    params: { first: stringParam, second: stringParam },
    body: ({ first, second }) => [checkWord(first), checkWord(second), guard(eq(first, second), "expected two words")],
  });

  it("the prefix of messages is in the root of a chart that may be a stage", () => {
    const body = {
      name: required(v.note, "note is required"),
      env: forEach(v.labels, (name) => when(nonEmpty(v.off), checkAll(name, v.host))),
    };
    assert.equal(
      printDefine(new Define("t.object", "object", { name: body.name }, ""), "t", true),
      `{{- define "t.object" -}}
name: {{ required (cat .Prefix "note is required") .Values.note | quote }}
{{- end }}
`,
    );
    assert.equal(
      printDefine(new Define("t.checks", "documents", [body.env], "", { isCheck: true }), "t", true),
      `{{- define "t.checks" -}}
{{- range $labelName, $label := .Values.labels }}
  {{- if $.Values.off }}
    {{- include "t.checkAll" (list $.Prefix $labelName $.Values.host) }}
  {{- end }}
{{- end }}
{{- end }}
`,
    );
  });

  it("the prefix of messages is the first argument of functions that may refuse to render", () => {
    const functions = [checkWord("a"), checkAll("a", "b")].flatMap((call) => treeOf(call) ?? []);
    assert.equal(
      functions.map((fn) => printFunctionTemplate(fn, "t", true)).join(""),
      `{{- /*
Refuses a word.
*/}}
{{- define "t.checkWord" -}}
{{- $prefix := index . 0 }}
{{- $word := index . 1 }}
{{- if eq $word "bad" }}
  {{- printf "expected no bad word, got %s" $word | cat $prefix | fail }}
{{- end }}
{{- end }}
{{- /*
Refuses words.
*/}}
{{- define "t.checkAll" -}}
{{- $prefix := index . 0 }}
{{- $first := index . 1 }}
{{- $second := index . 2 }}
{{- include "t.checkWord" (list $prefix $first) }}
{{- include "t.checkWord" (list $prefix $second) }}
{{- if eq $first $second }}
  {{- cat $prefix "expected two words" | fail }}
{{- end }}
{{- end }}
`,
    );
  });

  it("the prefix of messages is no argument of functions that never refuse, and none where no stage is", () => {
    const shout = defineFunction({
      name: "shout",
      comment: "",
      params: { word: stringParam },
      result: "text",
      body: ({ word }) => [word, "!"],
    });
    const [plain, check] = [shout("a"), checkWord("a")].flatMap((call) => treeOf(call) ?? []);
    assert.ok(plain !== undefined && check !== undefined);
    assert.equal(printFunctionTemplate(plain, "t", true), printFunctionTemplate(plain, "t"));
    assert.match(printFunctionTemplate(check, "t"), /\$word := [.] }}[\s\S]*got %s" \$word \| fail }}/);
  });
});

describe("printComment()", () => {
  it("printComment() keeps the end of a comment out of it", () => {
    assert.equal(printComment("Runs at */5 * * * *."), "{{- /*\nRuns at * /5 * * * *.\n*/}}\n");
    assert.equal(printComment(""), "");
  });
});
