import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Difference } from "../../generator/diff/compare-trees.ts";
import { printDifference } from "../../generator/diff/print-difference.ts";

function print(difference: Difference): readonly string[] {
  return printDifference(difference, (_, text) => text);
}

describe("printDifference()", () => {
  it("printDifference() prints what is short on one line, texts in quotes", () => {
    assert.deepEqual(print({ path: "a.b", from: 2, to: "2" }), ['~ a.b: 2 -> "2"']);
    assert.deepEqual(print({ path: "a", to: null }), ["+ a: null"]);
    assert.deepEqual(print({ path: "a", from: false }), ["- a: false"]);
    assert.deepEqual(print({ path: "a", from: [], to: ["sh", "-c"] }), ['~ a: [] -> [ "sh", "-c" ]']);
    assert.deepEqual(print({ path: "a", to: { name: "A", value: "1" } }), ['+ a: { "name": "A", "value": "1" }']);
  });

  it("printDifference() prints both sides below one another where a line would be wide", () => {
    const [from, to] = [`${"a".repeat(60)}1`, `${"a".repeat(60)}2`];
    assert.deepEqual(print({ path: "a", from, to }), ["~ a:", `    - "${from}"`, `    + "${to}"`]);
  });

  it("printDifference() shortens a long text around what differs", () => {
    const text = (middle: string): string => `${"s".repeat(90)}${middle}${"e".repeat(90)}`;
    const shown = (middle: string): string => `"...${"s".repeat(24)}${middle}${"e".repeat(24)}..."`;
    assert.deepEqual(print({ path: "a", from: text("1"), to: text("2") }), [
      "~ a:",
      `    - ${shown("1")}`,
      `    + ${shown("2")}`,
    ]);
    assert.deepEqual(print({ path: "a", to: "x".repeat(100) }), [`+ a: "${"x".repeat(48)}...${"x".repeat(24)}"`]);
  });

  it("printDifference() prints texts of several lines as a diff of lines", () => {
    const script = (last: string): string => `set -eu\n${"step\n".repeat(4)}${last}\n`;
    assert.deepEqual(print({ path: "a", from: script("date"), to: script("pwd") }), [
      "~ a:",
      "      step",
      "      step",
      "    - date",
      "    + pwd",
    ]);
    assert.deepEqual(print({ path: "a", to: "one\ntwo" }), ["+ a:", "    + |-", "    + one", "    + two"]);
  });

  it("printDifference() distinguishes a text that ends in a line break from one that does not", () => {
    assert.deepEqual(print({ path: "a", from: "one\ntwo", to: "one\ntwo\n" }), [
      "~ a:",
      "    - |-",
      "    + |",
      "      one",
      "      two",
    ]);
  });

  it("printDifference() prints long lists and maps as a diff of their lines in YAML", () => {
    const list = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `item number ${i + 1}`);
    assert.deepEqual(print({ path: "a", from: list(5), to: list(6) }), [
      "~ a:",
      "      - item number 4",
      "      - item number 5",
      "    + - item number 6",
    ]);
    const container = { name: "extract", image: "busybox:1.36", command: ["sh", "-c", "one\ntwo"] };
    assert.deepEqual(print({ path: "a", from: container }), [
      "- a:",
      "    - command:",
      "    -   - sh",
      "    -   - -c",
      "    -   - |-",
      "    -     one",
      "    -     two",
      "    - image: busybox:1.36",
      "    - name: extract",
    ]);
  });

  it("printDifference() separates places that are far apart, and gives up on too many", () => {
    const lines = (change: string): string =>
      Array.from({ length: 20 }, (_, i) => `${i % 10 === 5 ? change : ""}${i}\n`).join("");
    assert.deepEqual(print({ path: "a", from: lines("x"), to: lines("y") }), [
      "~ a:",
      "      3",
      "      4",
      "    - x5",
      "    + y5",
      "      6",
      "      7",
      "    ...",
      "      13",
      "      14",
      "    - x15",
      "    + y15",
      "      16",
      "      17",
    ]);
    const many = (change: string): string => `${change}\n`.repeat(1_001);
    assert.deepEqual(print({ path: "a", from: many("x"), to: many("y") }), ["~ a:", "    more than 1000 lines differ"]);
  });

  it("printDifference() passes the kind of each part to the painter", () => {
    const painted = printDifference({ path: "a", from: "1\n2\n", to: "1\n3\n" }, (role, text) => `<${role}|${text}>`);
    assert.deepEqual(painted, ["<~|~> a:", "    <quiet|  |>", "    <quiet|  1>", "    <-|- 2>", "    <+|+ 3>"]);
  });
});
