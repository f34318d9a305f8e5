import assert from "node:assert/strict";
import { atom, command, stringConstant } from "../../generator/expression/go/go-syntax.ts";
import {
  actionLine,
  block,
  type Context,
  deeper,
  inlineAction,
  pad,
  topContext,
} from "../../generator/manifest/print/print-action.ts";

const context: Context = { ...topContext("t", new Set()), indent: 2 };
const long = command("list", stringConstant("x".repeat(60)), stringConstant("y".repeat(60)));

describe("actions", () => {
  it("actionLine() is trimmed to the left, at its indent", () => {
    assert.equal(actionLine("if", atom(".a"), context), "  {{- if .a }}\n");
    assert.equal(actionLine("end", undefined, context), "  {{- end }}\n");
    assert.equal(actionLine("", command("fail", atom('"a"')), context), '  {{- fail "a" }}\n');
    assert.equal(actionLine("$a :=", atom(".b"), context), "  {{- $a := .b }}\n");
  });

  it("actionLine() and inlineAction() continue long actions four spaces in", () => {
    const [x, y] = ["x".repeat(60), "y".repeat(60)];
    assert.equal(actionLine("with", long, context), `  {{- with list "${x}"\n      "${y}" }}\n`);
    assert.equal(inlineAction("  name: ", long, context), `  name: {{ list "${x}"\n      "${y}" }}\n`);
  });

  it("inlineAction() follows its prefix", () => {
    assert.equal(inlineAction("name: ", atom(".a"), context), "name: {{ .a }}\n");
  });

  it("block() puts lines between an action and its end", () => {
    assert.equal(block("if", atom(".a"), "  b: 1\n", context), "  {{- if .a }}\n  b: 1\n  {{- end }}\n");
  });

  it("topContext() is the first line of a template, where nothing is known", () => {
    assert.deepEqual(topContext("t", new Set()), {
      prefix: "t",
      root: ".",
      indent: 0,
      path: [],
      known: [],
      variables: new Set(),
    });
  });

  it("deeper() indents by two and leaves its context", () => {
    assert.equal(pad(deeper(context)), "    ");
    assert.equal(context.indent, 2);
  });
});
