import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { NODE, toNode } from "../../generator/expression/expression.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { nonEmpty } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { expressionsOf, operandsOf, partsOf, usesNode } from "../../generator/manifest/walk.ts";
import { v } from "../expression/sample-values.ts";

const define = new Define<object>("t.a", "object", { a: 1 }, "");

describe("partsOf()", () => {
  it("partsOf() are fields, items, branches and bodies", () => {
    assert.deepEqual(partsOf({ a: 1, b: "c" }), [1, "c"]);
    assert.deepEqual(partsOf([1, [2]]), [1, [2]]);
    assert.deepEqual(partsOf(when(v.on, 1)), [1]);
    assert.deepEqual(partsOf(choose(v.on, 1, 2)), [1, 2]);
    assert.deepEqual(partsOf(bind("a", v.name, () => 1)), [1]);
    assert.deepEqual(partsOf(forEachItem(v.args, () => 1)), [1]);
    assert.deepEqual(partsOf(define), [{ a: 1 }]);
    assert.deepEqual(partsOf(Object.values(spread("s", when(v.on, { a: 1 })))[0]).length, 1);
  });

  it("partsOf() are none of expressions, guards and constants", () => {
    for (const part of [v.name, guard(v.on, "a"), "a", 1, null, undefined]) assert.deepEqual(partsOf(part), []);
  });
});

describe("expressionsOf()", () => {
  it("expressionsOf() are a part's own, its test, what it walks or computes", () => {
    const node = v.name[NODE];
    assert.deepEqual(expressionsOf(v.name), [node]);
    assert.deepEqual(expressionsOf(when(v.name, 1)), [node]);
    assert.deepEqual(expressionsOf(choose(v.name, 1, 2)), [node]);
    assert.deepEqual(expressionsOf(guard(v.name, "a")), [node, toNode("a")]);
    assert.deepEqual(expressionsOf(bind("a", v.name, () => 1)), [node]);
    assert.deepEqual(expressionsOf(forEachItem(v.args, () => 1)), [v.args[NODE]]);
    assert.deepEqual(expressionsOf({ a: v.name }), []);
  });
});

describe("operandsOf()", () => {
  it("operandsOf() are the nodes directly inside a node", () => {
    const name = v.name[NODE];
    assert.deepEqual(operandsOf(name), []);
    assert.deepEqual(operandsOf(toNode("a")), []);
    assert.deepEqual(operandsOf(nonEmpty(v.name)[NODE]), [name]);
    assert.deepEqual(operandsOf(toNode({ a: v.name, b: [v.name] })), [name, toNode([v.name])]);
    assert.deepEqual(operandsOf(toNode([v.name])), [name]);
    assert.deepEqual(operandsOf(include(define)[NODE]), []);
    assert.deepEqual(operandsOf(include(define, v.job)[NODE]), [v.job[NODE]]);
  });
});

describe("usesNode()", () => {
  it("usesNode() finds a node at any depth, in parts and in expressions", () => {
    const node = v.name[NODE];
    assert.equal(usesNode({ a: [{ b: text`x-${v.name}` }] }, node), true);
    assert.equal(usesNode(when(v.on, { a: choose(v.off, 1, v.name) }), node), true);
    assert.equal(usesNode({ a: v.host }, node), false);
  });

  it("usesNode() does not look into a loop, where the dot is another, but at what it walks", () => {
    assert.equal(usesNode([forEachItem(v.args, () => v.name)], v.name[NODE]), false);
    assert.equal(usesNode([forEachItem(v.args, (arg) => arg)], v.args[NODE]), true);
  });
});
