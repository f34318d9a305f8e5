import assert from "node:assert/strict";
import { release } from "../../generator/expression/built-in.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { Expression, NODE, toNode } from "../../generator/expression/expression.ts";
import { writeGo } from "../../generator/expression/go/go-syntax.ts";
import { lowerConstant, lowerInclude, truthSubject, truthSubjects } from "../../generator/expression/go/lower.ts";
import { createReference, valuesOf } from "../../generator/expression/reference.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { and, eq, nonEmpty, not, or, orElse, orIfEmpty, present, required } from "../../generator/functions/logic.ts";
import { printAbsentSafe, printTruth, printValue } from "./print-expression.ts";
import { v } from "./sample-values.ts";

const variable = createReference<{ a: { b: string } }>({
  op: "path",
  type: "object",
  root: "$entry",
  keys: [],
  optional: false,
  schema: {
    type: "object",
    required: ["a"],
    properties: { a: { type: "object", required: ["b"], properties: { b: { type: "string" } } } },
  },
  models: [],
});

describe("lowerValue()", () => {
  it("lowerValue() prints constants as Go reads them", () => {
    assert.equal(printValue(new Expression(toNode('a "b" \\ \n {{ c }}'))), String.raw`"a \"b\" \\ \n {{ c }}"`);
    assert.equal(printValue(new Expression(toNode(5))), "5");
    assert.equal(printValue(new Expression(toNode(-0.5))), "-0.5");
    assert.equal(printValue(new Expression(toNode(false))), "false");
    assert.equal(
      printValue(new Expression(toNode({ "a-b": ["x", 1], c: {}, d: [] }))),
      'dict "a-b" (list "x" 1) "c" dict "d" list',
    );
  });

  it("lowerValue() prints a path so that absent parents do no harm", () => {
    assert.equal(printValue(v.job.size), "(.Values.job).size");
    assert.equal(printValue(v.job.deep.path), "((.Values.job).deep).path");
    assert.equal(printValue(release.name), ".Release.Name");
    assert.equal(printValue(variable), "$entry");
    assert.equal(printValue(variable.a.b), "($entry.a).b");
  });

  it("lowerValue() reaches the root through a dollar sign where the dot is something else", () => {
    assert.equal(printValue(v.job.size, { root: "$" }), "($.Values.job).size");
    assert.equal(printValue(variable.a, { root: "$" }), "$entry.a");
  });

  it("lowerValue() prints what a with looks at as its dot", () => {
    const dot = v.claim[NODE];
    assert.equal(printValue(v.claim, { root: "$", dot }), ".");
    assert.equal(printValue(v.tag, { root: "$", dot }), "$.Values.tag");
    assert.equal(printValue(orIfEmpty(v.tag, "x"), { root: "$", dot: v.tag[NODE] }), '. | default "x"');
  });

  it("lowerValue() gives a string its default where it is absent", () => {
    assert.equal(printValue(v.name), '.Values.name | default ""');
    assert.equal(printValue(v.host), '.Values.host | default "localhost"');
    assert.equal(printValue(v.kind), '.Values.kind | default "Job"');
    assert.equal(printValue(v.tag), ".Values.tag");
  });

  it("lowerValue() leaves a default out where a test has shown that the value is not empty", () => {
    const known = [v.name[NODE], v.host[NODE], v.on[NODE]];
    assert.equal(printValue(v.name, { known }), ".Values.name");
    assert.equal(printValue(v.host, { known }), ".Values.host");
    assert.equal(printValue(v.on, { known }), ".Values.on");
    assert.equal(printValue(v.kind, { known }), '.Values.kind | default "Job"');
  });

  it("lowerValue() leaves an empty string that is admitted", () => {
    assert.equal(printValue(v.greeting), 'kindIs "invalid" .Values.greeting | ternary "hello" .Values.greeting');
    assert.equal(printValue(v.level), 'kindIs "invalid" .Values.level | ternary "low" .Values.level');
  });

  it("lowerValue() gives a number its default where it is absent, and leaves a 0 that is admitted", () => {
    assert.equal(printValue(v.retries), 'kindIs "invalid" .Values.retries | ternary 4 .Values.retries');
    assert.equal(printValue(v.none), ".Values.none | default 0");
    assert.equal(printValue(v.replicas), ".Values.replicas | default 2");
    assert.equal(printValue(v.limit), ".Values.limit");
  });

  it("lowerValue() gives a boolean its default where it is absent", () => {
    assert.equal(printValue(v.on), "ne .Values.on false");
    assert.equal(printValue(v.off), ".Values.off | default false");
    assert.equal(printValue(v.maybe), ".Values.maybe");
    assert.equal(printValue(v.job.deep.on), "ne ((.Values.job).deep).on false");
  });

  it("lowerValue() gives a list its default where it is absent", () => {
    assert.equal(printValue(v.args), ".Values.args | default list");
    assert.equal(printValue(v.modes), 'kindIs "invalid" .Values.modes | ternary (list "fast") .Values.modes');
  });

  it("lowerValue() fills in what a map lacks of its default", () => {
    assert.equal(printValue(v.labels), ".Values.labels | default dict");
    assert.equal(
      printValue(v.security),
      'include "t.defaults" (list .Values.security (dict "user" "nobody" "drop" "ALL")) | fromJson',
    );
  });

  it("lowerValue() includes text as it is, and reads objects and lists back", () => {
    const text = new Define<string>("t.name", "string", v.name, "");
    const object = new Define<object>("t.object", "object", {}, "");
    const list = new Define<readonly string[]>("t.list", "array", [], "");
    assert.equal(printValue(include(text)), 'include "t.name" .');
    assert.equal(printValue(include(text), { root: "$" }), 'include "t.name" $');
    assert.equal(printValue(include(object)), 'include "t.object" . | fromYaml');
    assert.equal(printValue(include(list)), 'include "t.list" . | fromYamlArray');
    assert.equal(printValue(include(text, v.job)), 'include "t.name" .Values.job');
  });

  it("lowerValue() hands an absent value to a function that takes it, and the default to one that does not", () => {
    assert.equal(printValue(enabled(v.security)), 'include "t.enabled" .Values.security | fromJson');
    assert.equal(printValue(required(v.name, "no name")), 'required "no name" .Values.name');
    assert.equal(printValue(eq(v.kind, "Job")), 'eq (.Values.kind | default "Job") "Job"');
  });

  it("lowerValue() tests for absence without a double negation", () => {
    assert.equal(printValue(present(v.note)), 'not (kindIs "invalid" .Values.note)');
    assert.equal(printValue(not(present(v.note))), 'kindIs "invalid" .Values.note');
  });

  it("lowerValue() refuses a key that no Go template can name", () => {
    const odd = valuesOf<{ "a-b": string }>({ type: "object", properties: { "a-b": { type: "string" } } });
    assert.throws(() => printValue(odd["a-b"]), {
      name: "TypeError",
      message: 'Cannot print Values.a-b: "a-b" is no Go identifier',
    });
  });
});

