import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateDocuments } from "../../generator/evaluate/evaluate-manifest.ts";
import { collectList } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { defineCheck, defineFunction, entry, param, treeOf } from "../../generator/expression/define-function.ts";
import type { Expression } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { TreeFunction } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { hasItem } from "../../generator/functions/lists.ts";
import { eq, nonEmpty } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { collect } from "../../generator/manifest/collect.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { printDefine, printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";
import { assertAgreement, type Case } from "../functions/compare-with-helm.ts";
import { argument, computeOf } from "../functions/compute.ts";
import { tryWithHelms } from "../functions/render-with-helm.ts";
import { print } from "../manifest/print-part.ts";
import { treeCases } from "./tree-cases.ts";

type Build = (...args: readonly Expression<never>[]) => Expression<unknown>;

function functionOf(expression: Expression<unknown>): TreeFunction {
  const fn = treeOf(expression);
  assert.ok(fn !== undefined, "expected an applied function");
  return fn;
}

describe("evaluateTree()", () => {
  for (const [expectation, create] of Object.entries(treeCases)) {
    it(`evaluateTree() computes what is expected: ${expectation}`, () => {
      const { call, yields } = create();
      for (const [args, wanted] of yields)
        assert.equal(printGoJson(computeOf(call as Build, ...args)), printGoJson(wanted), JSON.stringify(args));
    });
  }

  it("evaluateTree() agrees with both of real Helm", async () => {
    const cases = Object.entries(treeCases).flatMap(([expectation, create]): Case[] => {
      const { call, yields } = create();
      return yields.map(([args]) => ({ title: `${expectation}: ${JSON.stringify(args)}`, args, build: call as Build }));
    });
    await assertAgreement(cases);
  }).timeout(60_000);

  it("evaluateTree() stops where a loop has neither a map nor a list, as real Helm does", async () => {
    const walk = defineFunction({
      name: "walk",
      comment: "",
      params: { map: param<Readonly<Record<string, string>>>({ type: "object" }) },
      result: "text",
      body: ({ map }) => forEach(map, (name) => name, { as: "one" }),
    }) as Build;
    const applied = walk(argument({}, ["map"]));
    const files = {
      "templates/_functions.tpl": printFunctionTemplate(functionOf(applied), "t"),
      "templates/a.yaml": `a: {{ ${printValue(applied)} | toJson }}\n`,
    };
    for (const value of ["abc", "", 5, 0, true, false]) {
      const message = `range can't iterate over ${value}`.trimEnd();
      assert.throws(() => computeOf(walk, value), { name: "RenderError", message });
      for (const result of await tryWithHelms(files, { map: value }))
        assert.ok(result instanceof Error && result.message.includes(message), String(result));
    }
  }).timeout(60_000);

  it("evaluateTree() stops where a key is no text, as real Helm does", async () => {
    const texts = param<Readonly<Record<string, string>>>({ type: "object" });
    const byValue = defineFunction({
      name: "byValue",
      comment: "",
      params: { map: texts },
      result: "map",
      body: ({ map }) => forEach(map, (name, value) => entry(value, name), { as: "one" }),
    }) as Build;
    const repeats = defineFunction({
      name: "repeats",
      comment: "",
      params: { map: texts },
      result: "text",
      body: ({ map }) => forEachRepeated(map, { key: (_, value) => value }, ({ name }) => name, { as: "one" }),
    }) as Build;
    for (const call of [byValue, repeats]) {
      for (const [value, message] of [
        [1, "wrong type for value; expected string; got float64"],
        [null, "expected string"],
      ] as const) {
        assert.throws(() => computeOf(call, { a: value }), { name: "RenderError", message });
        const applied = call(argument({}, ["map"]));
        const files = {
          "templates/_functions.tpl": printFunctionTemplate(functionOf(applied), "t"),
          "templates/a.yaml": `a: {{ ${printValue(applied)} | toJson }}\n`,
        };
        for (const result of await tryWithHelms(files, { map: { a: value } }))
          assert.ok(result instanceof Error && result.message.includes(message), String(result));
      }
    }
  }).timeout(60_000);
});

