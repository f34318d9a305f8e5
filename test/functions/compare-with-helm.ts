/** Compares what functions compute in JavaScript with what their templates print in real Helm. */
import assert from "node:assert/strict";
import { createEvaluate } from "../../generator/evaluate/evaluate-expression.ts";
import { scopeOf } from "../../generator/evaluate/scope.ts";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import { writeGo } from "../../generator/expression/go-syntax.ts";
import { lowerValue } from "../../generator/expression/lower.ts";
import type { ExpressionNode } from "../../generator/expression/node.ts";
import { typeOfSchema } from "../../generator/expression/reference.ts";
import { printGoJson } from "../../generator/functions/go-json.ts";
import { collect } from "../../generator/manifest/collect.ts";
import { printFunctionTemplate } from "../../generator/manifest/print-define.ts";
import { renderWithHelms, versions } from "./render-with-helm.ts";

/** One question to both languages: an expression over arguments that come from a values file. */
export interface Case {
  readonly title: string;
  readonly args: readonly unknown[];
  /** Takes a reference to each argument. */
  readonly build: (...args: readonly Expression<never>[]) => Expression<unknown>;
}

/** Asserts that both Helms print for each case what its functions compute. */
export async function assertAgreement(cases: readonly Case[]): Promise<void> {
  const expressions = cases.map(({ args, build }, i) => build(...args.map((arg, j) => argument(arg, i, j))));
  const values = Object.fromEntries(
    cases.map(({ args }, i) => [`c${i}`, Object.fromEntries(args.map((arg, j) => [`a${j}`, arg]))]),
  );
  const lines = expressions.map((expression, i) => {
    const go = writeGo(lowerValue(expression[NODE], { prefix: "t", root: "." }), { column: 0, indent: 0, tail: 0 });
    return `c${i}: {{ (${go}) | toJson | b64enc }}\n`;
  });
  const functions = [...collect(expressions, "t").functions.values()];
  const rendered = await renderWithHelms(
    {
      "templates/_functions.tpl": functions.map((fn) => printFunctionTemplate(fn, "t")).join(""),
      "templates/answers.yaml": lines.join(""),
    },
    values,
  );
  const computed = expressions.map((expression) => printGoJson(compute(expression[NODE], values)));
  const disagreements = rendered.flatMap((text, v) => {
    const answers = new Map([...text.matchAll(/^(c\d+): (\S*)$/gm)].map(([, key, answer]) => [key, answer ?? ""]));
    return cases.flatMap(({ title }, i) => {
      const printed = Buffer.from(answers.get(`c${i}`) ?? "", "base64").toString();
      return printed === computed[i]
        ? []
        : [`${title}: computed ${shorten(computed[i])}, Helm ${versions[v]} printed ${shorten(printed)}`];
    });
  });
  assert.deepEqual(disagreements.slice(0, 20), []);
}

function shorten(text = ""): string {
  return text.length > 500 ? `${text.slice(0, 500)}...` : text;
}

function argument(value: unknown, i: number, j: number): Expression<never> {
  // A map's entries may have two switches, one on and one off unless they say so.
  const schema = {
    type: typeName(value),
    patternProperties: {
      "": { properties: { on: { type: "boolean", default: true }, off: { type: "boolean", default: false } } },
    },
  };
  return new Expression<never>({
    op: "path",
    type: typeOfSchema(schema),
    root: ".",
    keys: ["Values", `c${i}`, `a${j}`],
    optional: false,
    schema,
    models: [],
  });
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return value === undefined ? "object" : typeof value;
}

/** What an expression yields by the JavaScript of its functions. */
export function compute(node: ExpressionNode, values: object): unknown {
  const evaluator = createEvaluate(({ define }) => {
    throw new TypeError(`Cannot compute "${define.name}": there is no such template here`);
  });
  return evaluator.value(node, scopeOf({ Values: values }));
}