describe("lowerTruth()", () => {
  it("lowerTruth() prints a reference alone: absent is false like empty", () => {
    assert.equal(printTruth(v.off), ".Values.off");
    assert.equal(printTruth(v.maybe), ".Values.maybe");
    assert.equal(printTruth(v.name), ".Values.name");
    assert.equal(printTruth(v.labels), ".Values.labels");
    assert.equal(printTruth(v.none), ".Values.none");
  });

  it("lowerTruth() fills in a default that is true like any value", () => {
    assert.equal(printTruth(v.on), "ne .Values.on false");
    assert.equal(printTruth(v.replicas), ".Values.replicas | default 2");
    assert.equal(printTruth(v.greeting), 'kindIs "invalid" .Values.greeting | ternary "hello" .Values.greeting');
    assert.equal(printTruth(v.modes), 'kindIs "invalid" .Values.modes | ternary (list "fast") .Values.modes');
  });

  it("lowerTruth() prints the test of emptiness as the value itself", () => {
    assert.equal(printTruth(nonEmpty(v.labels)), ".Values.labels");
    assert.equal(printTruth(nonEmpty(v.tag)), ".Values.tag");
    assert.equal(printTruth(nonEmpty(enabled(v.ports))), 'include "t.enabled" .Values.ports | fromJson');
    assert.equal(printValue(nonEmpty(v.labels)), "not (empty .Values.labels)");
  });

  it("lowerTruth() prints the test of presence as the value itself where that cannot be empty", () => {
    assert.equal(printTruth(present(v.tag)), ".Values.tag");
    assert.equal(printTruth(present(v.deadline)), ".Values.deadline");
    assert.equal(printTruth(present(v.claim)), ".Values.claim");
    assert.equal(printTruth(present(v.note)), 'not (kindIs "invalid" .Values.note)');
    assert.equal(printTruth(present(v.limit)), 'not (kindIs "invalid" .Values.limit)');
    assert.equal(printTruth(present(v.maybe)), 'not (kindIs "invalid" .Values.maybe)');
  });

  it("lowerTruth() takes an object whose fields all have defaults for one that can be empty", () => {
    assert.equal(printTruth(present(v.tuning)), 'not (kindIs "invalid" .Values.tuning)');
  });

  it("lowerTruth() keeps and, or and not about truth", () => {
    assert.equal(printTruth(and(nonEmpty(v.tag), v.on)), "and .Values.tag (ne .Values.on false)");
    assert.equal(printTruth(or(present(v.note), v.off)), 'or (not (kindIs "invalid" .Values.note)) .Values.off');
    assert.equal(printTruth(not(v.off)), "not .Values.off");
    assert.equal(printTruth(not(present(v.note))), 'kindIs "invalid" .Values.note');
    assert.equal(printTruth(not(present(v.tag))), "not .Values.tag");
    assert.equal(printTruth(not(nonEmpty(v.labels))), "not .Values.labels");
    assert.equal(printTruth(not(or(v.off, nonEmpty(v.tag)))), "not (or .Values.off .Values.tag)");
  });

  it("lowerTruth() prints any other test as a value", () => {
    assert.equal(printTruth(eq(v.kind, "Job")), 'eq (.Values.kind | default "Job") "Job"');
    assert.equal(printTruth(orElse(v.maybe, true)), 'kindIs "invalid" .Values.maybe | ternary true .Values.maybe');
  });

  it("lowerTruth() prints the dot of a with", () => {
    assert.equal(printTruth(v.claim, { root: "$", dot: v.claim[NODE] }), ".");
    assert.equal(printTruth(nonEmpty(v.claim), { root: "$", dot: v.claim[NODE] }), ".");
  });
});

