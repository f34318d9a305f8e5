import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { shortenDescription } from "../../../generator/values/kubernetes/shorten-description.ts";

describe("shortenDescription()", () => {
  it("shortenDescription() keeps the first sentence, on one line", () => {
    assert.equal(shortenDescription("Path of the field\nto select. It is\nread once."), "Path of the field to select.");
    assert.equal(shortenDescription("Added capabilities"), "Added capabilities");
  });

  it("shortenDescription() does not end at an abbreviation", () => {
    assert.equal(
      shortenDescription("Rules for pods (e.g. near each other, etc. as others). More."),
      "Rules for pods (e.g. near each other, etc. as others).",
    );
  });

  it("shortenDescription() takes a leading word along with the sentence after it", () => {
    assert.equal(
      shortenDescription("Deprecated. Not supported any more. Gone soon."),
      "Deprecated. Not supported any more.",
    );
  });

  it("shortenDescription() drops markup, links and lists of values", () => {
    assert.equal(
      shortenDescription("Kind of the `Pod`, see [names](https://example.com/names); More info: https://example.com"),
      "Kind of the Pod, see names",
    );
    assert.equal(shortenDescription("The scheme to use\n\nPossible enum values:\n - `HTTP`"), "The scheme to use");
  });

  it("shortenDescription() shortens a long sentence by its parentheses, then at a clause, then at a word", () => {
    assert.equal(
      shortenDescription("It counts all (really all) of the pods here.", 40),
      "It counts all of the pods here.",
    );
    const clause = "The scheduler prefers nodes that satisfy the expressions of this field";
    assert.equal(shortenDescription(`${clause}, but it may choose another one.`, 80), `${clause}.`);
    assert.equal(shortenDescription("one two three four five six seven", 22), "one two three four ...");
  });

  it("shortenDescription() joins lines and blanks, also at the ends", () => {
    assert.equal(shortenDescription("  A word,\n\n  and   another ;  "), "A word, and another");
    assert.equal(shortenDescription("A name. \n"), "A name.");
  });

  it("shortenDescription() keeps what is just as long as the limit", () => {
    const exact = "It counts all pods here.";
    assert.equal(shortenDescription(exact, exact.length), exact);
    assert.equal(shortenDescription("It counts all (really all) pods here.", exact.length), exact);
    assert.equal(shortenDescription(exact, exact.length - 1), "It counts all pods ...");
  });

  it("shortenDescription() takes the shortest sentence and clause that say enough", () => {
    const sentence = (letters: number): string => `${"s".repeat(letters)}.`;
    assert.equal(shortenDescription(`${sentence(20)} More.`), sentence(20));
    assert.equal(shortenDescription(`${sentence(19)} More.`), `${sentence(19)} More.`);
    const clause = "c".repeat(60);
    for (const mark of [";", ",", ":"]) {
      assert.equal(shortenDescription(`${clause}${mark} ${"d".repeat(40)} e`, 90), `${clause}.`);
    }
    assert.equal(shortenDescription(`${"c".repeat(59)}, ${"d".repeat(40)} e`, 90), `${"c".repeat(59)}, ...`);
  });
});
