import assert from "node:assert/strict";
import type { Affinity } from "kubernetes-types/core/v1.d.ts";
import {
  defineCheck,
  defineFunction,
  entry,
  kubernetesParam,
  param,
  stringParam,
  treeOf,
} from "../../generator/expression/define-function.ts";
import { type Expression, NODE, type Operand, toNode } from "../../generator/expression/expression.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { ApplyNode, TreeFunction } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { entrySchemaOf, pathOf } from "../../generator/expression/reference.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { concat } from "../../generator/functions/lists.ts";
import { nonEmpty, orIfEmpty } from "../../generator/functions/logic.ts";
import { readsOf } from "../../generator/manifest/reads.ts";
import { printAbsentSafe, printValue } from "./print-expression.ts";
import { partIn, pathIn, printItems } from "./read-part.ts";
import { v } from "./sample-values.ts";

type Call = (...args: readonly Operand<unknown>[]) => Expression<unknown>;
type Ports = Readonly<Record<string, { readonly number: number; readonly protocol: string }>>;

const portsSchema = pathOf(v.ports)?.schema ?? {};
const portSchema = entrySchemaOf(portsSchema);
const join = defineFunction({
  name: "join",
  comment: "Two words.",
  params: { first: stringParam, second: stringParam },
  result: "text",
  body: ({ first, second }) => [first, " ", second],
});
const pickPorts: (ports: Expression<Ports>) => Expression<Ports> = defineFunction({
  name: "pickPorts",
  comment: "",
  params: { ports: param<Ports>(portsSchema) },
  result: "map",
  picks: "ports",
  body: ({ ports }) => forEach(ports, (name, port) => entry(name, port)),
});

function functionOf(expression: Expression<unknown>): TreeFunction {
  const fn = treeOf(expression);
  assert.ok(fn !== undefined, "expected an applied function");
  return fn;
}

function applyNode(expression: Expression<unknown>): ApplyNode {
  const node = expression[NODE];
  assert.ok(node.op === "apply");
  return node;
}

