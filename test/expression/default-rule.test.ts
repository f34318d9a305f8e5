import assert from "node:assert/strict";
import { evaluateDocuments } from "../../generator/evaluate/evaluate-manifest.ts";
import { admitsEmpty, defaultRule, fillsIn, isEmptyInGo } from "../../generator/expression/default-rule.ts";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import type { PathNode } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { given, pathOf } from "../../generator/expression/reference.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { toJson } from "../../generator/functions/strings.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { collect } from "../../generator/manifest/collect.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { renderWithHelms } from "../functions/render-with-helm.ts";
import { print } from "../manifest/print-part.ts";
import { printValue } from "./print-expression.ts";
import { v } from "./sample-values.ts";

function pathWith(schema: JsonSchema): PathNode {
  return { op: "path", type: "any", root: ".", keys: ["Values", "x"], optional: false, schema, models: [] };
}

/** By rule: schemas that have it, how a reference prints, and what it yields for values, `undefined` for one that is absent. */
const rules: Readonly<
  Record<
    ReturnType<typeof defaultRule>,
    readonly {
      readonly schema: JsonSchema;
      readonly printed: string;
      readonly yields: readonly (readonly [given: unknown, wanted: unknown])[];
    }[]
  >
> = {
  none: [
    {
      schema: { type: "string" },
      printed: ".Values.x",
      yields: [
        [undefined, null],
        [null, null],
        ["", ""],
        [0, 0],
        ["a", "a"],
      ],
    },
  ],
  switch: [
    {
      schema: { type: "boolean", default: true },
      printed: "ne .Values.x false",
      yields: [
        [undefined, true],
        [null, true],
        [true, true],
        [false, false],
      ],
    },
  ],
  ifEmpty: [
    {
      schema: { type: "string", default: "" },
      printed: '.Values.x | default ""',
      yields: [
        [undefined, ""],
        [null, ""],
        ["", ""],
        [0, ""],
        [false, ""],
        [[], ""],
        [{}, ""],
        ["0", "0"],
      ],
    },
    {
      schema: { enum: ["a", "b"], default: "b" },
      printed: '.Values.x | default "b"',
      yields: [
        [undefined, "b"],
        ["", "b"],
        ["a", "a"],
      ],
    },
    {
      schema: { type: "boolean", default: false },
      printed: ".Values.x | default false",
      yields: [
        [undefined, false],
        [false, false],
        [true, true],
      ],
    },
    {
      schema: { type: "integer", minimum: 1, default: 2 },
      printed: ".Values.x | default 2",
      yields: [
        [undefined, 2],
        [0, 2],
        [3, 3],
      ],
    },
    {
      schema: { type: "object", default: {} },
      printed: ".Values.x | default dict",
      yields: [
        [undefined, {}],
        ["", {}],
        [
          { a: null, b: 0 },
          { a: null, b: 0 },
        ],
      ],
    },
    {
      schema: { type: "array", default: [] },
      printed: ".Values.x | default list",
      yields: [
        [undefined, []],
        [[""], [""]],
      ],
    },
  ],
  ifAbsent: [
    {
      schema: { type: "string", default: "hello" },
      printed: 'kindIs "invalid" .Values.x | ternary "hello" .Values.x',
      yields: [
        [undefined, "hello"],
        [null, "hello"],
        ["", ""],
        [0, 0],
        [false, false],
        ["a", "a"],
      ],
    },
    {
      schema: { type: "integer", minimum: 0, default: 4 },
      printed: 'kindIs "invalid" .Values.x | ternary 4 .Values.x',
      yields: [
        [undefined, 4],
        [0, 0],
        ["", ""],
      ],
    },
    {
      schema: { type: "array", minItems: 1, default: ["a", { b: 1 }] },
      printed: 'kindIs "invalid" .Values.x | ternary (list "a" (dict "b" 1)) .Values.x',
      yields: [
        [undefined, ["a", { b: 1 }]],
        [[], []],
        [["c"], ["c"]],
      ],
    },
  ],
  fill: [
    {
      schema: { type: "object", default: { a: 1, b: { c: true, d: ["x"] } } },
      printed: 'include "t.defaults" (list .Values.x (dict "a" 1 "b" (dict "c" true "d" (list "x")))) | fromJson',
      yields: [
        [undefined, { a: 1, b: { c: true, d: ["x"] } }],
        [{}, { a: 1, b: { c: true, d: ["x"] } }],
        [
          { a: 0, b: { c: false, d: null }, e: "" },
          { a: 0, b: { c: false, d: ["x"] }, e: "" },
        ],
        [{ b: "text" }, { a: 1, b: "text" }],
      ],
    },
  ],
};
const all = Object.entries(rules).flatMap(([rule, list]) => list.map((one) => ({ rule, ...one })));

