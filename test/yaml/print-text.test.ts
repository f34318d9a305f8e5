import assert from "node:assert/strict";
import { parse } from "yaml";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { printText } from "../../generator/yaml/print-text.ts";
import { printYaml } from "../../generator/yaml/print-yaml.ts";
import { readWithHelms } from "./read-with-helms.ts";

const readable = [
  "a\nb",
  "set -eu\n\nfor i in 1 2; do\n  echo $i\ndone\n",
  "#!/bin/sh\n# a: b\n--- no document\n- item",
  "a\n\n\n\nb",
  "%TAG\n@ `",
  "a\n    indented",
  "a\n",
  " a\nb",
  "    a\n\n  b\n",
  "\na\nb",
  "\n\n  a\n",
  "\ta\n\tb\n",
  "a\n\tb\tc",
  "a\n\u00e4 \u65e5 \u{1f600}",
  "a\n{{ ref('b') }}\n",
];
const unreadable = [
  "",
  "a",
  "a\nb ",
  "a\n ",
  "a\n   \nb",
  "a \nb",
  "a \n",
  "a\t\nb",
  "a\n\n",
  "\n",
  "\n\n",
  "a\r\nb",
  "a\n\u001bb",
  "a\n\u0085b",
  "a\n\u2028b",
];

describe("printText()", () => {
  it("printText() prints lines as a block at an indent, empty ones without it", () => {
    assert.equal(printText("a: 1\n\n  b", 4), "|-\n    a: 1\n\n      b");
    assert.equal(printText("a: 1\n\n  b\n", 4), "|\n    a: 1\n\n      b");
    assert.equal(printText("\n  a\nb\n", 4), "|2\n\n      a\n    b");
  });

  it("printText() leaves to quotes what is one line, has blanks or line breaks that nobody sees, or characters that do not print", () => {
    for (const text of unreadable) assert.equal(printText(text, 2), undefined, JSON.stringify(text));
    for (const text of readable) assert.notEqual(printText(text, 2), undefined, JSON.stringify(text));
  });

  it("printText() writes what Helm reads back, last in a file and before other keys", async () => {
    const value = Object.fromEntries(
      [...readable, ...unreadable].map((text, i) => [`key${i}`, { first: text, list: [text, [text]], last: text }]),
    );
    for (const end of readable) {
      const data = { value, end };
      for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(printYaml(data), { version }), data);
    }
    const data = { value, end: readable[1] };
    for (const read of await readWithHelms(printYaml(data))) assert.equal(read, printGoJson(data));
  });
});