describe("defineFunction()", () => {
  it("defineFunction() makes one function, whose variables are its parameters in their order", () => {
    const { body, ...fn } = functionOf(join(v.name, v.host));
    assert.deepEqual(fn, {
      name: "join",
      comment: "Two words.",
      params: ["$first", "$second"],
      isVariadic: false,
      mergesMaps: false,
      result: "text",
      refuses: false,
      type: "string",
    });
    assert.deepEqual(printItems(toPart([join(v.name, "a")])), ['include "t.join" (list .Values.name "a")']);
    assert.equal(functionOf(join(v.name, v.host)), functionOf(join("a", "b")));
    assert.deepEqual(body.kind, "list");
  });

  it("defineFunction() hands arguments over as they are, one alone as the dot and several as a list", () => {
    assert.equal(printValue(join(v.greeting, "a b")), 'include "t.join" (list .Values.greeting "a b")');
    assert.equal(
      printValue(join(orIfEmpty(v.note, "x"), v.on)),
      'include "t.join" (list (.Values.note | default "x") .Values.on)',
    );
    assert.equal(printValue(pickPorts(v.ports)), 'include "t.pickPorts" .Values.ports | fromJson');
    assert.equal(printAbsentSafe(pickPorts(v.ports)), 'include "t.pickPorts" .Values.ports | fromJson');
    const all: Call = defineFunction({
      name: "all",
      comment: "",
      params: { words: param<readonly string[]>() },
      isVariadic: true,
      result: "list",
      body: ({ words }) => words,
    });
    assert.equal(printValue(all()), 'include "t.all" list | fromJsonArray');
    assert.equal(printValue(all(v.name)), 'include "t.all" (list .Values.name) | fromJsonArray');
  });

  it("defineFunction() reads the text of the template back by the type of the result", () => {
    const made = (["first", "text", "list", "map"] as const).map((result) =>
      defineFunction({ name: "f", comment: "", params: { word: stringParam }, result, body: () => [] })(v.host),
    );
    assert.deepEqual(
      made.map((expression) => [expression[NODE].type, printValue(expression)]),
      [
        ["string", 'include "t.f" .Values.host'],
        ["string", 'include "t.f" .Values.host'],
        ["array", 'include "t.f" .Values.host | fromJsonArray'],
        ["object", 'include "t.f" .Values.host | fromJson'],
      ],
    );
    const numbers = (["integer", "number"] as const).map((type) =>
      defineFunction({ name: "f", comment: "", params: { word: stringParam }, result: "first", type, body: () => [] })(
        v.host,
      ),
    );
    assert.deepEqual(
      numbers.map((expression) => [expression[NODE].type, printValue(expression)]),
      [
        ["integer", 'include "t.f" .Values.host | float64 | int'],
        ["number", 'include "t.f" .Values.host | float64'],
      ],
    );
  });

  it("defineFunction() gives its body references with the fields and the defaults of the schema, but no default of their own", () => {
    const seen: unknown[] = [];
    const fn = defineFunction({
      name: "look",
      comment: "",
      params: {
        port: param<{ number: number; protocol: string }>(portSchema),
        word: param<string>({ type: "string", default: "x" }),
      },
      result: "list",
      body: ({ port, word }) => {
        seen.push(printValue(port.protocol), printValue(port.number), printValue(word), pathOf(word)?.optional);
        return [];
      },
    });
    fn({ number: 1 }, "w");
    assert.deepEqual(seen, ['($port).protocol | default "TCP"', "($port).number", "$word", true]);
  });

  it("defineFunction() follows the references in Kubernetes' own definitions", () => {
    let printed = "";
    defineCheck({
      name: "look",
      comment: "",
      params: { affinity: kubernetesParam<Affinity>("Affinity") },
      body: ({ affinity }) => {
        printed = printValue(affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution);
        return [];
      },
    });
    assert.equal(printed, "(($affinity).podAffinity).requiredDuringSchedulingIgnoredDuringExecution");
  });

  it("defineFunction() says whose entries it picks, so that its result can be walked, also through other functions", () => {
    assert.deepEqual(applyNode(pickPorts(v.ports)).source, v.ports[NODE]);
    assert.deepEqual(applyNode(pickPorts(enabled(v.ports))).source, v.ports[NODE]);
    assert.deepEqual(applyNode(pickPorts(pickPorts(v.ports))).source, v.ports[NODE]);
    assert.equal(applyNode(join(v.name, v.host)).source, undefined);
    const each = partIn(forEach(pickPorts(v.ports), (_, port) => port.protocol));
    assert.deepEqual(pathIn(each.item).models, [["ports", "*", "protocol"]]);
    const through = partIn(forEach(enabled(pickPorts(v.ports)), (_, port) => port.protocol));
    assert.deepEqual(pathIn(through.item).models, [["ports", "*", "protocol"]]);
    const words: (list: Expression<readonly string[]>) => Expression<readonly string[]> = defineFunction({
      name: "words",
      comment: "",
      params: { list: param<readonly string[]>({ type: "array", items: { type: "string" } }) },
      result: "list",
      picks: "list",
      body: ({ list }) => forEachItem(list, (word) => word, { as: "word" }),
    });
    assert.deepEqual(pathIn(partIn(forEachItem(concat(words(v.args), ["a"]), (arg) => arg)).item).models, [
      ["args", "*"],
    ]);
  });

  it("defineFunction() refuses another number of arguments than it has parameters", () => {
    const refuses = (call: () => unknown, message: string): void => assert.throws(call, { name: "TypeError", message });
    refuses(() => join(v.name), "Cannot call join: expected 2 arguments, got 1");
    refuses(() => join(v.name, v.name, v.name), "Cannot call join: expected 2 arguments, got 3");
    refuses(() => (pickPorts as Call)(), "Cannot call pickPorts: expected 1 argument, got 0");
    const rest: Call = defineFunction({
      name: "rest",
      comment: "",
      params: { first: stringParam, others: param<readonly string[]>() },
      isVariadic: true,
      result: "list",
      body: () => [],
    });
    refuses(() => rest(), "Cannot call rest: expected at least 1 argument, got 0");
    for (const call of [() => rest("a"), () => rest("a", "b", "c")]) assert.doesNotThrow(call);
  });

  it("defineFunction() refuses an argument that is absent when the chart is made", () => {
    assert.throws(() => join("a", undefined), {
      message: "Cannot use undefined in an expression: expected an expression or a constant",
    });
  });

  it("defineFunction() makes a function that applies itself, and reads all of what it passes on", () => {
    const count = defineFunction({
      name: "count",
      comment: "",
      params: { tree: param<Ports>(portsSchema), depth: stringParam },
      result: "list",
      body: ({ tree, depth }, self) => forEach(tree, (_, branch) => self(branch, depth), { as: "branch" }),
    });
    const fn = functionOf(count(v.ports, "1"));
    const { item } = fn.body as { readonly item?: ReturnType<typeof toPart> };
    assert.ok(item?.kind === "expression" && item.node.op === "apply");
    assert.equal(item.node.function, fn);
    assert.deepEqual(readsOf(fn), [[""], [""]]);
  });
});

describe("defineCheck()", () => {
  it("defineCheck() makes a function that yields nothing", () => {
    const check = defineCheck({
      name: "checkWord",
      comment: "Refuses a word.",
      params: { word: stringParam },
      body: ({ word }) => guard(nonEmpty(word), "no"),
    });
    const { result, body } = functionOf(check(v.name));
    assert.deepEqual([result, body.kind], ["checks", "guard"]);
    assert.equal(printValue(check(v.name)), 'include "t.checkWord" .Values.name');
  });
});

describe("entry()", () => {
  it("entry() holds a key and a value, constant or not", () => {
    assert.deepEqual(partIn(entry("a", 1)), { kind: "entry", key: toNode("a"), value: toNode(1) });
    assert.deepEqual(partIn(entry(v.name, v.labels)), { kind: "entry", key: v.name[NODE], value: v.labels[NODE] });
  });
});

describe("treeOf()", () => {
  it("treeOf() is nothing for an expression that applies no such function", () => {
    assert.equal(treeOf(v.name), undefined);
    assert.equal(treeOf(orIfEmpty(v.name, "x")), undefined);
  });
});
