import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { element, printXml } from "../../../generator/graph/svg/xml.ts";

describe("printXml()", () => {
  it("printXml() indents elements, and rounds numbers", () => {
    const tree = element("g", { x: 1.25, y: -0.04 }, [element("path", {}), element("text", { id: "a" }, "b")]);
    assert.equal(printXml(tree), '<g x="1.3" y="0">\n  <path/>\n  <text id="a">b</text>\n</g>\n');
  });

  it("printXml() escapes marks, and replaces what XML has no place for", () => {
    const tree = element("text", { title: '"<&>' }, 'a"<&>\u0000\u001b\ud800b\ufffe😀');
    assert.equal(
      printXml(tree),
      '<text title="&quot;&lt;&amp;&gt;">a&quot;&lt;&amp;&gt;\ufffd\ufffd\ufffdb\ufffd😀</text>\n',
    );
  });
});
