import assert from "node:assert/strict";
import { Expression, isPlainObject, NODE, toNode, typeOf } from "../../generator/expression/expression.ts";
import { v } from "./sample-values.ts";

describe("Expression", () => {
  it("Expression refuses to become text, also through a reference", () => {
    const error = {
      name: "TypeError",
      message: "Cannot turn an expression into text: use the text tag to join strings",
    };
    assert.throws(() => `${new Expression(toNode("a")) as unknown as string}`, error);
    assert.throws(() => `${v.name as unknown as string}-x`, error);
    assert.throws(() => `${v.name as unknown as string}-x`, error);
  });
});

describe("toNode()", () => {
  it("toNode() makes literals of constants, with their JSON type", () => {
    assert.deepEqual(toNode("a"), { op: "literal", type: "string", value: "a" });
    assert.deepEqual(toNode(2), { op: "literal", type: "integer", value: 2 });
    assert.deepEqual(toNode(0.5), { op: "literal", type: "number", value: 0.5 });
    assert.deepEqual(toNode(true), { op: "literal", type: "boolean", value: true });
  });

  it("toNode() makes maps and lists of expressions and constants, and drops absent fields", () => {
    const a = { op: "literal", type: "string", value: "a" };
    assert.deepEqual(toNode({ x: "a", y: undefined, z: ["a"] }), {
      op: "dict",
      type: "object",
      entries: [
        ["x", a],
        ["z", { op: "list", type: "array", items: [a] }],
      ],
    });
    assert.deepEqual(toNode(v.name), v.name[NODE]);
  });

  it("toNode() refuses what is neither an expression nor a constant", () => {
    const message = (found: string): object => ({
      name: "TypeError",
      message: `Cannot use ${found} in an expression: expected an expression or a constant`,
    });
    assert.throws(() => toNode(null), message("null"));
    assert.throws(() => toNode(undefined), message("undefined"));
    assert.throws(() => toNode(new Map()), message("a Map"));
    assert.throws(() => toNode([1, new Date()]), message("a Date"));
    assert.throws(() => toNode({ a: null }), message("null"));
    assert.throws(() => toNode(Number.NaN), message("NaN"));
    assert.throws(() => toNode(Number.POSITIVE_INFINITY), message("Infinity"));
  });
});

describe("typeOf()", () => {
  it("typeOf() is the JSON type of what an operand yields", () => {
    const types = [v.name, v.retries, v.on, v.labels, v.args, v.env, "a", 1, 0.5, [], {}].map(typeOf);
    assert.deepEqual(types, [
      "string",
      "integer",
      "boolean",
      "object",
      "array",
      "object",
      "string",
      "integer",
      "number",
      "array",
      "object",
    ]);
  });
});

describe("isPlainObject()", () => {
  it("isPlainObject() distinguishes map literals from instances", () => {
    assert.equal(isPlainObject({}), true);
    assert.equal(isPlainObject(Object.create(null)), true);
    assert.equal(isPlainObject([]), false);
    assert.equal(isPlainObject(new Map()), false);
    assert.equal(isPlainObject(v.name), false);
    assert.equal(v.name[NODE].op, "path");
  });
});