const checkWord = defineCheck({
  name: "checkWord",
  comment: "Refuses a word.",
  params: { word: param<string>({ type: "string" }), where: param<string>({ type: "string" }) },
  body: ({ word, where }) => guard(eq(word, "bad"), text`${where}: expected no bad word, got ${word}`),
});
const checkWords = defineCheck({
  name: "checkWords",
  comment: "Refuses the first bad word.",
  params: {
    words: param<readonly string[]>({ type: "array", items: { type: "string" } }),
    where: param<string>({ type: "string" }),
  },
  body: ({ words, where }) => [
    forEachItem(words, (word) => checkWord(word, where)),
    forEachRepeated(words, { key: (_, word) => word, id: () => where }, ({ key, other }) =>
      guard(nonEmpty(key), text`${other}: expected each word once, got ${key} again`),
    ),
  ],
});

describe("evaluateChecks()", () => {
  const documents: Documents = [
    checkWords(v.args, "args"),
    include(new Define<Documents>("t.checks", "documents", checkWords(v.modes, "modes"), "", { isCheck: true })),
    include(
      new Define<Documents>(
        "t.repeated",
        "documents",
        [
          forEachRepeated(v.ports, { key: (_, port) => port.protocol }, ({ name, other }) =>
            guard(eq(v.kind, "CronJob"), text`ports.${name}: expected another protocol than ports.${other}`),
          ),
          collectList<string, unknown>(
            "names",
            forEach(v.labels, (name) => name),
            (names) => guard(hasItem(names, "bad"), "labels: expected no bad name"),
            { type: "string" },
          ),
        ],
        "",
        { isCheck: true },
      ),
    ),
    { kind: "A" },
  ];
  /** What stops the render of values: by the evaluator, and by Helm. */
  const stops: readonly (readonly [values: object, message: string])[] = [
    [{ args: ["bad"] }, "args: expected no bad word, got bad"],
    [{ args: ["a", "a"], modes: ["bad"] }, "args: expected each word once, got a again"],
    [{ modes: ["x", "x"] }, "modes: expected each word once, got x again"],
    [
      { kind: "CronJob", ports: { a: { number: 1 }, b: { number: 2, protocol: "UDP" }, c: { number: 3 } } },
      "ports.c: expected another protocol than ports.a",
    ],
    [{ labels: { bad: "" } }, "labels: expected no bad name"],
  ];

  it("evaluateChecks() stops at the first guard that holds, through checks and named templates of checks", () => {
    for (const [values, message] of stops)
      assert.throws(() => evaluateDocuments(documents, { Values: values }), { name: "RenderError", message });
  });

  it("evaluateChecks() yields no document where all pass", () => {
    for (const values of [{}, { args: ["a", "", ""], ports: { a: { number: 1 }, b: { number: 2 } } }])
      assert.deepEqual(evaluateDocuments(documents, { Values: values }), [{ kind: "A" }]);
  });

  it("evaluateChecks() stops where real Helm stops, and with its message", async () => {
    const { defines, functions } = collect([toPart(documents)], "t");
    const files = {
      "templates/_checks.tpl": [
        ...[...functions.values()].map((fn) => printFunctionTemplate(fn, "t")),
        ...[...defines.values()].map((define) => printDefine(define, "t")),
      ].join("\n"),
      "templates/a.yaml": print(documents),
    };
    for (const [values, message] of stops) {
      for (const result of await tryWithHelms(files, values))
        assert.ok(result instanceof Error && result.message.includes(`: ${message}`), String(result));
    }
    for (const result of await tryWithHelms(files, {})) assert.match(String(result), /kind: A\n$/);
  }).timeout(60_000);
});
