import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createEvaluate } from "../../generator/evaluate/evaluate-expression.ts";
import { scopeOf, withVariable } from "../../generator/evaluate/scope.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { defineFunction, stringParam } from "../../generator/expression/define-function.ts";
import { type Expression, NODE, toNode } from "../../generator/expression/expression.ts";
import { and, nonEmpty, not, or, orElse, present, required } from "../../generator/functions/logic.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import { v } from "../expression/sample-values.ts";

const evaluate = createEvaluate({
  define: (node, scope) => ({ of: node.define.name, root: scope.root }),
  apply: (node, args) => ({ of: node.function.name, args }),
});
const computedOf = (expression: Expression, values: object = {}): unknown =>
  evaluate.value(expression[NODE], scopeOf({ Values: values }));
const truthOf = (expression: Expression, values: object = {}): boolean =>
  evaluate.truth(expression[NODE], scopeOf({ Values: values }));
const absentSafeOf = (expression: Expression, values: object = {}): unknown =>
  evaluate.absentSafe(expression[NODE], scopeOf({ Values: values }));

describe("Evaluate.value()", () => {
  it("value() is what is given, also where that is empty", () => {
    assert.equal(computedOf(v.greeting, { greeting: "" }), "");
    assert.equal(computedOf(v.retries, { retries: 0 }), 0);
    assert.equal(computedOf(v.on, { on: false }), false);
    assert.equal(computedOf(v.off, { off: true }), true);
    assert.deepEqual(computedOf(v.args, { args: [""] }), [""]);
    assert.deepEqual(computedOf(v.modes, { modes: [] }), []);
  });

  it("value() is the default where nothing is given, or null", () => {
    for (const values of [{}, { greeting: null, retries: null, on: null, modes: null, security: null }]) {
      assert.equal(computedOf(v.greeting, values), "hello");
      assert.equal(computedOf(v.retries, values), 4);
      assert.equal(computedOf(v.on, values), true);
      assert.deepEqual(computedOf(v.modes, values), ["fast"]);
      assert.deepEqual(computedOf(v.security, values), { user: "nobody", drop: "ALL" });
    }
  });

  it("value() is the default in place of an empty value that the schema would refuse, as Helm's default is", () => {
    assert.equal(computedOf(v.kind, { kind: "" }), "Job");
    assert.equal(computedOf(v.replicas, { replicas: 0 }), 2);
    assert.equal(computedOf(v.name, { name: 0 }), "");
    assert.deepEqual(computedOf(v.labels, { labels: "" }), {});
  });

  it("value() is nothing where a key on the way is absent", () => {
    for (const values of [{}, { job: null }, { job: {} }]) {
      assert.equal(computedOf(v.job.limit, values), undefined);
      assert.equal(computedOf(v.job.retries, values), 4);
    }
    assert.equal(computedOf(v.job.limit, { job: { limit: 3 } }), 3);
    assert.equal(computedOf(v.job.limit, { job: Object.create({ limit: 3 }) }), undefined);
  });

  it("value() stops where a key on the way is no map, as Helm does", () => {
    const types = { string: "text", "[]interface {}": ["a"], float64: 0, bool: false } as const;
    for (const [type, job] of Object.entries(types)) {
      const message = `can't evaluate field limit in type ${type}`;
      assert.throws(() => computedOf(v.job.limit, { job }), { name: "RenderError", message });
    }
  });

  it("value() computes maps and lists part by part", () => {
    const node = toNode({ a: [v.retries, 1], b: { c: v.note }, d: true });
    const scope = scopeOf({ Values: { note: "n" } });
    assert.deepEqual(evaluate.value(node, scope), { a: [4, 1], b: { c: "n" }, d: true });
  });

  it("value() of a named template is seen from the root, or from the scope of the include", () => {
    const define = new Define<string>("t.a", "string", v.name, "");
    const root = { Values: {} };
    assert.deepEqual(computedOf(include(define)), { of: "t.a", root });
    assert.deepEqual(computedOf(include(define, extendScope({ part: v.host }))), {
      of: "t.a",
      root: { ...root, part: "localhost" },
    });
  });

  it("value() of a function hands it the arguments as they are, without their defaults", () => {
    const shout = defineFunction<string>({
      name: "shout",
      comment: "",
      params: { word: stringParam, mark: stringParam },
      result: "first",
      body: ({ word }) => word,
    });
    assert.deepEqual(computedOf(shout(v.greeting, "!")), { of: "shout", args: [undefined, "!"] });
    assert.deepEqual(computedOf(shout(v.greeting, orElse(v.note, "?")), { greeting: "" }), {
      of: "shout",
      args: ["", "?"],
    });
  });

  it("value() finds variables and the root", () => {
    const scope = withVariable(withVariable(scopeOf({ Values: { host: "a" } }), "$x", "b"), "$y", "c");
    const path = v.host[NODE];
    assert.ok(path.op === "path");
    assert.equal(evaluate.value({ ...path, root: "$x", keys: [] }, scope), "b");
    assert.equal(evaluate.value(path, scope), "a");
  });
});

