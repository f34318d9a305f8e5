import assert from "node:assert/strict";
import { parse } from "yaml";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { printYaml, printYamlValue } from "../../generator/yaml/print-yaml.ts";
import { nastyMap, nastyStrings } from "./nasty-strings.ts";
import { readWithHelms } from "./read-with-helms.ts";

describe("printYaml()", () => {
  it("printYaml() prints maps and lists as blocks, keys in their order", () => {
    const value = {
      name: "etl",
      on: true,
      "a b": { z: 1, a: "1" },
      args: ["sh", "-c", 5],
      rules: [{ key: "a", values: ["x", "y"] }, { key: "b" }],
    };
    assert.equal(
      printYaml(value),
      `name: etl
"on": true
a b:
  z: 1
  a: "1"
args:
  - sh
  - "-c"
  - 5
rules:
  - key: a
    values:
      - x
      - "y"
  - key: b
`,
    );
  });

  it("printYaml() prints empty maps and lists in their short form", () => {
    assert.equal(
      printYaml({ a: {}, b: [], c: [{}, [], [[1], []]] }),
      `a: {}
b: []
c:
  - {}
  - []
  - - - 1
    - []
`,
    );
    assert.equal(printYaml({}), "{}\n");
    assert.equal(printYaml([]), "[]\n");
    assert.equal(printYaml("a"), "a\n");
  });

  it("printYaml() leaves out absent fields, also when none is left", () => {
    assert.equal(printYaml({ a: undefined, b: { c: undefined } }), "b: {}\n");
  });

  it("printYaml() starts at an indent", () => {
    assert.equal(printYaml({ a: { b: [1] } }, 4), "    a:\n      b:\n        - 1\n");
  });

  it("printYamlValue() follows a key", () => {
    assert.equal(`a:${printYamlValue("b", 2)}`, "a: b\n");
    assert.equal(`a:${printYamlValue({ b: 1 }, 2)}`, "a:\n  b: 1\n");
    assert.equal(`a:${printYamlValue([], 2)}`, "a: []\n");
  });

  it("printYaml() takes __proto__ for a key like any other", () => {
    assert.equal(printYaml(Object.fromEntries([["__proto__", "a"]])), '"__proto__": a\n');
  });

  it("printYaml() is read back exactly by YAML 1.1 and 1.2", () => {
    const text = printYaml({ list: nastyStrings });
    for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(text, { version }), { list: nastyStrings });
  });

  it("printYaml() is read back exactly by Helm, as keys and as values", async () => {
    const data = { list: nastyStrings, map: nastyMap, numbers: [0, -1, 0.1, 1e6, 123456789012, 1e21, 1.5e-7] };
    const wanted = printGoJson(data);
    for (const read of await readWithHelms(printYaml(data))) assert.equal(read, wanted);
  });
});
