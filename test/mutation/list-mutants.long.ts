import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { library } from "../../generator/library/library.ts";
import { printPipeline } from "../../generator/mod.ts";
import { equivalents, findEquivalent } from "../../mutation/charts/equivalent.ts";
import { listMutants, mutateTemplate } from "../../mutation/charts/list-mutants.ts";
import { printStageForm } from "../../mutation/charts/stage-form.ts";

/** What the faults of a template make of its text, by title and line. */
function faultsOf(text: string): readonly (readonly [fault: string, text: string])[] {
  return mutateTemplate("templates/a.yaml", text).map((one) => [`${one.line} ${one.title}`, one.text]);
}

describe("mutateTemplate()", () => {
  it("mutateTemplate() drops quotes, and leaves what is quoted in an argument", () => {
    assert.deepEqual(faultsOf('a: 1\nname: {{ printf "%s | quote" .x | quote }}\n'), [
      ["2 quote dropped", 'a: 1\nname: {{ printf "%s | quote" .x }}\n'],
    ]);
  });

  it("mutateTemplate() breaks the place of a block", () => {
    assert.deepEqual(faultsOf('{{- include "t.a" . | nindent 2 }}'), [
      ["1 nindent without its line break", '{{- include "t.a" . | nindent 2 | trim }}'],
    ]);
    assert.deepEqual(faultsOf('{{- include "t.a" . | nindent 10 }}'), [
      ["1 nindent without its line break", '{{- include "t.a" . | nindent 10 | trim }}'],
      ["1 nindent too small", '{{- include "t.a" . | nindent 6 }}'],
    ]);
  });

  it("mutateTemplate() drops and negates conditions, with what stands in the other branches", () => {
    const text = "{{- if .a }}\nx\n{{- else if .b }}\ny\n{{- else }}\nz\n{{- end }}\n";
    assert.deepEqual(faultsOf(text), [
      ["1 if dropped", '{{- "" }}\nx\n{{- "" }}\n'],
      ["1 if negated", "{{- if not (.a) }}\nx\n{{- else if .b }}\ny\n{{- else }}\nz\n{{- end }}\n"],
      ["3 else if negated", "{{- if .a }}\nx\n{{- else if not (.b) }}\ny\n{{- else }}\nz\n{{- end }}\n"],
    ]);
    assert.deepEqual(faultsOf("{{- with .a }}x{{- end }}"), [["1 with never true", "{{- with false }}x{{- end }}"]]);
    assert.deepEqual(faultsOf('{{- define "t.a" -}}{{- range .a }}x{{- end }}{{- end }}'), []);
  });

  it("mutateTemplate() finds the end of each block", () => {
    const text = "{{- if .a }}{{- range .b }}{{- end }}\nx\n{{- end }}{{- /* {{- end }} */}}";
    assert.deepEqual(faultsOf(text)[0], [
      "1 if dropped",
      '{{- "" }}{{- range .b }}{{- end }}\nx\n{{- "" }}{{- /* {{- end }} */}}',
    ]);
  });

  it("mutateTemplate() drops defaults in all of their forms", () => {
    assert.deepEqual(faultsOf('{{ .a | default (list "b)") }}'), [["1 default dropped", "{{ .a }}"]]);
    assert.deepEqual(faultsOf('{{ f (.a | default "b c") .d }}'), [["1 default dropped", "{{ f (.a) .d }}"]]);
    assert.deepEqual(faultsOf('{{ kindIs "invalid" (.a).b | ternary 4 (.a).b | toJson }}'), [
      ["1 default dropped", "{{ (.a).b | toJson }}"],
    ]);
    assert.deepEqual(faultsOf("{{ ne (.a).b false }}"), [["1 default dropped", "{{ and (.a).b }}"]]);
  });

  it("mutateTemplate() drops guards", () => {
    assert.deepEqual(faultsOf('{{- fail\n    (printf "}}") }}\n'), [["1 fail dropped", '{{- "" }}\n']]);
    assert.deepEqual(faultsOf('{{ required (printf "%s" .a) .b }}'), [["1 required dropped", "{{ and .b }}"]]);
  });

  it("mutateTemplate() changes the labels of selectors, where they are made and where they are used", () => {
    const text =
      '{{- define "t.selectorLabels" -}}\na/name: {{ .n }}\n{{- end }}\n{{- include "t.selectorLabels" . }}\n';
    assert.deepEqual(faultsOf(text), [
      ["2 selector label deleted", text.replace("a/name: {{ .n }}", "")],
      ["2 selector label renamed", text.replace("a/name:", "a/name-other:")],
      ["4 all labels for those of the selector", text.replace('include "t.selectorLabels"', 'include "t.labels"')],
    ]);
  });

  it("mutateTemplate() drops what keeps a pod from having more rights", () => {
    const field =
      '  securityContext:\n    {{- include "t.defaults" (list .a (dict "runAsNonRoot" true "drop" (list "ALL"))) }}\n';
    assert.deepEqual(faultsOf(field), [
      ["2 runAsNonRoot dropped", field.replace('"runAsNonRoot" true', "")],
      ["2 drop dropped", field.replace('"drop" (list "ALL")', "")],
      ["1 securityContext deleted", ""],
    ]);
  });

  it("mutateTemplate() deletes each literal line that keeps a pod from having more rights, with what is below it", () => {
    const lines = {
      securityContext: "  securityContext:\n",
      runAsNonRoot: "    runAsNonRoot: true\n",
      capabilities: "    capabilities:\n",
      drop: "      drop:\n        - ALL\n",
      rest: "  automount: false\n",
    };
    const { securityContext, runAsNonRoot, capabilities, drop, rest } = lines;
    assert.deepEqual(faultsOf(securityContext + runAsNonRoot + capabilities + drop + rest), [
      ["1 securityContext deleted", rest],
      ["2 runAsNonRoot deleted", securityContext + capabilities + drop + rest],
      ["3 capabilities deleted", securityContext + runAsNonRoot + rest],
      ["4 drop deleted", securityContext + runAsNonRoot + capabilities + rest],
    ]);
  });
});

describe("findEquivalent()", () => {
  it("findEquivalent() knows each of its faults in some chart, and gives a reason", () => {
    const found = [...library.map((chart) => printStageForm(chart)), printPipeline(reference)].flatMap((files) =>
      listMutants(files).map((mutant) => findEquivalent(mutant, files.get(mutant.path) ?? "")),
    );
    for (const one of equivalents) assert.ok(found.includes(one) && one.reason !== "", one.reason);
    assert.ok(found.includes(undefined));
  });
});
