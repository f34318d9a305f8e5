import assert from "node:assert/strict";
import { type Lines, printLines } from "../../generator/chart/notes.ts";
import { bind } from "../../generator/expression/bind.ts";
import { release } from "../../generator/expression/built-in.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { nonEmpty, orElse } from "../../generator/functions/logic.ts";
import { fitName, text, toJson } from "../../generator/functions/strings.ts";
import { collect } from "../../generator/manifest/collect.ts";
import { printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { v } from "../expression/sample-values.ts";
import { renderWithHelms } from "../functions/render-with-helm.ts";

const print = (lines: Lines): string => printLines(toPart(lines), { prefix: "t", root: "." });

/** Asserts that Helm prints the lines as text. */
async function assertNotes(lines: Lines, values: object, text: string): Promise<void> {
  const functions = [...collect([toPart(lines)], "t").functions.values()]
    .map((fn) => printFunctionTemplate(fn, "t"))
    .join("");
  const notes = `${functions}{{- define "t.notes" -}}\n${print(lines)}{{- end }}\n`;
  const outputs = await renderWithHelms(
    { "templates/_notes.tpl": notes, "templates/a.yaml": 'a: {{ include "t.notes" . | b64enc }}\n' },
    values,
  );
  for (const output of outputs) {
    assert.equal(Buffer.from(/^a: (\S*)$/m.exec(output)?.[1] ?? "", "base64").toString(), text);
  }
}

describe("printLines()", () => {
  it("printLines() prints constant lines as they are", () => {
    assert.equal(
      print(["Watch it:", "  kubectl get jobs -o jsonpath='{.items}' # 100%", ""]),
      "Watch it:\n  kubectl get jobs -o jsonpath='{.items}' # 100%\n{{ \"\" }}\n",
    );
    assert.equal(print("one"), "one\n");
  });

  it("printLines() prints joined text as text with actions in it", () => {
    assert.equal(
      print(text`  kubectl get job ${fitName(v.name, 63)} --namespace ${release.namespace}.`),
      '  kubectl get job {{ include "t.fitName" (list 63 (.Values.name | default "")) }} --namespace {{ .Release.Namespace }}.\n',
    );
    assert.equal(print(v.host), '{{ .Values.host | default "localhost" }}\n');
    assert.equal(print(text`${text`a ${v.host}`} b`), 'a {{ .Values.host | default "localhost" }} b\n');
  });

  it("printLines() prints conditions, loops and variables on lines of their own", () => {
    const lines: Lines = [
      when(v.off, "off"),
      choose(nonEmpty(v.note), [text`Note: ${orElse(v.note, "")}`, "end"], "No note"),
      forEach(v.ports, (name, port) => text`  ${name}: ${toJson(port.number)} on ${v.host}`),
      forEachItem(v.args, (arg) => [arg]),
      bind("host", v.host, (host) => [text`at ${host}`]),
    ];
    assert.equal(
      print(lines),
      `{{- if .Values.off }}
off
{{- end }}
{{- if .Values.note }}
Note: {{ kindIs "invalid" .Values.note | ternary "" .Values.note }}
end
{{- else }}
No note
{{- end }}
{{- range $portName, $port := .Values.ports }}
  {{ $portName }}: {{ toJson $port.number }} on {{ $.Values.host | default "localhost" }}
{{- end }}
{{- range $arg := .Values.args }}
{{ $arg }}
{{- end }}
{{- $host := .Values.host | default "localhost" }}
at {{ $host }}
`,
    );
  });

  it("printLines() is what Helm prints, line by line", async () => {
    const lines: Lines = [
      "Title",
      "",
      forEach(v.ports, (name, port) => text`  ${name}: ${toJson(port.number)}`),
      when(v.off, ["", "off", ""]),
      choose(nonEmpty(v.note), text`Note: ${orElse(v.note, "")}`, ["No note", ""]),
      bind("host", v.host, (host) => ["", text`at ${host}`]),
      "",
      "",
      when(v.on, "on"),
      "end",
    ];
    const values = { ports: { a: { number: 1 }, b: { number: 2 } } };
    await assertNotes(
      lines,
      { ...values, off: true, note: "n" },
      "Title\n\n  a: 1\n  b: 2\n\noff\n\nNote: n\n\nat localhost\n\n\non\nend",
    );
    await assertNotes(lines, { ...values, on: false }, "Title\n\n  a: 1\n  b: 2\nNo note\n\n\nat localhost\n\n\nend");
  });

  it("printLines() lets no brace of a constant line start an action", async () => {
    const lines: Lines = [
      "{{ .Values.a }} {{- end }} {{{ }}",
      text`{${v.host}} {{${v.host}}} {{{${v.host}}}}`,
      text`${"{"}${text`{${v.host}{`}{`,
      "%s %d 100%",
      text`%s ${v.host} %%`,
    ];
    await assertNotes(
      lines,
      { host: "h" },
      "{{ .Values.a }} {{- end }} {{{ }}\n{h} {{h}} {{{h}}}\n{{h{{\n%s %d 100%\n%s h %%",
    );
  });

  it("printLines() prints values as they are", async () => {
    await assertNotes([text`<${v.host}>`], { host: "{{ fail `x` }}\n  <&>" }, "<{{ fail `x` }}\n  <&>>");
  });
});
