import assert from "node:assert/strict";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { yamlFunction } from "../../generator/functions/yaml.ts";
import { printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { nastyStrings } from "../yaml/nasty-strings.ts";
import { readWithHelms } from "../yaml/read-with-helms.ts";
import { renderWithHelms } from "./render-with-helm.ts";

// Each string alone decides how the whole is written, so each gets a map of its own: as a key, as a value, in a list.
const entries = Object.fromEntries(
  nastyStrings.map((string, i) => [`k${i}`, { a: { [string]: string }, b: [string] }]),
);
const template = `data:
{{- range $key, $value := .Values }}
  {{ $key }}:
    {{- include "t.yaml" $value | nindent 4 }}
{{- end }}
`;

describe("yamlFunction", () => {
  it("yamlFunction writes plain maps as people do, in real Helm", async () => {
    const text = printFunctionTemplate(yamlFunction, "t");
    const values = { map: { name: "a", args: ["b", 1], on: true, text: "a\nb" } };
    const chart = {
      "templates/_functions.tpl": text,
      "templates/a.yaml": `a:\n  {{- include "t.yaml" .Values.map | nindent 2 }}\n`,
    };
    for (const output of await renderWithHelms(chart, values)) {
      assert.match(
        output,
        /a:\n {2}args:\n {2}- b\n {2}- 1\n {2}name: a\n {2}"on": true\n {2}text: \|-\n {4}a\n {4}b\n/,
      );
    }
  });

  it("yamlFunction writes every string so that real Helm reads it back exactly", async () => {
    const chart = {
      "templates/_functions.tpl": printFunctionTemplate(yamlFunction, "t"),
      "templates/a.yaml": template,
    };
    const wanted = printGoJson({ data: entries });
    for (const output of await renderWithHelms(chart, entries)) {
      const text = output.slice(output.indexOf("data:"));
      for (const read of await readWithHelms(text)) assert.equal(read, wanted);
      assert.equal(printGoJson(readYaml(text)), wanted);
    }
  });
});
