import assert from "node:assert/strict";
import { isIP } from "node:net";
import { describe, it } from "mocha";
import { Check } from "typebox/schema";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { library } from "../../../generator/library/library.ts";
import { kubernetesDefinitions } from "../../../generator/values/kubernetes/definitions.ts";
import { forms, spelledForm, wordsOf } from "../../../generator/values/patterns/patterns.ts";

/** Every text of some letters, up to a length. */
function listTexts(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [""];
  const shorter = listTexts(letters, length - 1);
  return [
    ...shorter,
    ...shorter.filter((text) => text.length === length - 1).flatMap((text) => letters.map((one) => text + one)),
  ];
}

/** The patterns of a schema, at any depth: those of texts and those of keys. */
function listPatterns(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { pattern, patternProperties } = value as JsonSchema; // what is no schema has other keys
  return [
    ...(typeof pattern === "string" ? [pattern] : []),
    ...Object.keys(patternProperties ?? {}),
    ...Object.values(value).flatMap(listPatterns),
  ];
}

/** The texts that a pattern and a rule disagree on. */
function listDifferent(pattern: string, rule: (text: string) => boolean, texts: readonly string[]): readonly string[] {
  const expression = new RegExp(pattern, "u");
  return texts.filter((text) => expression.test(text) !== rule(text));
}

