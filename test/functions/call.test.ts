import assert from "node:assert/strict";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { command } from "../../generator/expression/go/go-syntax.ts";
import type { TemplateFunction } from "../../generator/expression/node.ts";
import { call } from "../../generator/functions/call.ts";
import { v } from "../expression/sample-values.ts";

const upper: TemplateFunction = {
  name: "upper",
  go: (args) => command("upper", ...args),
  js: (value: string) => value.toUpperCase(),
};

describe("call()", () => {
  it("call() makes an expression that is never absent of expressions and constants", () => {
    const expression = call<string>(upper, ["a"], { type: "string" });
    assert.ok(expression instanceof Expression);
    assert.deepEqual(expression[NODE], {
      op: "call",
      type: "string",
      function: upper,
      args: [{ op: "literal", type: "string", value: "a" }],
      optional: false,
    });
  });

  it("call() keeps where entries come from", () => {
    const source = v.ports[NODE];
    assert.equal(source.op, "path");
    const node = call(upper, [v.ports], {
      type: "object",
      optional: true,
      ...(source.op === "path" ? { source } : {}),
    })[NODE];
    assert.ok(node.op === "call" && node.optional);
    assert.equal(node.source, source);
  });
});
