/** What a function reads of its arguments, found in its body. */
import { type ExpressionNode, operandsOf, type Part, type TreeFunction } from "../expression/node.ts";
import { oncePer } from "../once-per.ts";
import { expressionsOf, isWalkedBy, partsOf } from "./walk.ts";

/**
 * By parameter: the fields that the body reads of it, `*` for an entry of a map or list, "" where all of it is read. A
 * loop over a map reads the fields that its item reads; so does an include of another function.
 */
export const readsOf: (fn: TreeFunction) => readonly (readonly string[])[] = oncePer((fn: TreeFunction) => {
  const read = new Set<string>();
  visitPart(fn.body, fn, read);
  return fn.params.map((param) =>
    [...read].flatMap((path) => {
      // Reading all entries is reading the whole.
      const whole = path.replace(/(\.\*)+$/, "");
      return whole === param ? [""] : whole.startsWith(`${param}.`) ? [whole.slice(param.length + 1)] : [];
    }),
  );
});

function visitPart(part: Part, fn: TreeFunction, read: Set<string>): void {
  for (const node of expressionsOf(part)) {
    if (isWalkedBy(part, node) && node.op === "path") continue;
    if (part.kind === "entry" && node === part.value && isPicked(node, fn)) continue;
    if (part.kind === "expression" && isPicked(node, fn)) continue;
    visitNode(node, fn, read);
  }
  for (const inner of partsOf(part)) visitPart(inner, fn, read);
}

// An entry that is passed on as it is, or under its name.
function isPicked(node: ExpressionNode, fn: TreeFunction): boolean {
  const { picks, result } = fn;
  if (picks === undefined || (result !== "map" && result !== "list")) return false;
  if (node.op === "dict") return node.entries.some(([, value]) => isPicked(value, fn));
  if (node.op !== "path") return false;
  return node.models.some((model) => model.length === 2 && model[0] === picks && model[1] === "*");
}

function visitNode(node: ExpressionNode, fn: TreeFunction, read: Set<string>): void {
  if (node.op === "path") {
    for (const model of node.models) read.add(model.join("."));
    return;
  }
  // A function that applies itself reads, at any depth, all that it passes on.
  const isOwn = node.op === "apply" && node.function === fn;
  for (const [i, operand] of operandsOf(node).entries()) {
    const passed = isOwn ? undefined : readsOfArgument(node, i);
    if (operand.op !== "path" || passed === undefined) visitNode(operand, fn, read);
    else for (const model of operand.models) for (const path of passed) read.add(joinPath(model, path));
  }
}

/** The fields that a function reads of an argument that is passed whole; absent where it reads all of it. */
export function readsOfArgument(node: ExpressionNode, i: number): readonly string[] | undefined {
  if (node.op === "call") return node.function.reads?.[i]?.map((path) => nameFields(path, (key) => node.args[key]));
  if (node.op !== "apply") return undefined;
  const { params, isVariadic } = node.function;
  const index = Math.min(i, params.length - 1);
  const reads = readsOf(node.function)[index] ?? [];
  // A last parameter that takes all further arguments is a list of them.
  const own = isVariadic && index === params.length - 1 ? reads.flatMap(withoutEntry) : reads;
  const positions = new Map(params.map((param, position) => [param, position]));
  return own.map((path) => nameFields(path, (param) => node.args[positions.get(`$${param}`) ?? -1]));
}

function withoutEntry(path: string): readonly string[] {
  if (path === "" || path === "*") return [""];
  return path.startsWith("*.") ? [path.slice("*.".length)] : [];
}

// A field whose name is an argument: `#1` is the second one. One whose name is computed may be any.
function nameFields(path: string, argument: (key: never) => ExpressionNode | undefined): string {
  const keys = path.split(".");
  const at = keys.findIndex((key) => key.startsWith("#"));
  if (at < 0) return path;
  const name = argument(keys[at]?.slice(1) as never); // a position or a parameter, as the path has it
  const isParameter = name?.op === "path" && name.keys.length === 0 && name.models[0]?.[0] === name.root;
  const field = name?.op === "literal" ? [String(name.value)] : isParameter ? [`#${name.root.slice(1)}`] : undefined;
  return [...keys.slice(0, at), ...(field === undefined ? [] : [...field, ...keys.slice(at + 1)])].join(".");
}

function joinPath(model: readonly string[], path: string): string {
  return [...model, ...(path === "" ? [] : [path])].join(".");
}
