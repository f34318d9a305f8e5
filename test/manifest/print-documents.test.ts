import assert from "node:assert/strict";
import { collectList } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { defineCheck, entry, stringParam } from "../../generator/expression/define-function.ts";
import { forEachItem, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { given } from "../../generator/expression/reference.ts";
import { when } from "../../generator/expression/when.ts";
import { eq, not } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { topContext } from "../../generator/manifest/print/print-action.ts";
import { printGuard } from "../../generator/manifest/print/print-documents.ts";
import { partIn } from "../expression/read-part.ts";
import { v } from "../expression/sample-values.ts";
import { print } from "./print-part.ts";

const checkWord = defineCheck({
  name: "checkWord",
  comment: "",
  params: { word: stringParam },
  body: ({ word }) => guard(eq(word, "bad"), "no"),
});

describe("printDocuments()", () => {
  const object = (name: string): object => ({ kind: "A", name });

  it("printDocuments() prints one document without a separator, and several with one each", () => {
    assert.equal(print(object("a")), "kind: A\nname: a\n");
    assert.equal(print([object("a")]), "kind: A\nname: a\n");
    assert.equal(print([object("a"), object("b")]), "---\nkind: A\nname: a\n---\nkind: A\nname: b\n");
    assert.equal(print([]), "");
  });

  it("printDocuments() puts the separator inside a condition", () => {
    assert.equal(
      print([object("a"), when(v.off, object("b"))]),
      `---
kind: A
name: a
{{- if .Values.off }}
---
kind: A
name: b
{{- end }}
`,
    );
  });

  it("printDocuments() separates documents that are repeated, and those of nested lists", () => {
    assert.equal(
      print(forEachItem(v.args, (arg) => ({ kind: "A", name: arg }))),
      `{{- range $arg := .Values.args }}
---
kind: A
name: {{ $arg | quote }}
{{- end }}
`,
    );
    assert.equal(print([[object("a")], [object("b")]]), "---\nkind: A\nname: a\n---\nkind: A\nname: b\n");
  });

  it("printDocuments() prints guards before the documents, without a separator", () => {
    assert.equal(
      print([guard(not(v.on), text`on is needed by ${v.host}`), object("a")]),
      `{{- if not (ne .Values.on false) }}
  {{- printf "on is needed by %s" (.Values.host | default "localhost") | fail }}
{{- end }}
kind: A
name: a
`,
    );
  });

  it("printDocuments() repeats guards, puts conditions around them, and includes named templates of guards", () => {
    const guards = new Define<Documents>("t.guards", "documents", [guard(v.off, "no")], "");
    const single = new Define<Documents>("t.single", "documents", guard(v.off, "no"), "");
    assert.equal(
      print([
        include(guards),
        include(single),
        when(v.on, guard(v.off, "no")),
        forEachItem(v.args, (arg) => guard(eq(arg, "x"), "no x")),
        object("a"),
      ]),
      `{{- include "t.guards" . }}
{{- include "t.single" . }}
{{- if ne .Values.on false }}
{{- if .Values.off }}
  {{- fail "no" }}
{{- end }}
{{- end }}
{{- range $arg := .Values.args }}
{{- if eq $arg "x" }}
  {{- fail "no x" }}
{{- end }}
{{- end }}
kind: A
name: a
`,
    );
  });

  it("printDocuments() includes documents, and writes objects that are computed", () => {
    const documents = new Define<Documents>("t.docs", "documents", [object("a"), object("b")], "");
    assert.equal(
      print([include(documents), object("c")]),
      '{{- with include "t.docs" . | trim }}\n{{ . }}\n{{- end }}\n---\nkind: A\nname: c\n',
    );
    const single = new Define<Documents>("t.single", "documents", when(v.on, object("a")), "");
    assert.equal(
      print([include(single), object("c")]),
      '{{- with include "t.single" . | trim }}\n---\n{{ . }}\n{{- end }}\n---\nkind: A\nname: c\n',
    );
    assert.equal(print(given(v.claim)), '{{ include "t.yaml" .Values.claim }}\n');
  });

  it("printDocuments() applies checks before the documents, without a separator", () => {
    assert.equal(
      print([checkWord(v.name), when(v.off, checkWord("a")), object("a")]),
      `{{- include "t.checkWord" .Values.name }}
{{- if .Values.off }}
{{- include "t.checkWord" "a" }}
{{- end }}
kind: A
name: a
`,
    );
  });

  it("printDocuments() refuses what is no document, and parts that only functions have", () => {
    const refuses = (part: unknown, wanted: string, found: string): void =>
      assert.throws(() => print(part as Documents), {
        name: "PrintError",
        message: `Cannot print "": expected ${wanted}, got ${found}`,
      });
    refuses("text", "a map", "string");
    refuses(v.name, "a document", "an expression of type string");
    refuses(entry("a", "b"), "a map", "an entry");
    refuses(
      forEachRepeated(v.labels, { key: (_, label) => label }, () => guard(v.on, "no")),
      "a map",
      "a repeated part",
    );
    refuses(
      collectList("a", [], () => guard(v.on, "no")),
      "a map",
      "a variable",
    );
  });
});

describe("printGuard()", () => {
  const printOf = (...args: Parameters<typeof guard>): string =>
    printGuard(partIn(guard(...args)), topContext("t", new Set()));

  it("printGuard() fails with a constant as it is, and with what is computed through a pipe", () => {
    assert.equal(printOf(v.off, 'say "no"'), '{{- if .Values.off }}\n  {{- fail "say \\"no\\"" }}\n{{- end }}\n');
    assert.equal(
      printOf(not(v.on), text`got ${v.host}`),
      `{{- if not (ne .Values.on false) }}
  {{- printf "got %s" (.Values.host | default "localhost") | fail }}
{{- end }}
`,
    );
    assert.equal(printOf(v.off, given(v.note)), "{{- if .Values.off }}\n  {{- fail .Values.note }}\n{{- end }}\n");
  });
});
