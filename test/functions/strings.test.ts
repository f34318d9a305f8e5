import assert from "node:assert/strict";
import { NODE } from "../../generator/expression/expression.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import { given } from "../../generator/expression/reference.ts";
import {
  contains,
  fitName,
  replace,
  sha256,
  text,
  toJson,
  trimName,
  trunc,
} from "../../generator/functions/strings.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";
import { assertAgreement, type Case } from "./compare-with-helm.ts";

const tag = given(v.tag);

describe("text()", () => {
  it("text() makes a format of its constant parts", () => {
    assert.equal(printValue(text`${v.host}-${tag}`), 'printf "%s-%s" (.Values.host | default "localhost") .Values.tag');
    assert.equal(printValue(text`nothing`), 'printf "nothing"');
  });

  it("text() joins constants that are put in, and escapes percent signs and quotes", () => {
    const percent = "100%";
    assert.equal(printValue(text`${percent} of "${tag}" %s`), String.raw`printf "100%% of \"%s\" %%s" .Values.tag`);
  });

  it("text() keeps the pieces between its arguments, for text that needs no format", () => {
    const node = text`a ${tag} b ${"c"} d ${v.host}`[NODE];
    assert.deepEqual(node.op === "call" && node.function.pieces, ["a ", " b c d ", ""]);
  });
});

describe("string functions", () => {
  it("contains(), replace() and trunc() have their arguments in Helm's order", () => {
    assert.equal(printValue(contains(tag, "x")), 'contains "x" .Values.tag');
    assert.equal(printValue(replace(tag, "+", "_")), 'replace "+" "_" .Values.tag');
    assert.equal(printValue(trunc(sha256(tag), 8)), "trunc 8 (sha256sum .Values.tag)");
  });

  it("trunc() leaves out what Go leaves of a character that it cuts through", () => {
    assert.equal(printValue(trunc(tag, 8)), 'regexReplaceAll "\\\\x{fffd}+$" (trunc 8 .Values.tag) ""');
  });

  it("sha256() hashes text, and toJson() makes text of anything", () => {
    assert.equal(printValue(sha256(toJson(v.labels))), "sha256sum (toJson (.Values.labels | default dict))");
  });

  it("fitName() includes the named template of its chart", () => {
    assert.equal(printValue(fitName(tag, 52)), 'include "t.fitName" (list 52 .Values.tag)');
    assert.equal(printValue(fitName(tag, 52), { prefix: "other" }), 'include "other.fitName" (list 52 .Values.tag)');
  });
});

describe("trimName()", () => {
  it("trimName() leaves a name that fits", () => {
    assert.equal(trimName(10, "abcdefghij"), "abcdefghij");
    assert.equal(trimName(10, ""), "");
  });

  it("trimName() cuts a longer name, and ends it in a hash of the whole", () => {
    // The first eight digits of the SHA-256 of "abcdefghijklmnopqrstu".
    assert.equal(trimName(20, "abcdefghijklmnopqrstu"), "abcdefghijk-25f62a5a");
  });

  it("trimName() leaves no dash or dot before the hash", () => {
    const name = trimName(20, `abcdefgh.--${"x".repeat(20)}`);
    assert.match(name, /^abcdefgh-[0-9a-f]{8}$/);
  });

  it("trimName() gives names that differ only at their end different names", () => {
    assert.notEqual(trimName(20, `${"a".repeat(30)}b`), trimName(20, `${"a".repeat(30)}c`));
  });

  it("trimName() cuts all dashes and dots at both ends, which no name may have beside the hash", () => {
    assert.match(trimName(20, `-.-abcde-.-${"x".repeat(20)}`), /^abcde-[0-9a-f]{8}$/);
  });

  it("trimName() fails as Go does where the name has no length, and counts entries and items", async () => {
    assert.throws(() => trimName(10, undefined), new RenderError("len of nil pointer"));
    assert.throws(() => trimName(10, null), new RenderError("len of nil pointer"));
    assert.throws(() => trimName(10, true), new RenderError("len of type bool"));
    assert.throws(() => trimName(10, 12), new RenderError("len of type float64"));
    const items = Array.from({ length: 10 }, (_, i) => `${i}`);
    assert.throws(
      () => trimName(10, [...items, "10"]),
      new RenderError("wrong type for value; expected string; got []interface {}"),
    );
    const odd = [items, { a: "b" }, Object.fromEntries(items.map((one) => [`k${one}`, one])), []];
    await assertAgreement(
      odd.map((value): Case => ({ title: JSON.stringify(value), args: [value], build: (name) => fitName(name, 10) })),
    );
  });
});
