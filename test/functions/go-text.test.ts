import assert from "node:assert/strict";
import { printGoString, printGoText } from "../../generator/functions/go/go-text.ts";
import { renderWithHelms } from "./render-with-helm.ts";

/** Values, and the text that an action prints of them. */
const texts: readonly (readonly [value: unknown, text: string])[] = [
  ["", ""],
  ['a"b', 'a"b'],
  [true, "true"],
  [0, "0"],
  [5, "5"],
  [-3, "-3"],
  [0.5, "0.5"],
  [123456.5, "123456.5"],
  [999999, "999999"],
  [1000000, "1e+06"],
  [-1234567, "-1.234567e+06"],
  [1234567.5, "1.2345675e+06"],
  [2147483647, "2.147483647e+09"],
  [2 ** 53, "9.007199254740992e+15"],
  [1e21, "1e+21"],
  [1.5e300, "1.5e+300"],
  [0.0001, "0.0001"],
  [0.00012345, "0.00012345"],
  [0.00001, "1e-05"],
  [5e-324, "5e-324"],
  [[], "[]"],
  [["a", null, 1, [true]], "[a <nil> 1 [true]]"],
  [{}, "map[]"],
  [{ b: 1, a: { c: null }, "": "" }, "map[: a:map[c:<nil>] b:1]"],
];

/** Values, and what `printf "%s"` prints of them. */
const strings: readonly (readonly [value: unknown, text: string])[] = [
  ["", ""],
  ["%s", "%s"],
  [true, "%!s(bool=true)"],
  [0, "%!s(float64=0)"],
  [1234567.5, "%!s(float64=1.2345675e+06)"],
  [["a", 1, []], "[a %!s(float64=1) []]"],
  [{ b: "x", a: { c: false } }, "map[a:map[c:%!s(bool=false)] b:x]"],
];

describe("printGoString()", () => {
  it("printGoString() prints what printf prints in real Helm", async () => {
    for (const [value, text] of strings) assert.equal(printGoString(value), text);
    assert.equal(printGoString(undefined), "%!s(<nil>)");
    const file = `{{- range $i, $value := .Values.all }}
c{{ $i }}: {{ printf "%s" $value | b64enc }}
{{- end }}
c: {{ printf "%s" .Values.none | b64enc }}
`;
    for (const printed of await renderWithHelms(
      { "templates/a.yaml": file },
      { all: strings.map(([value]) => value) },
    )) {
      const found = [...printed.matchAll(/^c\d*:(.*)$/gm)].map(([, text = ""]) =>
        Buffer.from(text.trim(), "base64").toString(),
      );
      assert.deepEqual(found, [...strings.map(([, text]) => text), "%!s(<nil>)"]);
    }
  });
});

describe("printGoText()", () => {
  it("printGoText() prints texts, numbers, lists and maps as Go does", () => {
    for (const [value, text] of texts) assert.equal(printGoText(value), text);
    assert.equal(printGoText(undefined), "<no value>");
    assert.equal(printGoText(null), "<no value>");
    assert.equal(printGoText(-0), "-0");
  });

  it("printGoText() prints what real Helm prints", async () => {
    const files = {
      "templates/_text.tpl": `{{- define "t.text" -}}{{ . }}{{- end }}\n`,
      "templates/a.yaml": `{{- range $i, $value := .Values.all }}\nc{{ $i }}: {{ include "t.text" $value | b64enc }}\n{{- end }}\nnothing: {{ include "t.text" .Values.none | b64enc }}\n`,
    };
    for (const printed of await renderWithHelms(files, { all: texts.map(([value]) => value) })) {
      const found = [...printed.matchAll(/^(c\d+|nothing):(.*)$/gm)].map(([, , text = ""]) =>
        Buffer.from(text.trim(), "base64").toString(),
      );
      assert.deepEqual(found, [...texts.map(([, text]) => text), "<no value>"]);
    }
  });
});
