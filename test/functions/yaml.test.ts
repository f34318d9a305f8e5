import assert from "node:assert/strict";
import { before } from "mocha";
import { parse } from "yaml";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { yamlFunction } from "../../generator/functions/yaml.ts";
import { printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { nastyStrings } from "../yaml/nasty-strings.ts";
import { readWithHelms } from "../yaml/read-with-helms.ts";
import { renderWithHelms } from "./render-with-helm.ts";

// Each string alone decides how the whole is written, so each gets a map of its own: as a key, as a value, in lists.
const entries = Object.fromEntries(
  // The second time next to one that is quoted, and so in a map that is written entry by entry.
  nastyStrings.flatMap((string, i) =>
    [{}, { "<<": "=" }].map((more, k) => [
      `k${i}-${k}`,
      { a: { [string]: string, ...more }, b: [string, [string, { c: string }, more], { d: [string] }], c: string },
    ]),
  ),
);
const template = `data:
{{- range $key, $value := .Values }}
  {{ $key }}:
    {{- include "t.yaml" $value | nindent 4 }}
{{- end }}
`;
const functions = { "templates/_functions.tpl": printFunctionTemplate(yamlFunction, "t") };

/** What Helm prints for a value, below a key. */
async function print(value: unknown): Promise<string> {
  const chart = { ...functions, "templates/a.yaml": `a:\n  {{- include "t.yaml" .Values.value | nindent 2 }}\n` };
  const [first = "", ...others] = await renderWithHelms(chart, { value });
  for (const other of others) assert.equal(other, first);
  return first.slice(first.indexOf("a:\n") + "a:\n".length);
}

describe("yamlFunction", () => {
  it("yamlFunction writes plain maps as people do, in real Helm", async () => {
    assert.equal(
      await print({ name: "a", args: ["b", 1], on: true, text: "a\nb" }),
      `  args:
  - b
  - 1
  name: a
  "on": true
  text: |-
    a
    b
`,
    );
  });

  it("yamlFunction writes a text that ends in a line break as a block, not its whole map as a line of JSON", async () => {
    assert.equal(
      await print({
        "postgresql.conf": "shared_buffers = 1GB\n\n# <none>\nwork_mem = 4MB\n",
        args: ['set -e\necho "loading <orders>"\n'],
      }),
      `  args:
  - |
    set -e
    echo "loading <orders>"
  postgresql.conf: |
    shared_buffers = 1GB
${"  "}
    # <none>
    work_mem = 4MB
`,
    );
  });

  it("yamlFunction quotes only the texts that toYaml does not write exactly, and no other of their map", async () => {
    assert.equal(
      await print({
        "<<": { a: "<b>", ends: "a\nb\n\n", empty: {}, none: [], list: [] },
        list: ["a", [".3_", { x: 1, "a\nb": "=" }], { key: "\u0085", other: [1, "0x_"] }, {}],
        script: "tr -d '\\r'\n",
      }),
      String.raw`  "<<":
    a: <b>
    empty: {}
    ends: "a\nb\n\n"
    list: []
    none: []
  list:
  - a
  - - ".3_"
    - "a\nb": "="
      x: 1
  - key: "\u0085"
    other:
    - 1
    - "0x_"
  - {}
  script: |
    tr -d '\r'
`,
    );
  });

  it("yamlFunction writes a hook so that its last text keeps its line break, though Helm trims the manifest", async () => {
    const hook = { metadata: { annotations: { "helm.sh/hook": "test" }, name: "a" }, stringData: { "a.conf": "b\n" } };
    const chart = { ...functions, "templates/a.yaml": `{{ include "t.yaml" .Values }}\n` };
    for (const output of await renderWithHelms(chart, hook)) {
      const manifest = output.slice(output.indexOf("metadata:")).trim();
      assert.match(manifest, /\nstringData:\n {2}a\.conf: \|\n {4}b\n# Helm trims the end of a hook$/);
      for (const read of await readWithHelms(manifest)) assert.equal(read, printGoJson(hook));
    }
  });

  describe("of every difficult string", () => {
    const texts: string[] = [];
    const wanted = printGoJson({ data: entries });
    before(async () => {
      for (const output of await renderWithHelms({ ...functions, "templates/a.yaml": template }, entries)) {
        texts.push(output.slice(output.indexOf("data:")));
      }
    });

    it("yamlFunction writes every string so that real Helm reads it back exactly", async () => {
      for (const text of texts) {
        for (const read of await readWithHelms(text)) assert.equal(read, wanted);
        assert.equal(printGoJson(readYaml(text)), wanted);
      }
    });

    it("yamlFunction writes no text that a reader of YAML 1.1 or 1.2 takes for a number, a date or an operator", () => {
      for (const text of texts) {
        for (const version of ["1.1", "1.2"] as const) assert.equal(printGoJson(parse(text, { version })), wanted);
      }
    });
  });
});
