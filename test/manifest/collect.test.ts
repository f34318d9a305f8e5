import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { defineCheck, defineFunction, param, stringParam } from "../../generator/expression/define-function.ts";
import type { Expression, Operand } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachRepeated } from "../../generator/expression/for-each.ts";
import { command, stringConstant } from "../../generator/expression/go/go-syntax.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { TemplateFunction } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { pathOf, scopeField } from "../../generator/expression/reference.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { call } from "../../generator/functions/call.ts";
import { enabled, ordered } from "../../generator/functions/entries.ts";
import { eq, nonEmpty, orElse, required } from "../../generator/functions/logic.ts";
import { merge } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import { fitName, text } from "../../generator/functions/strings.ts";
import * as manifest from "../../generator/manifest/collect.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { v } from "../expression/sample-values.ts";
import { branchOf, onlyBranchOfEach } from "../functions/sample-unions.ts";

const define = <T>(name: string, type: "string" | "object" | "array" | "documents", body: unknown): Define<T> =>
  new Define<T>(name, type, body, "");

function makeFunction(
  name: string,
  body: (word: Expression<string>) => unknown,
  refuses = false,
): (...args: readonly Operand<unknown>[]) => Expression<string> {
  return defineFunction({
    name,
    comment: "",
    params: { word: stringParam },
    result: "first",
    refuses,
    body: ({ word }) => body(word),
  });
}

const outerCheck = defineCheck({
  name: "outerCheck",
  comment: "",
  params: { word: stringParam },
  body: ({ word }) => guard(eq(word, "bad"), "no"),
});
const jobs = { type: "array", items: { type: "object", properties: { size: { type: "string" } } } };

const collect = (parts: readonly unknown[], chart: string): manifest.Collected =>
  manifest.collect(
    parts.map((part) => (part instanceof Define ? part : toPart(part))),
    chart,
  );

