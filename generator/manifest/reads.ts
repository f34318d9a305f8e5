/** What a function reads of its arguments, found in its body. */
import { type ExpressionNode, operandsOf, type Part, type TreeFunction } from "../expression/node.ts";
import { oncePer } from "../once-per.ts";
import { expressionsOf, isWalkedBy, partsOf } from "./walk.ts";

/**
 * By parameter: the fields that the body reads of it, `*` for an entry of a map or list, "" where it is read whole. A
 * loop over a map reads of it what its item does; so does an include of another function.
 */
export const readsOf: (fn: TreeFunction) => readonly (readonly string[])[] = oncePer((fn: TreeFunction) => {
  const read = new Set<string>();
  visitPart(fn.body, fn, read);
  return fn.params.map((param) =>
    [...read].flatMap((path) =>
      path === param ? [""] : path.startsWith(`${param}.`) ? [path.slice(param.length + 1)] : [],
    ),
  );
});

function visitPart(part: Part, fn: TreeFunction, read: Set<string>): void {
  for (const node of expressionsOf(part)) {
    if (isWalkedBy(part, node) && node.op === "path") continue;
    if (part.kind === "entry" && node === part.value && isPicked(node, fn)) continue;
    if (part.kind === "expression" && isPicked(node, fn)) continue;
    visitNode(node, read);
  }
  for (const inner of partsOf(part)) visitPart(inner, fn, read);
}

// An entry that is passed on as it is.
function isPicked(node: ExpressionNode, { picks, result }: TreeFunction): boolean {
  if (picks === undefined || (result !== "map" && result !== "list") || node.op !== "path") return false;
  return node.models.some((model) => model.length === 2 && model[0] === picks && model[1] === "*");
}

function visitNode(node: ExpressionNode, read: Set<string>): void {
  if (node.op === "path") {
    for (const model of node.models) read.add(model.join("."));
    return;
  }
  for (const [i, operand] of operandsOf(node).entries()) {
    const passed = readsOfArgument(node, i);
    if (operand.op !== "path" || passed === undefined) visitNode(operand, read);
    else for (const model of operand.models) for (const path of passed) read.add(joinPath(model, path));
  }
}

// What a function reads of an argument that is passed whole; nothing is known where it reads all of it.
function readsOfArgument(node: ExpressionNode, i: number): readonly string[] | undefined {
  if (node.op === "call") return node.function.reads?.[i];
  if (node.op !== "apply") return undefined;
  const reads = readsOf(node.function);
  return reads[Math.min(i, reads.length - 1)];
}

function joinPath(model: readonly string[], path: string): string {
  return [...model, ...(path === "" ? [] : [path])].join(".");
}
