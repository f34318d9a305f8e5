import assert from "node:assert/strict";
import { parse } from "yaml";
import { printScalar, quoteScalar } from "../../generator/yaml/print-scalar.ts";
import { nastyStrings } from "./nasty-strings.ts";

describe("printScalar()", () => {
  it("printScalar() leaves words, names and paths plain", () => {
    for (const plain of [
      "Job",
      "a",
      "apps/v1",
      "app.kubernetes.io/name",
      "/data/in",
      "./run.sh",
      "a b",
      "x:y",
      "10Gi",
      "1.2.3",
      "e1",
      "It_s",
    ]) {
      assert.equal(printScalar(plain), plain);
    }
  });

  it("printScalar() quotes what some reader takes for a boolean, null or a number", () => {
    for (const word of ["y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "NaN", "inf", ".inf", "~"]) {
      assert.equal(printScalar(word), `"${word}"`);
    }
    for (const number of [
      "0123",
      "1e6",
      "1_000",
      "0o17",
      "0x1F",
      "0b11",
      "12:30:45",
      "2001-01-01",
      "1.10",
      "-5",
      "+1",
      ".5",
    ]) {
      assert.equal(printScalar(number), `"${number}"`);
    }
  });

  it("printScalar() quotes what YAML takes for syntax", () => {
    for (const text of [
      "",
      " ",
      " a",
      "a ",
      "a: b",
      "a:",
      "a #b",
      "- a",
      "-",
      "?",
      "{a}",
      "[a]",
      "*a",
      "&a",
      "!a",
      "|",
      ">",
      "%a",
      "@a",
      "`a",
      "#a",
      "=",
      "<<",
      "---",
      "...",
    ]) {
      assert.equal(printScalar(text), `"${text}"`);
    }
  });

  it("printScalar() escapes quotes, backslashes and line breaks", () => {
    assert.equal(printScalar('say "hi"'), String.raw`"say \"hi\""`);
    assert.equal(printScalar("a\\b"), String.raw`"a\\b"`);
    assert.equal(printScalar("a\nb\r\n\tc"), String.raw`"a\nb\r\n\tc"`);
  });

  it("printScalar() escapes what does not print", () => {
    assert.equal(printScalar("\u0000\u001b"), String.raw`"\u0000\u001b"`);
    assert.equal(printScalar("\u007f\u0085\u00a0"), String.raw`"\u007f\u0085\u00a0"`);
    assert.equal(printScalar("\u200b\u2028\ufeff\uffff"), String.raw`"\u200b\u2028\ufeff\uffff"`);
    assert.equal(printScalar("\u{10ffff}"), String.raw`"\U0010ffff"`);
    assert.equal(printScalar("é 日 😀"), '"é 日 😀"');
  });

  it("printScalar() leaves no two braces that would start an action in a template", () => {
    assert.equal(printScalar("{{ .Values.a }}"), String.raw`"{\u007b .Values.a }}"`);
    assert.equal(printScalar("{{{{{"), String.raw`"{\u007b{\u007b{"`);
  });

  it("printScalar() prints numbers and booleans bare", () => {
    assert.deepEqual([0, -1, 0.5, 1e6, 1e21, true, false, null].map(printScalar), [
      "0",
      "-1",
      "0.5",
      "1000000",
      "1e+21",
      "true",
      "false",
      "null",
    ]);
  });

  it("printScalar() refuses a number that is none", () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => printScalar(number), {
        name: "TypeError",
        message: `Cannot print ${number} as YAML: expected a finite number`,
      });
    }
  });

  it("printScalar() refuses half a surrogate pair, which no file can hold", () => {
    assert.throws(() => printScalar("a\ud800b"), {
      name: "TypeError",
      message: String.raw`Cannot print "a\ud800b" as YAML: expected well-formed Unicode`,
    });
  });

  it("printScalar() writes every string on one line", () => {
    for (const string of nastyStrings) assert.doesNotMatch(printScalar(string), /[\n\r\u0085\u2028\u2029]/);
  });

  it("printScalar() is read back exactly by YAML 1.1 and 1.2, as a value and as a key", () => {
    for (const version of ["1.1", "1.2"] as const) {
      for (const string of nastyStrings) {
        const text = printScalar(string);
        assert.equal(parse(`${text}\n`, { version }), string, `${version}: ${text}`);
        // A map, because an object would treat __proto__ as another thing.
        const map: unknown = parse(`${text}: ${text}\n`, { version, mapAsMap: true });
        assert.deepEqual(map, new Map([[string, string]]), `${version}: ${text}`);
      }
    }
  });
});

describe("quoteScalar()", () => {
  it("quoteScalar() quotes also what needs no quotes", () => {
    assert.equal(quoteScalar("a"), '"a"');
  });
});
