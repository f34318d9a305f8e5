import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { shorten, shortenPair } from "../../generator/diff/shorten.ts";

describe("shorten()", () => {
  it("shorten() leaves out the middle of a long text, by characters", () => {
    assert.equal(shorten("x".repeat(72)), "x".repeat(72));
    assert.equal(shorten(`${"a".repeat(60)}${"🦀".repeat(40)}`), `${"a".repeat(48)}...${"🦀".repeat(24)}`);
  });
});

describe("shortenPair()", () => {
  it("shortenPair() leaves texts whole when both are short", () => {
    assert.deepEqual(shortenPair("busybox:1.36", "busybox:1.37"), ["busybox:1.36", "busybox:1.37"]);
  });

  it("shortenPair() shows what differs with a little around it", () => {
    const [start, end] = ["s".repeat(100), "e".repeat(100)];
    const around = (middle: string): string => `...${"s".repeat(24)}${middle}${"e".repeat(24)}...`;
    assert.deepEqual(shortenPair(`${start}1${end}`, `${start}23${end}`), [around("1"), around("23")]);
    assert.deepEqual(shortenPair(`${start}${end}`, `${start}1${end}`), [around(""), around("1")]);
    assert.deepEqual(shortenPair(`1${end}`, `2${end}`), [`1${"e".repeat(24)}...`, `2${"e".repeat(24)}...`]);
  });

  it("shortenPair() never makes two texts equal, and keeps them short", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "🦀"), maxLength: 300 });
    fc.assert(
      fc.property(text, text, (from, to) => {
        fc.pre(from !== to);
        const [before, after] = shortenPair(from, to);
        assert.notEqual(before, after);
        assert(Math.max([...before].length, [...after].length) <= 72 + 3 + 2 * (24 + 3));
      }),
    );
  });
});
