import assert from "node:assert/strict";
import { Define, include } from "../../generator/expression/define.ts";
import { NODE, toNode } from "../../generator/expression/expression.ts";
import { isOptional, isSameNode } from "../../generator/expression/node.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { eq, nonEmpty } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { v } from "./sample-values.ts";

describe("isOptional()", () => {
  it("isOptional() is true of a reference that may be absent", () => {
    assert.equal(isOptional(v.tag[NODE]), true);
    assert.equal(isOptional(v.name[NODE]), false);
    assert.equal(isOptional(toNode("a")), false);
    assert.equal(isOptional(enabled(v.ports)[NODE]), false);
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
  ] as const;
  const different = [
    [v.job.size, v.job.limit],
    [v.job, v.job.size],
    [eq(v.kind, "Job"), eq(v.kind, "CronJob")],
    [text`a${v.name}`, text`b${v.name}`],
    [nonEmpty(v.name), v.name],
    [include(define), include(new Define<string>("t.a", "string", v.name, ""))],
    [include(define), include(define, v.job)],
  ] as const;

  it("isSameNode() is true of nodes that print the same text", () => {
    for (const [a, b] of same) assert.equal(isSameNode(a[NODE], b[NODE]), true);
    assert.equal(isSameNode(toNode("a"), toNode("a")), true);
  });

  it("isSameNode() is false of others", () => {
    for (const [a, b] of different) assert.equal(isSameNode(a[NODE], b[NODE]), false);
    assert.equal(isSameNode(toNode("1"), toNode(1)), false);
  });
});