describe("collect()", () => {
  it("collect() finds named templates through one another, in the order of their first use", () => {
    const name = define<string>("t.name", "string", v.name);
    const fullname = define<string>("t.fullname", "string", text`${include(name)}-x`);
    const labels = define<object>("t.labels", "object", { name: include(name) });
    const { defines } = collect([{ metadata: { name: include(fullname), labels: include(labels) } }], "t");
    assert.deepEqual(
      [...defines],
      [
        ["t.fullname", fullname],
        ["t.name", name],
        ["t.labels", labels],
      ],
    );
  });

  it("collect() leaves out the named templates of other charts", () => {
    const own = define<object>("t.own", "object", {});
    const other = define<object>("tea.other", "object", { name: v.name });
    const { defines, foreign, values } = collect([{ a: include(own), b: include(other) }], "t");
    assert.deepEqual([...defines.keys()], ["t.own"]);
    assert.deepEqual([...foreign], ["tea.other"]);
    assert.deepEqual([...values], []);
  });

  it("collect() finds functions with named templates, and those that they need", () => {
    const parts = [{ name: fitName(v.name, 63), host: onlyBranchOfEach(v.job), plain: orElse(v.tag, "x") }];
    assert.deepEqual([...collect(parts, "t").functions.keys()].sort(), [
      "branch",
      "fitName",
      "onlyKind",
      "onlyKinds",
      "yaml",
    ]);
  });

  it("collect() finds functions that only the printer calls", () => {
    const names = (part: unknown): readonly string[] => [...collect([part], "t").functions.keys()].sort();
    assert.deepEqual(names({ args: v.args }), ["yaml"]);
    assert.deepEqual(names({ a: 1, name: v.name }), []);
    assert.deepEqual(names(define("t.all", "object", merge<string>(v.labels))), ["merge", "yaml"]);
    assert.deepEqual(names({ a: include(define<object>("t.b", "object", { c: 1 })) }), []);
    assert.deepEqual(names({ security: v.security }), ["defaults", "yaml"]);
    assert.deepEqual(names({ a: eq(v.kind, "Job") }), []);
  });

  it("collect() finds values in tests, guards, loops, variables, branches and spreads", () => {
    const parts = [
      guard(v.off, text`${v.host}`),
      when(nonEmpty(v.labels), { a: v.note }),
      choose(v.on, { a: v.tag }, { b: [forEach(v.ports, (_, port) => port.number)] }),
      bind("limit", orElse(v.limit, 1), () => ({ c: 1 })),
      { ...spread("s", when(v.maybe, { d: v.replicas })) },
    ];
    assert.deepEqual([...collect(parts, "t").values].sort(), [
      "host",
      "labels",
      "limit",
      "maybe",
      "note",
      "off",
      "on",
      "ports.*.number",
      "replicas",
      "tag",
    ]);
  });

  it("collect() counts of a map or list that is walked what its items read", () => {
    const read = (part: unknown): readonly string[] => [...collect([part], "t").values];
    assert.deepEqual(read({ a: [forEach(v.ports, (name) => name)] }), []);
    assert.deepEqual(read({ a: [forEach(v.labels, (_, label) => label)] }), ["labels.*"]);
    assert.deepEqual(read({ a: [forEachItem(v.args, (arg) => arg)] }), ["args.*"]);
    assert.deepEqual(read({ a: [forEach(v.ports, (_, port) => port)] }), ["ports.*"]);
  });

  it("collect() counts of a value that is passed whole only what the function reads", () => {
    assert.deepEqual([...collect([branchOf(v.job)], "t").values], ["job.type"]);
    assert.deepEqual([...collect([enabled(v.ports)], "t").values], ["ports.*.enabled"]);
    assert.deepEqual([...collect([ordered(enabled(v.ports))], "t").values].sort(), [
      "ports.*.enabled",
      "ports.*.order",
    ]);
    assert.deepEqual([...collect([{ a: v.job }], "t").values], ["job"]);
  });

  it("collect() follows a part of the values into the named template that gets it", () => {
    const field = scopeField<{ size: string }>("part", { type: "object", properties: { size: { type: "string" } } }, [
      ["job"],
      ["more", "*"],
    ]);
    const part = define<object>("t.part", "object", { size: field.size });
    const { values } = collect([{ a: include(part, extendScope({ part: v.job })) }], "t");
    assert.deepEqual([...values].sort(), ["job.size", "more.*.size"]);
  });

  it("collect() refuses a variable out of its reach", () => {
    let stolen: Expression<string> | undefined;
    const loop = forEach(v.ports, (name) => {
      stolen = name;
      return name;
    });
    const message = "Cannot use $portName here: it is bound elsewhere, and a named template sees no variables";
    assert.doesNotThrow(() => collect([{ a: [loop] }], "t"));
    assert.throws(() => collect([{ a: [loop], b: stolen }], "t"), { name: "TypeError", message });
    const inTemplate = forEach(v.ports, (name) => include(define<string>("t.x", "string", text`${name}`)));
    assert.throws(() => collect([{ a: [inTemplate] }], "t"), { message });
    const inScope = forEach(v.ports, (name) => include(define<string>("t.x", "string", v.name), extendScope({ name })));
    assert.doesNotThrow(() => collect([{ a: [inScope] }], "t"));
  });

  it("collect() refuses a loop in which another hides its variables", () => {
    const message = (name: string): object => ({
      name: "TypeError",
      message: `Cannot bind ${name} here: a part around it has bound it already`,
    });
    const twice = forEach(v.ports, () => ({ inner: [forEach(v.ports, (name) => name)] }));
    assert.throws(() => collect([{ a: [twice] }], "t"), message("$portName"));
    const variable = forEachItem(v.args, () => bind("arg", v.host, (arg) => arg));
    assert.throws(() => collect([{ a: [variable] }], "t"), message("$arg"));
    const around = bind("arg", v.host, () => [forEachItem(v.args, (arg) => arg)]);
    assert.throws(() => collect([{ a: around }], "t"), message("$arg"));
    const beside = [forEach(v.ports, (name) => name), forEach(v.ports, (name) => name)];
    assert.doesNotThrow(() => collect([{ a: beside }], "t"));
  });

  it("collect() finds functions that are trees, and what their bodies use", () => {
    const inner = makeFunction("inner", (word) => fitName(word, 63));
    const outer = makeFunction("outer", (word) => [inner(word), when(eq(inner("a"), "a"), outerCheck(word))], true);
    const { functions, values } = collect([{ a: outer(v.name), b: outer(v.host) }], "t");
    assert.deepEqual([...functions.keys()], ["outer", "inner", "fitName", "outerCheck"]);
    assert.deepEqual([...values].sort(), ["host", "name"]);
  });

  it("collect() counts of a value that a function gets only what its body reads, by parameter", () => {
    const size = defineFunction({
      name: "size",
      comment: "",
      params: { job: param<{ size: string }>(pathOf(v.job)?.schema), others: param<readonly { size: string }[]>(jobs) },
      isVariadic: true,
      result: "list",
      body: ({ job, others }) => [job.size, forEachItem(others, (other) => other.size)],
    });
    assert.deepEqual([...collect([size(v.job)], "t").values], ["job.size"]);
    assert.deepEqual([...collect([size(v.job, v.claim)], "t").values].sort(), ["claim.size", "job.size"]);
  });

  it("collect() refuses what a function cannot see: the root, variables around its call, and named templates", () => {
    const refuses = (body: (word: Expression<string>) => unknown, message: string): void =>
      assert.throws(() => collect([makeFunction("f", body)("a")], "t"), { name: "TypeError", message });
    refuses(() => v.host, "Cannot use .Values.host here: a function sees its arguments alone");
    refuses(
      () => include(define<string>("t.x", "string", "a")),
      'Cannot include "t.x" here: a function sees its arguments alone',
    );
    const loop = forEach(v.ports, (name) => makeFunction("f", () => name)("a"));
    assert.throws(() => collect([{ a: [loop] }], "t"), {
      message: "Cannot use $portName here: it is bound elsewhere, and a named template sees no variables",
    });
  });

  it("collect() refuses a parameter or a variable with the name of the one that holds the result", () => {
    const words = param<readonly string[]>({ type: "array", items: { type: "string" } });
    const named = defineFunction({ name: "f", comment: "", params: { items: words }, result: "list", body: () => [] });
    assert.throws(() => collect([named(v.args)], "t"), {
      name: "TypeError",
      message: "Cannot call a parameter of f $items: it holds the result",
    });
    const bound = makeFunction("f", (word) => bind("found", text`${word}`, (found) => found));
    assert.throws(() => collect([bound("a")], "t"), {
      message: "Cannot bind $found here: a part around it has bound it already",
    });
    const other = makeFunction("f", (word) => bind("items", text`${word}`, (items) => items));
    assert.doesNotThrow(() => collect([other("a")], "t"));
  });

  it("collect() refuses a refusal in a function that is not defined with it, and a parameter with the name of its prefix", () => {
    const message = "Cannot refuse to render in f: expected a function that is defined with refuses: true";
    const bodies: readonly ((word: Expression<string>) => unknown)[] = [
      (word) => [guard(eq(word, "bad"), "no"), word],
      (word) => [outerCheck(word), word],
      (word) => required(word, "no word"),
    ];
    for (const body of bodies) {
      assert.throws(() => collect([makeFunction("f", body)("a")], "t"), { name: "TypeError", message });
      assert.doesNotThrow(() => collect([makeFunction("f", body, true)("a")], "t"));
    }
    const prefixed = defineCheck({ name: "f", comment: "", params: { prefix: stringParam }, body: () => [] });
    assert.throws(() => collect([prefixed("a")], "t"), {
      message: "Cannot call a parameter of f $prefix: messages begin with it",
    });
  });

  it("collect() knows the variables of repeated entries in their keys", () => {
    const repeated = forEachRepeated(v.ports, { key: (_, port) => port.protocol }, ({ name }) =>
      guard(eq(name, "a"), "no"),
    );
    assert.deepEqual([...collect([repeated], "t").values], ["ports.*.protocol"]);
    const hidden = bind("portSeen", v.name, () => [repeated]);
    assert.throws(() => collect([hidden], "t"), {
      message: "Cannot bind $portSeen here: a part around it has bound it already",
    });
  });

  it("collect() refuses two bodies for one name", () => {
    const first = define<string>("t.name", "string", v.name);
    const second = define<string>("t.name", "string", v.name);
    assert.doesNotThrow(() => collect([{ a: include(first), b: include(first) }], "t"));
    assert.throws(() => collect([{ a: include(first), b: include(second) }], "t"), {
      name: "TypeError",
      message: 'Cannot define "t.name" twice: the bodies are not the same',
    });
  });

  it("collect() refuses a named template with the name of a function's", () => {
    const merged = define<object>("t.merge", "object", { a: 1 });
    assert.throws(() => collect([{ a: include(merged), b: merge<string>(v.labels) }], "t"), {
      name: "TypeError",
      message: 'Cannot define "t.merge": a function has a template of that name',
    });
  });

  it("collect() refuses two functions of one name", () => {
    const shout = (mark: string): TemplateFunction => ({
      name: "shout",
      go: (args, prefix) => command("include", stringConstant(`${prefix}.shout`), ...args),
      js: (value: string) => value + mark,
      template: { comment: "", body: () => mark },
    });
    const say = (mark: string): Expression => call(shout(mark), [v.name], { type: "string" });
    assert.throws(() => collect([say("!"), say("?")], "t"), {
      name: "TypeError",
      message: "Cannot use two functions of the name shout: one would be printed",
    });
  });

  it("collect() finds no named templates that include one another: a body is read when it is made", () => {
    const body: Record<string, unknown> = {};
    const first = define<object>("t.first", "object", body);
    body["second"] = when(v.off, include(define<object>("t.second", "object", { first: when(v.on, include(first)) })));
    assert.deepEqual(first.body, { kind: "map", fields: [] });
    assert.deepEqual([...collect([include(first)], "t").defines.keys()], ["t.first"]);
  });
});
