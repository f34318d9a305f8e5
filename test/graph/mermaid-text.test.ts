import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { escapeMermaid, nameMermaid } from "../../generator/graph/mermaid-text.ts";

describe("escapeMermaid()", () => {
  const cases: readonly (readonly [title: string, text: string, expected: string])[] = [
    ["plain text", "10Gi, ReadWriteOnce: a-b/c.d", "10Gi, ReadWriteOnce: a-b/c.d"],
    ["quotes, and what starts a code", '"a" #35;', "#34;a#34; #35;35#59;"],
    ["HTML", "<b> & </b>", "#60;b#62; #38; #60;/b#62;"],
    ["Markdown", "**a** __b__ `c`", "#42;#42;a#42;#42; #95;#95;b#95;#95; #96;c#96;"],
    ["brackets, bars and comments", "{a} [b] |c| %% (d)", "#123;a#125; #91;b#93; #124;c#124; #37;#37; #40;d#41;"],
    ["lines and backslashes", "a\n\\n", "a#10;#92;n"],
    ["characters beyond ASCII as one code each", "é 😀", "#233; #128512;"],
    ["what old versions take for links", "WWW.a.b http://c", "WWW#8203;.a.b http:#8203;//c"],
  ];

  for (const [title, text, expected] of cases) {
    it(`escapeMermaid() escapes ${title}`, () => {
      assert.equal(escapeMermaid(text), expected);
    });
  }
});

describe("nameMermaid()", () => {
  it("nameMermaid() keeps the parts of a name apart", () => {
    assert.equal(nameMermaid("volume", "my-lake/raw-data"), "volume_my_lake__raw_data");
  });
});
