import assert from "node:assert/strict";
import { Define, include } from "../../generator/expression/define.ts";
import { defineFunction, stringParam } from "../../generator/expression/define-function.ts";
import { type Expression, NODE, type Operand, toNode } from "../../generator/expression/expression.ts";
import { command } from "../../generator/expression/go/go-syntax.ts";
import {
  type ExpressionNode,
  isOptional,
  isSameNode,
  operandsOf,
  type TemplateFunction,
} from "../../generator/expression/node.ts";
import { call } from "../../generator/functions/call.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { and, eq, nonEmpty, not, or, present } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { v } from "./sample-values.ts";

const join: TemplateFunction = {
  name: "join",
  go: (args) => command("cat", ...args),
  js: (...parts: string[]) => parts.join(" "),
};

const makeTwice = (): ((...args: readonly Operand<unknown>[]) => Expression<string>) =>
  defineFunction<string>({
    name: "twice",
    comment: "",
    params: { word: stringParam },
    result: "text",
    body: ({ word }) => [word, word],
  });
const twice = makeTwice();

describe("isOptional()", () => {
  it("isOptional() is true of a reference that may be absent", () => {
    assert.equal(isOptional(v.tag[NODE]), true);
    assert.equal(isOptional(v.name[NODE]), false);
    assert.equal(isOptional(toNode("a")), false);
    assert.equal(isOptional(enabled(v.ports)[NODE]), false);
    assert.equal(isOptional(call(join, [v.name], { type: "string", optional: true })[NODE]), true);
    assert.equal(isOptional(include(new Define<string>("t.a", "string", v.tag, ""))[NODE]), false);
  });
});

describe("operandsOf()", () => {
  const define = new Define<object>("t.a", "object", { a: 1 }, "");

  it("operandsOf() are the nodes directly inside a node", () => {
    const name = v.name[NODE];
    assert.deepEqual(operandsOf(name), []);
    assert.deepEqual(operandsOf(toNode("a")), []);
    for (const test of [nonEmpty(v.name), present(v.name), not(v.name)])
      assert.deepEqual(operandsOf(test[NODE]), [name]);
    for (const test of [and(v.on, v.off), or(v.on, v.off)]) {
      assert.deepEqual(operandsOf(test[NODE]), [v.on[NODE], v.off[NODE]]);
    }
    assert.deepEqual(operandsOf(toNode({ a: v.name, b: [v.name] })), [name, toNode([v.name])]);
    assert.deepEqual(operandsOf(toNode([v.name])), [name]);
    assert.deepEqual(operandsOf(eq(v.name, "a")[NODE]), [name, toNode("a")]);
    assert.deepEqual(operandsOf(twice(v.name)[NODE]), [name]);
    assert.deepEqual(operandsOf(include(define)[NODE]), []);
    assert.deepEqual(operandsOf(include(define, v.job)[NODE]), [v.job[NODE]]);
  });
});

describe("isSameNode()", () => {
  const define = new Define<string>("t.a", "string", v.name, "");
  const same = [
    [v.job.size, v.job.size],
    [nonEmpty(enabled(v.ports)), nonEmpty(enabled(v.ports))],
    [eq(v.kind, "Job"), eq(v.kind, "Job")],
    [include(define), include(define)],
    [text`a${v.name}`, text`a${v.name}`],
    [twice(v.name), twice(v.name)],
    [and(v.on, not(v.off)), and(v.on, not(v.off))],
  ] as const;
  const different = [
    [v.job.size, v.job.limit],
    [v.job, v.job.size],
    [eq(v.kind, "Job"), eq(v.kind, "CronJob")],
    [text`a${v.name}`, text`b${v.name}`],
    [nonEmpty(v.name), v.name],
    [include(define), include(new Define<string>("t.a", "string", v.name, ""))],
    [include(define), include(define, v.job)],
    [twice(v.name), twice(v.host)],
    [twice(v.name), makeTwice()(v.name)],
    [and(v.on, v.off), and(v.off, v.on)],
    [and(v.on, v.off), and(v.on, v.off, v.on)],
    [and(v.on, v.off), or(v.on, v.off)],
  ] as const;

  it("isSameNode() is true of nodes that print the same text", () => {
    for (const [a, b] of same) assert.equal(isSameNode(a[NODE], b[NODE]), true);
    assert.equal(isSameNode(toNode("a"), toNode("a")), true);
  });

  it("isSameNode() distinguishes each kind of node from the others", () => {
    const other = new Define<string>("t.b", "string", v.host, "");
    const make = (): readonly ExpressionNode[] =>
      [
        ...[v.name, v.host, v.job.size, v.job, include(define), include(other), eq(v.name, "a"), twice(v.name)],
        ...[nonEmpty(v.name), present(v.name), not(v.name), and(v.on, v.off), or(v.on, v.off)],
      ]
        .map((expression): ExpressionNode => expression[NODE])
        .concat([toNode("a"), toNode("b"), toNode(1), toNode(true)]);
    for (const [i, a] of make().entries()) {
      for (const [j, b] of make().entries()) assert.equal(isSameNode(a, b), i === j, `${i} and ${j}`);
    }
  });

  it("isSameNode() treats maps, lists and other scopes as different, even if they are made the same way", () => {
    for (const make of [() => toNode({ a: 1 }), () => toNode([1]), () => include(define, v.job)[NODE]]) {
      assert.equal(isSameNode(make(), make()), false);
      const one = make();
      assert.equal(isSameNode(one, one), true);
    }
  });

  it("isSameNode() compares all arguments, however many there are", () => {
    const joined = (...parts: Expression<string>[]): ExpressionNode => call(join, parts, { type: "string" })[NODE];
    assert.equal(isSameNode(joined(v.name, v.host), joined(v.name, v.host)), true);
    assert.equal(isSameNode(joined(v.name), joined(v.name, v.host)), false);
    assert.equal(isSameNode(joined(v.name, v.host), joined(v.name)), false);
    assert.equal(isSameNode(joined(v.name, v.host), joined(v.host, v.host)), false);
  });

  it("isSameNode() is false of others", () => {
    for (const [a, b] of different) assert.equal(isSameNode(a[NODE], b[NODE]), false);
    assert.equal(isSameNode(toNode("1"), toNode(1)), false);
  });
});