describe("lowerAbsentSafe()", () => {
  it("lowerAbsentSafe() leaves out the default of a reference", () => {
    assert.equal(printAbsentSafe(v.name), ".Values.name");
    assert.equal(printAbsentSafe(v.on), ".Values.on");
    assert.equal(printAbsentSafe(v.job.retries), "(.Values.job).retries");
    assert.equal(printAbsentSafe(v.claim, { root: "$", dot: v.claim[NODE] }), ".");
  });
});

describe("truthSubject()", () => {
  it("truthSubject() is what a test of emptiness or of presence looks at", () => {
    assert.deepEqual(truthSubject(nonEmpty(v.labels)[NODE]), v.labels[NODE]);
    assert.deepEqual(truthSubject(nonEmpty(v.note)[NODE]), v.note[NODE]);
    assert.deepEqual(truthSubject(present(v.tag)[NODE]), v.tag[NODE]);
  });

  it("truthSubject() is nothing where the test is not that of Go's truth", () => {
    assert.equal(truthSubject(present(v.note)[NODE]), undefined);
    assert.equal(truthSubject(eq(v.kind, "Job")[NODE]), undefined);
    assert.equal(truthSubject(v.off[NODE]), undefined);
    assert.equal(truthSubject(not(nonEmpty(v.note))[NODE]), undefined);
  });

  it("truthSubjects() are those of all parts of an and, but not of an or", () => {
    assert.deepEqual(truthSubjects(and(nonEmpty(v.note), and(v.on, present(v.tag)))[NODE]), [
      v.note[NODE],
      v.tag[NODE],
    ]);
    assert.deepEqual(truthSubjects(or(nonEmpty(v.note), present(v.tag))[NODE]), []);
  });
});

describe("lowerConstant()", () => {
  it("lowerConstant() prints any JSON value", () => {
    const print = (value: unknown): string => writeGo(lowerConstant(value), { column: 0, indent: 0, tail: 0 });
    assert.equal(print({}), "dict");
    assert.equal(print([]), "list");
    assert.equal(print({ a: [1, { b: true }], "c d": "" }), 'dict "a" (list 1 (dict "b" true)) "c d" ""');
  });
});

describe("lowerInclude()", () => {
  const print = (expression: Expression<unknown>, root: "." | "$"): string => {
    const node = expression[NODE];
    assert.ok(node.op === "include");
    return writeGo(lowerInclude(node, { prefix: "t", root }), { column: 0, indent: 0, tail: 0 });
  };

  it("lowerInclude() hands over the root, however it is reached, or the scope of the include", () => {
    const define = new Define<object>("t.part", "object", {}, "");
    assert.equal(print(include(define), "."), 'include "t.part" .');
    assert.equal(print(include(define), "$"), 'include "t.part" $');
    assert.equal(print(include(define, v.job), "$"), 'include "t.part" $.Values.job');
  });

  it("lowerInclude() takes the text that an earlier include has kept, or renders it and keeps it", () => {
    const kept = include(new Define<object>("t.part", "object", { a: v.name }, ""), undefined, {
      keptAt: ["Subcharts", "Part"],
    });
    assert.equal(print(kept, "."), 'or .Subcharts.Part (get (set .Subcharts "Part" (include "t.part" .)) "Part")');
    assert.equal(print(kept, "$"), 'or $.Subcharts.Part (get (set $.Subcharts "Part" (include "t.part" $)) "Part")');
    assert.equal(
      printValue(kept),
      'or .Subcharts.Part (get (set .Subcharts "Part" (include "t.part" .)) "Part") | fromYaml',
    );
  });
});