describe("Evaluate.absentSafe()", () => {
  it("absentSafe() leaves a reference without its default, and computes all else", () => {
    assert.equal(absentSafeOf(v.greeting), undefined);
    assert.equal(absentSafeOf(v.greeting, { greeting: "" }), "");
    assert.equal(absentSafeOf(orElse(v.note, "x")), "x");
  });

  it("absentSafe() is what functions see that accept absent values", () => {
    assert.equal(computedOf(present(v.greeting)), false);
    assert.equal(computedOf(present(v.greeting), { greeting: "" }), true);
    assert.equal(computedOf(nonEmpty(v.greeting)), false);
    assert.equal(computedOf(orElse(v.greeting, "other")), "other");
    assert.equal(computedOf(orElse(v.note, v.greeting)), "hello");
  });
});

describe("Evaluate.truth()", () => {
  it("truth() is Go's, of a value with its default", () => {
    const table = [
      [v.greeting, {}, true],
      [v.greeting, { greeting: "" }, false],
      [v.name, {}, false],
      [v.name, { name: "a" }, true],
      [v.labels, { labels: {} }, false],
      [v.labels, { labels: { a: "" } }, true],
      [v.note, {}, false],
      [v.on, {}, true],
      [v.off, {}, false],
      [v.none, { none: 1 }, true],
    ] as const;
    for (const [expression, values, wanted] of table) assert.equal(truthOf(expression, values), wanted);
  });

  it("truth() of and, or and not is that of their parts", () => {
    assert.equal(truthOf(and(v.on, v.off)), false);
    assert.equal(truthOf(and(v.on, v.off), { off: true }), true);
    assert.equal(truthOf(or(v.off, v.on)), true);
    assert.equal(truthOf(or(v.off, v.on), { on: false }), false);
    assert.equal(truthOf(not(v.greeting)), false);
    assert.equal(truthOf(not(v.note)), true);
    assert.equal(truthOf(not(and(v.on, v.off))), true);
    assert.equal(truthOf(not(or(v.on, v.off))), false);
  });

  it("truth() and value() of and, or compute no more tests than they need", () => {
    const stop = required(v.maybe, "computed");
    assert.equal(truthOf(and(v.off, stop)), false);
    assert.equal(computedOf(and(v.off, stop)), false);
    assert.equal(truthOf(or(v.on, stop)), true);
    assert.equal(computedOf(or(v.on, stop)), true);
    assert.throws(() => truthOf(and(v.on, stop)), { name: "RenderError", message: "computed" });
    assert.throws(() => computedOf(or(v.off, stop)), { name: "RenderError", message: "computed" });
  });

  it("truth() of present is true of what is empty, that of nonEmpty is not", () => {
    for (const note of ["", 0, false, [], {}]) {
      assert.equal(truthOf(present(v.note), { note }), true, JSON.stringify(note));
      assert.equal(truthOf(nonEmpty(v.note), { note }), false, JSON.stringify(note));
    }
    for (const values of [{}, { note: null }]) {
      assert.equal(truthOf(present(v.note), values), false);
      assert.equal(truthOf(nonEmpty(v.note), values), false);
    }
  });
});
