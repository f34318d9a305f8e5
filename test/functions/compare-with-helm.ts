/** Compares what functions compute in JavaScript with what their templates print in real Helm. */
import assert from "node:assert/strict";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { writeGo } from "../../generator/expression/go/go-syntax.ts";
import { lowerValue } from "../../generator/expression/go/lower.ts";
import type { ExpressionNode } from "../../generator/expression/node.ts";
import { partOf } from "../../generator/expression/part.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { collect } from "../../generator/manifest/collect.ts";
import { printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { helmVersions } from "../helm-versions.ts";
import { argument, compute } from "./compute.ts";
import { renderWithHelms } from "./render-with-helm.ts";

/** One question to both languages: an expression over arguments that come from a values file. */
export interface Case {
  readonly title: string;
  readonly args: readonly unknown[];
  /** Takes a reference to each argument. */
  readonly build: (...args: readonly Expression<never>[]) => Expression<unknown>;
}

/** Asserts that Helm prints for each case what its functions compute. */
export async function assertAgreement(cases: readonly Case[]): Promise<void> {
  const expressions = cases.map(({ args, build }, i) =>
    build(...args.map((arg, j) => argument(arg, [`c${i}`, `a${j}`]))),
  );
  const values = Object.fromEntries(
    cases.map(({ args }, i) => [`c${i}`, Object.fromEntries(args.map((arg, j) => [`a${j}`, arg]))]),
  );
  const rendered = await renderWithHelms(printAnswers(expressions.map((expression) => expression[NODE])), values);
  const computed = expressions.map((expression) => printGoJson(compute(expression[NODE], values)));
  const disagreements = rendered.flatMap((text, v) => {
    const answers = new Map([...text.matchAll(/^(c\d+): (\S*)$/gm)].map(([, key, answer]) => [key, answer ?? ""]));
    return cases.flatMap(({ title }, i) => {
      const printed = Buffer.from(answers.get(`c${i}`) ?? "", "base64").toString();
      return printed === computed[i]
        ? []
        : [`${title}: computed ${shorten(computed[i])}, Helm ${helmVersions[v]} printed ${shorten(printed)}`];
    });
  });
  assert.deepEqual(disagreements.slice(0, 20), []);
}

/** The files of a chart that prints what each expression yields. */
export function printAnswers(nodes: readonly ExpressionNode[]): Readonly<Record<string, string>> {
  const lines = nodes.map((node, i) => {
    const go = writeGo(lowerValue(node, { prefix: "t", root: "." }), { column: 0, indent: 0, tail: 0 });
    return `c${i}: {{ (${go}) | toJson | b64enc }}\n`;
  });
  const functions = [...collect(nodes.map(partOf), "t").functions.values()];
  return {
    "templates/_functions.tpl": functions.map((fn) => printFunctionTemplate(fn, "t")).join(""),
    "templates/answers.yaml": lines.join(""),
  };
}

function shorten(text = ""): string {
  return text.length > 500 ? `${text.slice(0, 500)}...` : text;
}
