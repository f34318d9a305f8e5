import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { Define } from "../../generator/expression/define.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import type { TemplateFunction } from "../../generator/expression/node.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { nonEmpty, orElse } from "../../generator/functions/logic.ts";
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

describe("printComment()", () => {
  it("printComment() keeps the end of a comment out of it", () => {
    assert.equal(printComment("Runs at */5 * * * *."), "{{- /*\nRuns at * /5 * * * *.\n*/}}\n");
    assert.equal(printComment(""), "");
  });
});
