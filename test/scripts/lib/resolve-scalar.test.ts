import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printKey, type ResolvedScalar, resolveScalar } from "../../../scripts/lib/resolve-scalar.ts";

// Every expectation here is what sigs.k8s.io/yaml 1.6.0 answers.

const typed: readonly (readonly [ResolvedScalar, string])[] = [
  [true, "y Y yes Yes YES true True TRUE on On ON"],
  [false, "n N no No NO false False FALSE off Off OFF"],
  [null, "~ null Null NULL"],
  [0n, "0 -0 +0 00 0x0 0b0 0o0 0_ 0__"],
  [1n, "1 +1 01 001 1_ 0b1 +0b1 0x1 0o1"],
  [-1n, "-1 -01 -0b1 -0x1 -0o1 -_1 0b-1"],
  [7n, "7 07 007 0o7 0O7 0x7 0b111 0_7"],
  [12n, "12 1_2 1__2 +12 014 0o14 0xC 0Xc 0b1100 0B1100 0x_C 0b1_1_00"],
  [493n, "0755 0o755 493"],
  [1_000_000n, "1000000 1_000_000"],
  [9_007_199_254_740_993n, "9007199254740993"],
  [9_223_372_036_854_775_807n, "9223372036854775807 0x7fffffffffffffff +9223372036854775807"],
  [-9_223_372_036_854_775_808n, "-9223372036854775808 -0x8000000000000000"],
  [18_446_744_073_709_551_615n, "18446744073709551615 0xFFFFFFFFFFFFFFFF"],
  [2 ** 64, "18446744073709551616"],
  [2 ** 63, "+9223372036854775808"],
  [8, "08 0_8 8. 8.0 8e0 0.8e1 +8.0"],
  [0.5, ".5 +.5 0.5 5e-1 5E-1 00.5 .5_0"],
  [1000, "1e3 1E3 1e+3 1.e3 1.0e3 1_0.0e2 1e3_"],
  [1000.5, "1_000.5"],
  [1.1, "1.10 1.1"],
  [0, "0.0 0e0 1e-400"],
  [Number.POSITIVE_INFINITY, ".inf .Inf .INF +.inf"],
  [Number.NEGATIVE_INFINITY, "-.inf -.Inf -.INF"],
];

const strings = `yEs tRUE oN nO fALSE oFf nULL nil none None yess trueish = < << 0o18 0b12 0xg 0x 0b 0o 018a 1.. 1.2.3 10.0.0.1 . .. ...
  - + -- ++ +-1 1e 1e+ e3 1e400 -1e400 ._1 .1_ _1 __ 0b2 00x1 0xX1 -0b-1 0b--1 0x1p-2 0x1.8p1 1f 1L 1n 100m 1Gi 50% nan NaN inf
  -inf Infinity .Nan .iNF 1:30 190:20:30 12:30:45 -1:30 60:60 2001-01-01 2001-1-1 2001-01-01T00:00:00Z
  2001-12-14t21:59:43.10-05:00 2001-13-01 2001-01 v1 1.0.0 1,000 1/2 a-b ::1 127.0.0.1:80 -0x8000000000000001
  ０１ ١ Ünï 中文 😀 a=b`;

describe("resolveScalar()", () => {
  for (const [value, texts] of typed) {
    it(`resolveScalar() reads ${texts} as ${typeof value} ${value}`, () => {
      for (const text of texts.split(" ")) assert.deepEqual(resolveScalar(text), value, text);
    });
  }

  it("resolveScalar() reads an empty scalar as null", () => {
    assert.equal(resolveScalar(""), null);
  });

  it("resolveScalar() reads .nan as not a number, in three spellings", () => {
    for (const text of [".nan", ".NaN", ".NAN"]) assert.deepEqual(resolveScalar(text), Number.NaN);
  });

  it("resolveScalar() keeps the sign of a negative zero that is a float", () => {
    assert.equal(Object.is(resolveScalar("-0.0"), -0), true);
  });

  it("resolveScalar() leaves everything else a string, times and sexagesimals among it", () => {
    for (const text of strings.split(/\s+/)) assert.equal(resolveScalar(text), text);
  });
});

describe("printKey()", () => {
  it("printKey() writes booleans, integers and strings as they are", () => {
    assert.deepEqual([true, false, 12n, -1n, "yes"].map(printKey), ["true", "false", "12", "-1", "yes"]);
  });

  it("printKey() writes floats with the digits of 32 bits, in Go's format", () => {
    const floats: readonly (readonly [number, string])[] = [
      [1.1, "1.1"],
      [100000, "100000"],
      [1000000, "1e+06"],
      [1234567, "1.234567e+06"],
      [0.0001, "0.0001"],
      [0.00001, "1e-05"],
      [0.30000000000000004, "0.3"],
      [1.23456789012, "1.2345679"],
      [16777217, "1.6777216e+07"],
      [1e22, "1e+22"],
      [1e-45, "1e-45"],
      [1e39, ".inf"],
      [-1e39, "-.inf"],
      [Number.NaN, ".nan"],
      [-0, "-0"],
    ];
    for (const [key, printed] of floats) assert.equal(printKey(key), printed);
  });

  it("printKey() has no text for null and for an integer above 63 bits", () => {
    assert.equal(printKey(null), undefined);
    assert.equal(printKey(9_223_372_036_854_775_808n), undefined);
  });
});
