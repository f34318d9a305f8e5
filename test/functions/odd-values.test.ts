import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { scopeOf } from "../../generator/evaluate/scope.ts";
import { collectSum } from "../../generator/expression/bind.ts";
import { defineFunction, param } from "../../generator/expression/define-function.ts";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { forEachItem } from "../../generator/expression/for-each.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import { given } from "../../generator/expression/reference.ts";
import { hasApiVersion } from "../../generator/functions/api-versions.ts";
import { quotient, sum } from "../../generator/functions/numbers.ts";
import { lower, toText } from "../../generator/functions/strings.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";
import { assertAgreement, type Case } from "./compare-with-helm.ts";
import { computeOf, evaluator } from "./compute.ts";

const sizesSchema = { type: "array", items: { type: "object", properties: { size: { type: "integer" } } } };
const total: (items: Expression<unknown>) => Expression<number> = defineFunction({
  name: "total",
  comment: "The sum of the sizes.",
  params: { items: param<readonly { readonly size: number }[]>(sizesSchema) },
  result: "first",
  type: "integer",
  body: ({ items }) =>
    collectSum(
      "sum",
      forEachItem(items, ({ size }) => size),
      (size) => size,
    ),
});

const sizes = [
  [{ size: 200 }, {}],
  [{ size: null }],
  [{ size: "12" }, { size: "a" }],
  [{ size: true }, { size: 1.9 }],
  [],
];
const texts = ["ΑΣ", "İ", "ǅ", "ẞ", "ÀÉ", "abc"];

describe("Functions on values that are rare", () => {
  it("collectSum() counts what is no number as Go does", async () => {
    await assertAgreement(
      sizes.map((items): Case => ({ title: JSON.stringify(items), args: [items], build: (list) => total(list) })),
    );
  });

  it("sum() counts what is no number as Go does", async () => {
    const cases = [
      [1, null],
      ["12", "a"],
      [true, 1.9],
      ["0x10", "010"],
    ];
    await assertAgreement(
      cases.map((args): Case => ({ title: JSON.stringify(args), args, build: (a, b) => sum(a, b) })),
    );
  });

  it("quotient() by zero ends the render with the words of Helm's library", () => {
    const divide = (divisor: number): unknown => computeOf((a, b) => quotient(a, b), 6, divisor);
    assert.equal(divide(4), 1.5);
    assert.throws(() => divide(0), new RenderError("decimal division by 0"));
  });

  it("hasApiVersion() asks the capabilities of the cluster", () => {
    assert.equal(printValue(hasApiVersion("apps/v1")), '.Capabilities.APIVersions.Has "apps/v1"');
    const scope = scopeOf({ Capabilities: { APIVersions: ["apps/v1"] } });
    const has = (name: string): unknown => evaluator.value(hasApiVersion(name)[NODE], scope);
    assert.deepEqual([has("apps/v1"), has("apps/v2")], [true, false]);
  });

  it("toText() of an absent value is that of its default", () => {
    assert.equal(printValue(toText(v.replicas)), "toString (.Values.replicas | default 2)");
    assert.equal(printValue(toText(given(v.limit))), "toString .Values.limit");
  });

  it("lower() maps each character by itself", async () => {
    await assertAgreement(texts.map((text): Case => ({ title: text, args: [text], build: (value) => lower(value) })));
  });
});
