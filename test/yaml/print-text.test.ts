import assert from "node:assert/strict";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { printText } from "../../generator/yaml/print-text.ts";
import { printYaml } from "../../generator/yaml/print-yaml.ts";
import { readWithHelms } from "./read-with-helms.ts";

const readable = [
  "a\nb",
  "set -eu\n\nfor i in 1 2; do\n  echo $i   \ndone",
  "#!/bin/sh\n# a: b\n--- no document\n- item",
  "a\n\n\n\nb",
  "%TAG\n@ `",
  "a\n   \nb",
  "a\n    indented",
];
const unreadable = [
  "",
  "a",
  "a\n",
  "a\nb\n",
  "a\nb ",
  "a\n ",
  " a\nb",
  "\na\nb",
  "\n",
  "a\tb\nc",
  "a\r\nb",
  "a\n\u00e4",
  "a\n{{ .Values.b }}",
  "a\n\u0085b",
];

describe("printText()", () => {
  it("printText() prints lines as a block at an indent, empty ones without it", () => {
    assert.equal(printText("a: 1\n\n  b", 4), "|-\n    a: 1\n\n      b");
  });

  it("printText() leaves to quotes what is one line, ends in a line break, or has more than plain characters", () => {
    for (const text of unreadable) assert.equal(printText(text, 2), undefined, JSON.stringify(text));
    for (const text of readable) assert.notEqual(printText(text, 2), undefined, JSON.stringify(text));
  });

  it("printText() writes what Helm reads back, last in a file and before other keys", async () => {
    const value = Object.fromEntries(
      [...readable, ...unreadable].map((text, i) => [`key${i}`, { first: text, list: [text, [text]], last: text }]),
    );
    const data = { value, end: readable[1] };
    for (const read of await readWithHelms(printYaml(data))) assert.equal(read, printGoJson(data));
  });
});
