/** Finds the functions of expressions, be they of the templates' language or trees, through named templates and trees. */
import type { ExpressionNode, Part, TemplateFunction, TreeFunction } from "../../generator/expression/node.ts";
import { operandsOf } from "../../generator/expression/node.ts";
import { expressionsOf, partsOf } from "../../generator/manifest/walk.ts";

/** All functions that some parts use. */
export function findFunctions(parts: readonly Part[]): ReadonlySet<TemplateFunction | TreeFunction> {
  const functions = new Set<TemplateFunction | TreeFunction>();
  const bodies = new Set<Part>();
  const visitBody = (part: Part): void => {
    if (bodies.has(part)) return;
    bodies.add(part);
    visitPart(part);
  };
  const visitPart = (part: Part): void => {
    for (const node of expressionsOf(part)) visitNode(node);
    for (const inner of partsOf(part)) visitPart(inner);
  };
  const visitNode = (node: ExpressionNode): void => {
    if (node.op === "call" || node.op === "apply") functions.add(node.function);
    if (node.op === "apply") visitBody(node.function.body);
    if (node.op === "include") visitBody(node.define.body);
    for (const operand of operandsOf(node)) visitNode(operand);
  };
  for (const part of parts) visitPart(part);
  return functions;
}