describe("defaultRule()", () => {
  it("defaultRule() follows from the schema alone", () => {
    for (const { rule, schema } of all) assert.equal(defaultRule(pathWith(schema)), rule, JSON.stringify(schema));
  });

  it("defaultRule() decides how a reference prints", () => {
    for (const { schema, printed } of all) assert.equal(printValue(new Expression(pathWith(schema))), printed);
  });

  it("defaultRule() decides what a reference yields in process", () => {
    for (const { schema, yields } of all) {
      for (const [x, wanted] of yields) {
        const document = { x: toJson(new Expression(pathWith(schema))) } as Documents;
        const [computed] = evaluateDocuments(document, { Values: x === undefined ? {} : { x } });
        assert.deepEqual(computed, { x: printGoJson(wanted) }, JSON.stringify([schema, x]));
      }
    }
  });

  it("defaultRule() decides what a reference yields in real Helm", async () => {
    const cases = all.flatMap(({ schema, yields }) => yields.map(([x, wanted]) => ({ schema, x, wanted })));
    const at = ({ schema }: (typeof cases)[number], i: number): Expression<unknown> =>
      new Expression({ ...pathWith(schema), keys: ["Values", `c${i}`, "x"] });
    const document = Object.fromEntries(cases.map((one, i) => [`c${i}`, toJson(at(one, i))])) as Documents;
    const { functions } = collect([toPart(document)], "t");
    const files = {
      "templates/_functions.tpl": [...functions.values()].map((fn) => printFunctionTemplate(fn, "t")).join(""),
      "templates/a.yaml": print(document),
    };
    const values = Object.fromEntries(cases.map(({ x }, i) => [`c${i}`, x === undefined ? {} : { x }]));
    const wanted = Object.fromEntries(cases.map((one, i) => [`c${i}`, printGoJson(one.wanted)]));
    for (const text of await renderWithHelms(files, values)) assert.deepEqual(readManifests(text), [wanted]);
  });
});

describe("fillsIn()", () => {
  it("fillsIn() is true of a reference to a map whose default has keys", () => {
    const filling = all.filter(({ schema }) => fillsIn(pathWith(schema)));
    assert.deepEqual(new Set(filling.map(({ rule }) => rule)), new Set(["fill"]));
    assert.equal(fillsIn(v.security[NODE]), true);
    assert.equal(fillsIn(orIfEmpty(v.security, {})[NODE]), false);
    assert.equal(pathOf(v.labels)?.schema.default !== undefined && fillsIn(v.labels[NODE]), false);
  });
});

describe("admitsEmpty()", () => {
  it("admitsEmpty() follows the limits of the schema", () => {
    const admitting = {
      note: v.note,
      level: v.level,
      limit: v.limit,
      on: v.on,
      labels: v.labels,
      args: v.args,
      tuning: v.tuning,
    };
    for (const [name, reference] of Object.entries(admitting)) assert.equal(admitsEmpty(reference[NODE]), true, name);
    const refusing = { host: v.host, kind: v.kind, tag: v.tag, deadline: v.deadline, modes: v.modes, claim: v.claim };
    for (const [name, reference] of Object.entries(refusing)) assert.equal(admitsEmpty(reference[NODE]), false, name);
  });

  it("admitsEmpty() reads types, limits and required keys", () => {
    const admits = (schema: JsonSchema): boolean =>
      admitsEmpty({ op: "path", type: "any", root: ".", keys: ["x"], optional: false, schema, models: [] });
    const text = { type: "string" };
    const admitting: readonly JsonSchema[] = [
      {},
      text,
      { ...text, pattern: "^a*$" },
      { ...text, minLength: 0 },
      { type: "integer" },
      { type: "number", minimum: 0 },
      { type: "integer", minimum: -1 },
      { type: "boolean" },
      { type: "array" },
      { type: "object", minProperties: 0 },
      { enum: ["", "a"] },
      { enum: [0, 1] },
      { type: ["string", "object"] },
      { type: "object", properties: { a: text } },
      { type: "object", required: ["a"], properties: { a: { ...text, default: "x" } } },
      { type: "object", required: ["a"], properties: { a: { type: "object", properties: { b: text } } } },
      { type: "object", required: ["a"], properties: { a: { type: "object", default: {} } } },
    ];
    for (const schema of admitting) assert.equal(admits(schema), true, JSON.stringify(schema));
    const inner = { type: "object", required: ["b"], properties: { b: text } };
    const refusing: readonly JsonSchema[] = [
      { ...text, pattern: "^a+$" },
      { ...text, minLength: 1, pattern: "" },
      { type: "integer", minimum: 1 },
      { type: "number", minimum: 0.5 },
      { type: "array", minItems: 1 },
      { type: "object", minProperties: 1 },
      { enum: ["a", "b"] },
      { type: "object", required: ["a"], properties: { a: text } },
      { type: "object", required: ["toString"], properties: {} },
      { type: "object", required: ["a"], properties: { a: inner } },
      { type: "object", required: ["a"], properties: { a: { type: "object" } } },
      { type: "object", required: ["a", "b"], properties: { a: { ...text, default: "x" }, b: text } },
    ];
    for (const schema of refusing) assert.equal(admits(schema), false, JSON.stringify(schema));
  });

  it("admitsEmpty() assumes it of what is no reference", () => {
    assert.equal(admitsEmpty(orIfEmpty(v.name, "x")[NODE]), true);
    assert.equal(admitsEmpty(given(v.tag)[NODE]), false);
  });
});

describe("isEmptyInGo()", () => {
  it("isEmptyInGo() is true of what Go's default replaces", () => {
    for (const value of [undefined, null, "", 0, false, [], {}])
      assert.equal(isEmptyInGo(value), true, JSON.stringify(value));
    for (const value of [" ", "0", -1, true, [0], { a: undefined }])
      assert.equal(isEmptyInGo(value), false, JSON.stringify(value));
  });
});
