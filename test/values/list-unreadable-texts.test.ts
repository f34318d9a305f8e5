import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { listUnreadableTexts } from "../../generator/values/list-unreadable-texts.ts";
import { tryWithHelms } from "../functions/render-with-helm.ts";
import { bothHelms } from "../helm-versions.ts";
import { nastyStrings } from "../yaml/nasty-strings.ts";

const chart = { "values.schema.json": "{}", "templates/answer.yaml": "json: {{ toJson .Values | b64enc }}\n" };

describe("listUnreadableTexts()", () => {
  it("listUnreadableTexts() names keys and values, what cannot be read escaped", () => {
    const values = { a: [{ b: "\u007f\n" }, "\u0085"], "\uffff": "a", n: null };
    assert.deepEqual(listUnreadableTexts(values), [
      { path: ["a", "0", "b"], text: '"\\u007f\\n"' },
      { path: ["\uffff"], text: '"\\uffff"' },
    ]);
  });

  it("listUnreadableTexts() is right that real Helm can read all others", async () => {
    const readable = nastyStrings.filter((text) => listUnreadableTexts(text).length === 0);
    const wanted = JSON.parse(JSON.stringify({ readable }));
    for (const rendered of await tryWithHelms(chart, { readable })) {
      const [, answer = ""] = /^json: (\S*)$/m.exec(String(rendered)) ?? [];
      assert.deepEqual(JSON.parse(Buffer.from(answer, "base64").toString()), wanted);
    }
  });

  it("listUnreadableTexts() is right that a real Helm 3.17.3 can read none of them", async () => {
    for (const text of ["\u007f", "a\u0080b", "\u0084", "\u0086", "\u009f", "\ufffe", "\uffff"]) {
      assert.equal(listUnreadableTexts({ text }).length, 1);
      const [byOld, byNew] = await tryWithHelms(chart, { text }, bothHelms);
      assert.equal(typeof byNew, "string");
      assert.match(String(byOld), /control characters are not allowed/);
    }
  });
});
