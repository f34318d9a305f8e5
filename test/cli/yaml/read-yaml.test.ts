import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readYaml } from "../../../cli/yaml/read-yaml.ts";

// Every expectation here is what sigs.k8s.io/yaml 1.6.0 answers, unless it says that we refuse more.

const scalars: readonly (readonly [value: unknown, texts: string])[] = [
  [true, "y Y yes Yes YES true True TRUE on On ON"],
  [false, "n N no No NO false False FALSE off Off OFF"],
  [null, "~ null Null NULL"],
  [0, "0 -0 +0 00 0x0 0b0 0o0"],
  [7, "7 07 007 0o7 0x7 0b111 0_7"],
  [12, "12 1_2 +12 014 0o14 0xC 0b1100"],
  [493, "0755 0o755 493"],
  [-8, "-8 -010 -0o10 -0x8 -0b1000"],
  [1_000_000, "1000000 1_000_000 1e6 1e+6 1.0e6"],
  [9_007_199_254_740_993n, "9007199254740993"],
  [18_446_744_073_709_551_615n, "18446744073709551615"],
  [0.5, ".5 0.5 5e-1 5E-1"],
  [1.1, "1.10 1.1"],
];

const strings = `yEs tRUE oN nO nULL nil None = < 0o18 0b12 0xg 0o 1.2.3 10.0.0.1 . .. ... + ++ +- 1e e3 0b2 00x1 100m 1Gi 50% nan inf
  Infinity 1:30 190:20:30 12:30:45 -1:30 60:60 2001-01-01 2001-1-1 2001-01-01T00:00:00Z 2001-12-14t21:59:43.10-05:00 v1 1.0.0
  1,000 1/2 ::1 127.0.0.1:80 Ünï 中文 😀 a=b`;

describe("readYaml()", () => {
  it("readYaml() gives plain data for maps, lists and scalars", () => {
    const text = `
name: etl
replicas: 3
on: yes
empty:
list:
- a
- {b: 1, "c": [x, z]}
text: |
  two
  lines
`;
    assert.deepEqual(readYaml(text), {
      name: "etl",
      replicas: 3,
      true: true,
      empty: null,
      list: ["a", { b: 1, c: ["x", "z"] }],
      text: "two\nlines\n",
    });
  });

  for (const [value, texts] of scalars) {
    it(`readYaml() reads ${texts} as ${typeof value} ${value}`, () => {
      for (const text of texts.split(" ")) {
        const { plain, quoted } = Object(readYaml(`plain: ${text}\nquoted: "${text}"\n`));
        assert.deepEqual([plain === 0 ? 0 : plain, quoted], [value, text], text);
      }
    });
  }

  it("readYaml() leaves everything else a string, times and dates too", () => {
    for (const text of strings.split(/\s+/)) assert.deepEqual(readYaml(`a: ${text}\n`), { a: text });
  });

  it("readYaml() gives null for a text that holds nothing", () => {
    for (const text of ["", "\n", "# only a comment\n", "~", "null\n", "---\n"]) assert.equal(readYaml(text), null);
  });

  it("readYaml() makes __proto__ a key like any other", () => {
    const value = readYaml("__proto__: {a: 1}\nconstructor: 2\n");
    assert.deepEqual(Object.keys(Object(value)), ["__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it("readYaml() writes keys that are numbers or booleans as texts", () => {
    assert.deepEqual(readYaml("1: a\n0x10: b\n1.10: c\nno: d\n"), { 1: "a", 16: "b", "1.1": "c", false: "d" });
  });

  it("readYaml() merges a plain <<, and the first of several maps decides", () => {
    const maps = "a: &a {v: 1}\nb: &b {v: 2, w: 2}\n";
    assert.deepEqual(readYaml(`${maps}c: {<<: [*a, *b], x: 3}\n`), {
      a: { v: 1 },
      b: { v: 2, w: 2 },
      c: { v: 1, w: 2, x: 3 },
    });
  });

  it("readYaml() drops a byte order mark at the start", () => {
    assert.deepEqual(readYaml("\ufeffa: x\n"), { a: "x" });
  });

  const refused: readonly (readonly [what: string, text: string, line: number])[] = [
    ["a key that is set twice", "a: 1\nb: 2\na: 3\n", 3],
    ["a key that is set twice in two spellings", "x:\n  yes: 1\n  on: 2\n", 3],
    ["a second document", "a: 1\n---\nb: 2\n", 2],
    ["a text that is no YAML", "a: 1\nb: [\n", 3],
  ];
  for (const [what, text, line] of refused) {
    it(`readYaml() refuses ${what}, with its line`, () => {
      assert.throws(
        () => readYaml(text),
        (error) => Object(error).name === "YAMLParseError" && Object(error).linePos[0].line === line,
      );
    });
  }

  it("readYaml() refuses an alias without an anchor", () => {
    assert.throws(() => readYaml("a: *x\n"), { name: "ReferenceError", message: /Unresolved alias .*: x/ });
  });

  it("readYaml() refuses numbers that JSON does not have", () => {
    for (const text of [".inf", "-.inf", ".nan"]) {
      assert.throws(() => readYaml(`a: ${text}\n`), { name: "RangeError", message: /^expected a finite number, got / });
    }
  });
});
