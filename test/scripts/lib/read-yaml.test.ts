import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readYaml } from "../../../scripts/lib/read-yaml.ts";
import { YamlError } from "../../../scripts/lib/yaml-error.ts";

function assertRefused(text: string, line: number, message: string): void {
  assert.throws(
    () => readYaml(text),
    (error) => {
      assert(error instanceof YamlError);
      assert.deepEqual([error.line, error.message], [line, message]);
      return true;
    },
  );
}

describe("readYaml()", () => {
  it("readYaml() gives plain data for maps, lists and scalars", () => {
    const text = `
name: etl
replicas: 3
ratio: 0.5
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
      ratio: 0.5,
      true: true,
      empty: null,
      list: ["a", { b: 1, c: ["x", "z"] }],
      text: "two\nlines\n",
    });
  });

  it("readYaml() types plain scalars only", () => {
    const text = "plain: 0o17\ndouble: \"0o17\"\nsingle: '0o17'\nliteral: |-\n  0o17\nfolded: >-\n  0o17\n";
    const expected = { plain: 15, double: "0o17", single: "0o17", literal: "0o17", folded: "0o17" };
    assert.deepEqual(readYaml(text), expected);
  });

  it("readYaml() gives null for a text that holds nothing", () => {
    for (const text of ["", "\n", "# only a comment\n", "~", "null\n", "---\n"]) assert.equal(readYaml(text), null);
  });

  it("readYaml() writes keys that are no strings as Go does", () => {
    assert.deepEqual(readYaml("1: a\n0x10: b\n1.10: c\nno: d\n1e6: e\n"), {
      1: "a",
      16: "b",
      "1.1": "c",
      false: "d",
      "1e+06": "e",
    });
  });

  it("readYaml() keeps an integer exact that a number cannot hold", () => {
    assert.deepEqual(readYaml("a: 9007199254740993\nb: 9007199254740992\nc: 18446744073709551615\n"), {
      a: 9_007_199_254_740_993n,
      b: 9_007_199_254_740_992,
      c: 18_446_744_073_709_551_615n,
    });
  });

  it("readYaml() makes __proto__ a key like any other", () => {
    const value = readYaml("__proto__: {a: 1}\nconstructor: 2\n");
    assert.deepEqual(Object.keys(Object(value)), ["__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it("readYaml() refuses a key that is set twice", () => {
    assertRefused("a: 1\nb: 2\na: 3\n", 3, 'expected each key once, got "a" again');
    assertRefused("x:\n  yes: 1\n  on: 2\n", 3, 'expected each key once, got "true" again');
    assertRefused('1: a\n"1": b\n', 2, 'expected each key once, got "1" again');
  });

  it("readYaml() refuses a key that is null, a list or a map", () => {
    for (const text of ["~: 1\n", "[a]: 1\n", "{a: 1}: 1\n"]) {
      assertRefused(text, 1, "expected a string, a number or a boolean as key, got something else");
    }
  });

  it("readYaml() merges a plain << and takes a quoted one for a key", () => {
    const base = "base: &base {a: 1, b: 2}\n";
    assert.deepEqual(readYaml(`${base}more: {<<: *base, b: 3}\n`), { base: { a: 1, b: 2 }, more: { a: 1, b: 3 } });
    assert.deepEqual(readYaml(`${base}more: {"<<": *base}\n`), {
      base: { a: 1, b: 2 },
      more: { "<<": { a: 1, b: 2 } },
    });
    assert.deepEqual(readYaml(`${base}more: {b: 3, <<: *base}\n`), { base: { a: 1, b: 2 }, more: { b: 2, a: 1 } });
  });

  it("readYaml() lets the first of several merged maps decide", () => {
    const text = "a: &a {v: 1}\nb: &b {v: 2, w: 2}\nc:\n  <<: [*a, *b]\n";
    assert.deepEqual(readYaml(text), { a: { v: 1 }, b: { v: 2, w: 2 }, c: { v: 1, w: 2 } });
  });

  it("readYaml() refuses to merge what is no map", () => {
    assertRefused("a: {<<: 1}\n", 1, "expected a map or a list of maps to merge, got something else");
  });

  it("readYaml() copies aliases and refuses those without an anchor and those inside themselves", () => {
    assert.deepEqual(readYaml("a: &x [1]\nb: *x\n"), { a: [1], b: [1] });
    assertRefused("a: &x [*x]\n", 1, "expected data, got an anchor inside itself");
    assert.throws(() => readYaml("a: *x\n"), YamlError);
  });

  it("readYaml() obeys the tags that Go knows and drops others", () => {
    const text = 'a: !!str 1\nb: !!int "3"\nc: !!float 3\nd: !!binary aGk=\ne: !own x\nf: !!str\n';
    assert.deepEqual(readYaml(text), { a: "1", b: 3, c: 3, d: "hi", e: "x", f: "" });
    assertRefused("a: !!int x\n", 1, 'expected a value of type !!int, got "x"');
    assertRefused("a: !!binary '!'\n", 1, 'expected base64, got "!"');
  });

  it("readYaml() refuses numbers that JSON does not have", () => {
    assertRefused("a: 1\nb: .inf\n", 2, "expected a finite number, got .inf");
    assertRefused("a: .nan\n", 1, "expected a finite number, got .nan");
  });

  it("readYaml() reads CR, CRLF and NEL as line breaks", () => {
    assert.deepEqual(readYaml("a: 1\r\nb: 2\rc: 3\u0085d: |\r\n  x\r\n  y\r\n"), { a: 1, b: 2, c: 3, d: "x\ny\n" });
    assert.deepEqual(readYaml('a: "x\u0085  y"\n'), { a: "x y" });
  });

  it("readYaml() keeps U+2028 in quotes, without the blanks around it, and refuses it elsewhere", () => {
    assert.deepEqual(readYaml("a: 'x \u2028  y'\nb: \"x\u2029y\"\n"), { a: "x\u2028y", b: "x\u2029y" });
    const message = "expected U+2028 as an escape in double quotes, got the raw character";
    assertRefused("a: 1\nb: x\u2028y\n", 2, message);
    assertRefused("a: 1 # x\u2028y\n", 1, message);
    assertRefused("a: |\n  x\u2028\n  y\n", 2, message);
  });

  it("readYaml() refuses raw control characters and takes their escapes", () => {
    assertRefused('a: "\u007f"\n', 1, "expected U+007F as an escape in double quotes, got the raw character");
    assertRefused("a: x\u0000\n", 1, "expected U+0000 as an escape in double quotes, got the raw character");
    assert.deepEqual(readYaml('a: "\\x7f\\0\\u0085\\u2028\\ufeff"\n'), { a: "\u007f\u0000\u0085\u2028\ufeff" });
  });

  it("readYaml() drops a byte order mark at the start, keeps one in a text and refuses one that begins a line", () => {
    assert.deepEqual(readYaml("\ufeffa: x\ufeffy\n"), { a: "x\ufeffy" });
    assertRefused("a: 1\n\ufeffb: 2\n", 2, "expected U+FEFF as an escape in double quotes, got the raw character");
  });

  it("readYaml() refuses escapes that Go refuses", () => {
    assertRefused('a: "\\ud83d\\ude00"\n', 1, 'expected an escape that Go reads alike, got "\\\\ud83d"');
    assertRefused('a: "x\\/y"\n', 1, 'expected an escape that Go reads alike, got "\\\\/"');
    assert.deepEqual(readYaml('a: "\\U0001F600 \\\\ud83d"\n'), { a: "😀 \\ud83d" });
  });

  it("readYaml() refuses a tab where a block of text is indented", () => {
    const message = "expected spaces as indentation of a block of text, got a tab";
    assertRefused("a: |\n  \tx\n", 1, message);
    assertRefused("a: |\n \t\n  x\n", 1, message);
    assert.deepEqual(readYaml("a: |\n  x\n  \ty\nb: |2\n  \tx\n"), { a: "x\n\ty\n", b: "\tx\n" });
  });

  it("readYaml() adds no line break to a block of text that ends without one", () => {
    assert.deepEqual(readYaml("a: |\n  x"), { a: "x" });
    assert.deepEqual(readYaml("a: |\n  x\n"), { a: "x\n" });
  });

  it("readYaml() refuses bare text in [] and {} that Go cuts elsewhere", () => {
    for (const text of ["a: [b:]\n", "a: [:b]\n", "a: {b: c?}\n", "a: {?b: c}\n", "a: [!b]\n"]) {
      assert.throws(() => readYaml(text), /expected quotes around a text in \[\] or \{\} that holds "[?:!]"/);
    }
    assert.deepEqual(readYaml("a: [b:c, \"d:\", 'e?', http://f:80/]\n"), { a: ["b:c", "d:", "e?", "http://f:80/"] });
  });

  it("readYaml() refuses a second document", () => {
    const message = "expected one document, got a second one, which Helm does not read";
    assertRefused("a: 1\n---\nb: 2\n", 2, message);
    assertRefused("a: 1\n...\nb: 2\n", 3, message);
  });

  it("readYaml() refuses directives but %YAML 1.1", () => {
    assert.deepEqual(readYaml("%YAML 1.1\n---\na: yes\n"), { a: true });
    assertRefused("%YAML 1.2\n---\na: yes\n", 1, "expected YAML 1.1, got 1.2");
    assert.throws(() => readYaml("%x: 1\n"), YamlError);
  });

  it("readYaml() names the line of a text that is no YAML", () => {
    assert.throws(() => readYaml("a: 1\nb: [\n"), { name: "YamlError", code: "yaml", line: 3 });
  });
});
