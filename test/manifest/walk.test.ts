import assert from "node:assert/strict";
import { bind, collectList } from "../../generator/expression/bind.ts";
import { entry } from "../../generator/expression/define-function.ts";
import { Expression, NODE, toNode } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachPosition, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { ExpressionNode } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { eq } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { spread } from "../../generator/manifest/spread.ts";
import * as walk from "../../generator/manifest/walk.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";

const one = toPart(1);
const two = toPart(2);
const partsOf = (value: unknown): unknown => walk.partsOf(toPart(value));
const expressionsOf = (value: unknown): unknown => walk.expressionsOf(toPart(value));
const variablesOf = (value: unknown): unknown => walk.variablesOf(toPart(value));
const usesNode = (value: unknown, node: ExpressionNode): boolean => walk.usesNode(toPart(value), node);
const repeated = forEachRepeated(
  v.ports,
  { where: (_, port) => eq(port.protocol, "TCP"), key: (_, port) => port.protocol },
  () => 1,
);

describe("partsOf()", () => {
  it("partsOf() are fields, items, branches and bodies", () => {
    assert.deepEqual(partsOf({ a: 1, b: 2 }), [one, two]);
    assert.deepEqual(partsOf([1, [2]]), [one, toPart([2])]);
    assert.deepEqual(partsOf(when(v.on, 1)), [one]);
    assert.deepEqual(partsOf(choose(v.on, 1, 2)), [one, two]);
    assert.deepEqual(partsOf(bind("a", v.name, () => 1)), [one]);
    assert.deepEqual(partsOf(collectList("a", 1, () => 2)), [one, two]);
    assert.deepEqual(partsOf(forEachItem(v.args, () => 1)), [one]);
    assert.deepEqual(partsOf(repeated), [one]);
    assert.deepEqual(partsOf(Object.values(spread("s", when(v.on, { a: 1 })))[0]), [toPart(when(v.on, { a: 1 }))]);
  });

  it("partsOf() are none of expressions, entries, guards and constants", () => {
    for (const part of [v.name, entry("a", v.name), guard(v.on, "a"), "a", 1, null, undefined])
      assert.deepEqual(partsOf(part), []);
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
    assert.deepEqual(expressionsOf(entry("a", v.name)), [toNode("a"), node]);
    assert.deepEqual(expressionsOf(forEachItem(v.args, () => 1)), [v.args[NODE]]);
    for (const part of [
      1,
      { a: v.name },
      [v.name],
      collectList("a", v.name, (a) => a),
      spread("s", when(v.on, { a: 1 })),
    ])
      assert.deepEqual(expressionsOf(part), []);
  });

  it("expressionsOf() a part for repeated entries are what it walks, the key, the id and the test", () => {
    const [over, key, id, test] = expressionsOf(repeated) as readonly ExpressionNode[];
    assert.deepEqual(over, v.ports[NODE]);
    assert.equal(printValue(new Expression(key as ExpressionNode)), '$port.protocol | default "TCP"');
    assert.equal(printValue(new Expression(id as ExpressionNode)), "$portName");
    assert.equal(printValue(new Expression(test as ExpressionNode)), 'eq ($port.protocol | default "TCP") "TCP"');
    const all = forEachRepeated(v.ports, { key: (_, port) => port.protocol }, () => 1);
    assert.equal((expressionsOf(all) as readonly ExpressionNode[]).length, 3);
  });
});

describe("variablesOf()", () => {
  it("variablesOf() are those that a part adds for the parts inside it", () => {
    assert.deepEqual(variablesOf(bind("a", v.name, () => 1)), ["$a"]);
    assert.deepEqual(variablesOf(collectList("a", 1, () => 1)), ["$a"]);
    assert.deepEqual(variablesOf(forEach(v.ports, () => 1)), ["$portName", "$port"]);
    assert.deepEqual(variablesOf(forEachItem(v.args, () => 1)), ["$arg"]);
    assert.deepEqual(variablesOf(forEachPosition(v.args, () => 1)), ["$argIndex", "$arg"]);
    assert.deepEqual(variablesOf(repeated), ["$portName", "$port", "$portKey", "$portOther", "$portSeen"]);
    for (const part of [1, v.name, { a: 1 }, [1], when(v.on, 1), choose(v.on, 1, 2), guard(v.on, "a"), entry("a", 1)])
      assert.deepEqual(variablesOf(part), []);
  });
});

describe("usesNode()", () => {
  it("usesNode() finds a node at any depth, in parts and in expressions", () => {
    const node = v.name[NODE];
    assert.equal(usesNode({ a: [{ b: text`x-${v.name}` }] }, node), true);
    assert.equal(usesNode(when(v.on, { a: choose(v.off, 1, v.name) }), node), true);
    assert.equal(
      usesNode(
        collectList("a", [v.name], () => 1),
        node,
      ),
      true,
    );
    assert.equal(usesNode({ a: v.host }, node), false);
  });

  it("usesNode() does not look into a loop, where the dot is another, but at what it walks", () => {
    assert.equal(usesNode([forEachItem(v.args, () => v.name)], v.name[NODE]), false);
    assert.equal(usesNode([forEachItem(v.args, (arg) => arg)], v.args[NODE]), true);
    const named = forEachRepeated(v.ports, { key: () => v.name }, () => v.name);
    assert.equal(usesNode([named], v.name[NODE]), false);
    assert.equal(usesNode([named], v.ports[NODE]), true);
  });
});