describe("forms", () => {
  it("forms have one name for each pattern, and words without a sign of a pattern", () => {
    const all = Object.values(forms);
    assert.equal(new Set(all.map(({ pattern }) => pattern)).size, all.length);
    assert.deepEqual(
      all.filter(({ wanted }) => /[\\^$]|\[[\w-]/.test(wanted.replaceAll("metadata.labels['app']", ""))),
      [],
    );
    assert.deepEqual(
      all.filter(({ wanted }) => wanted.length > 130),
      [],
    );
  });

  it("forms have words for every pattern of the library's schemas and of Kubernetes' own types", () => {
    const patterns = new Set([...library.map(({ schema }) => schema), kubernetesDefinitions].flatMap(listPatterns));
    // The keys that are too long, with words of their own.
    const unknown = [...patterns].filter(
      (pattern) => wordsOf(pattern) === undefined && !/^\^\.\{\d+,\}\$$/.test(pattern),
    );
    assert.deepEqual(unknown, []);
    const unused = Object.entries(forms).filter(([, { pattern }]) => !patterns.has(pattern));
    assert.deepEqual(
      unused.map(([name]) => name),
      [],
    );
  });

  it("forms.portName is letters, digits and single dashes inside, with a letter", () => {
    const isPortName = (text: string): boolean =>
      /[a-z]/.test(text) && /^[-a-z0-9]*$/.test(text) && !/^-|-$|--/.test(text);
    assert.deepEqual(listDifferent(forms.portName.pattern, isPortName, listTexts(["a", "z", "0", "-"], 7)), []);
    assert.deepEqual(listDifferent(forms.portName.pattern, isPortName, listTexts(["a", "9", "-", ".", "A"], 5)), []);
  });

  it("forms.label is at most 63 letters, digits and dashes, no dash at the ends", () => {
    const isLabel = (text: string): boolean => text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
    const long = [1, 2, 61, 62, 63, 64, 65, 100].flatMap((length) => ["a", "a-", "-"].map((one) => one.repeat(length)));
    const padded = long.flatMap((text) => [text, `${text}0`, `0${text}`, `0${text}0`]);
    assert.deepEqual(
      listDifferent(forms.label.pattern, isLabel, [...listTexts(["a", "0", "-", "."], 5), ...padded]),
      [],
    );
  });

  it("forms.subdomain is labels between dots", () => {
    const isSubdomain = (text: string): boolean =>
      text.split(".").every((part) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part));
    assert.deepEqual(listDifferent(forms.subdomain.pattern, isSubdomain, listTexts(["a", "0", "-", "."], 6)), []);
  });

  it("forms.relativePath and forms.hostPath refuse an element that is two dots", () => {
    const texts = listTexts(["a", ".", "/"], 7);
    const hasNoParent = (text: string): boolean => !text.split("/").includes("..");
    const isRelative = (text: string): boolean =>
      text !== "" && hasNoParent(text) && !text.startsWith("/") && !text.startsWith("..");
    assert.deepEqual(listDifferent(forms.hostPath.pattern, hasNoParent, texts), []);
    assert.deepEqual(listDifferent(forms.relativePath.pattern, isRelative, texts), []);
  });

  it("forms.cron has the names of months and days in any case, and no others", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const names = listTexts(letters, 3).filter((name) => name.length === 3);
    const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
    const days = "SUN MON TUE WED THU FRI SAT".split(" ");
    const isIn = (list: readonly string[]) => (line: string) => list.some((name) => line.toUpperCase().includes(name));
    const inAllCases = names.flatMap((name) => [
      name,
      name.toLowerCase(),
      `${name.charAt(0)}${name.slice(1).toLowerCase()}`,
    ]);
    const ofMonths = inAllCases.map((name) => `0 0 1 ${name} *`);
    const ofDays = inAllCases.map((name) => `0 0 * * ${name}-${name}`);
    assert.deepEqual(listDifferent(forms.cron.pattern, isIn(months), ofMonths), []);
    assert.deepEqual(listDifferent(forms.cron.pattern, isIn(days), ofDays), []);
  });

  it("forms.cron has the macros that Kubernetes reads, and numbers in their ranges", () => {
    const macros = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];
    const others = ["@midnightly", "@year", "@ly", "@reboot", "daily", "@daily ", "@Daily"];
    assert.deepEqual(
      listDifferent(forms.cron.pattern, (text) => macros.includes(text), [...macros, ...others]),
      [],
    );
    const numbers = Array.from({ length: 120 }, (_, i) => i);
    const ranges: readonly (readonly [line: string, least: number, most: number])[] = [
      ["N * * * *", 0, 59],
      ["* N * * *", 0, 23],
      ["* * N * *", 1, 31],
      ["* * * N *", 1, 12],
      ["* * * * N", 0, 6],
    ];
    for (const [line, least, most] of ranges) {
      const isInRange = (text: string): boolean => {
        const number = Number(text.replace(/[^0-9]/g, ""));
        return number >= least && number <= most;
      };
      const lines = numbers.map((number) => line.replace("N", String(number)));
      assert.deepEqual(listDifferent(forms.cron.pattern, isInRange, lines), [], line);
    }
  });

  it("forms.address and forms.addressRange have the addresses that Node reads, but for IPv6 with an IPv4 part", () => {
    const numbers = Array.from({ length: 1100 }, (_, i) => `${i}`);
    const v4 = [...numbers, "00", "01", "001", ""].flatMap((one) => [`${one}.0.0.1`, `1.2.3.${one}`]);
    const v6 = listTexts(["a", ":"], 13);
    const parts = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((before) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((after) => `${"a:".repeat(before)}${":b".repeat(after)}`),
    );
    const isAddress = (text: string): boolean => isIP(text) !== 0;
    assert.deepEqual(listDifferent(forms.address.pattern, isAddress, [...v4, ...v6, ...parts, "::", "::1", ":::"]), []);
    const isRange = (text: string): boolean => {
      const [address = "", length = ""] = text.split("/");
      return isAddress(address) && Number(length) <= (isIP(address) === 4 ? 32 : 128);
    };
    const ranges = numbers
      .slice(0, 300)
      .flatMap((length) => [`10.0.0.0/${length}`, `2001:db8::/${length}`, `x/${length}`]);
    assert.deepEqual(listDifferent(forms.addressRange.pattern, isRange, ranges), []);
  });

  it("spelledForm() accepts what its form accepts, and refuses the description that replaces the pattern", () => {
    const texts = [
      "",
      "x",
      "@daily",
      "0 3 * * *",
      '"',
      "10.0.0.1",
      "10.0.0.0/8",
      "metadata.name",
      "metadata.labels['app']",
    ];
    for (const form of [forms.cron, forms.address, forms.addressRange, forms.podField]) {
      const accepts = (text: string): boolean => Check(spelledForm(form), text);
      assert.deepEqual(listDifferent(form.pattern, accepts, [...texts, form.wanted]), []);
      assert.equal(accepts(form.wanted), false);
    }
  });

  it("wordsOf() knows no words for a pattern of somebody else", () => {
    assert.equal(wordsOf("^x$"), undefined);
    assert.equal(wordsOf(forms.tag.pattern), 'an image tag such as "1.2.3"');
  });
});
