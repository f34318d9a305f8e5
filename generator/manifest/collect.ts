/** Finds what the files of a chart need: named templates, functions, values; refuses variables out of their reach. */
import { Bind } from "../expression/bind.ts";
import { defaultsFunction } from "../expression/defaults-function.ts";
import { Define } from "../expression/define.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { isEmptyInGo } from "../expression/lower.ts";
import type { ExpressionNode, PathNode, TemplateFunction } from "../expression/node.ts";
import { yamlFunction } from "../functions/yaml.ts";
import { expressionsOf, operandsOf, partsOf } from "./walk.ts";

/** What a chart's files refer to. */
export interface Collected {
  /** Named templates by name, in the order of their first use. */
  readonly defines: ReadonlyMap<string, Define>;
  /** The names of included templates that are not the chart's own. */
  readonly foreign: ReadonlySet<string>;
  /** Functions that have a named template, by name. */
  readonly functions: ReadonlyMap<string, TemplateFunction>;
  /** The values that are read, as paths of the values model joined by dots. */
  readonly values: ReadonlySet<string>;
}

/** The variables around a part, and whether a loop has made them. */
type Variables = ReadonlyMap<string, "loop" | "variable">;

interface Found {
  readonly chart: string;
  readonly defines: Map<string, Define>;
  readonly foreign: Set<string>;
  readonly functions: Map<string, TemplateFunction>;
  readonly values: Set<string>;
}

/** Collects what parts of a chart refer to, through all its own named templates; those of subcharts stay out. */
export function collect(parts: readonly unknown[], chart: string): Collected {
  const found: Found = {
    chart,
    defines: new Map(),
    foreign: new Set(),
    functions: new Map(),
    values: new Set(),
  };
  for (const part of parts) visitPart(part, new Map(), found);
  for (const name of found.functions.keys()) {
    const define = `${chart}.${name}`;
    if (found.defines.has(define))
      throw new TypeError(`Cannot define "${define}": a function has a template of that name`);
  }
  return found;
}

function visitPart(part: unknown, variables: Variables, found: Found): void {
  if (part instanceof Define) {
    visitDefine(part, found);
    return;
  }
  for (const node of expressionsOf(part)) visitNode(node, variables, found);
  if (part instanceof Expression && printsYaml(part[NODE])) found.functions.set("yaml", yamlFunction);
  const inside = addVariables(part, variables);
  for (const inner of partsOf(part)) visitPart(inner, inside, found);
}

function printsYaml(node: ExpressionNode): boolean {
  return (node.type === "object" || node.type === "array") && node.op !== "include";
}

// A part that means an outer variable of the same name would read the inner one, and say nothing.
function addVariables(part: unknown, variables: Variables): Variables {
  const kind = part instanceof ForEach ? "loop" : "variable";
  const added = variablesOf(part);
  const hidden = added.find((name) => variables.has(name) && (kind === "loop" || variables.get(name) === "loop"));
  if (hidden !== undefined) throw new TypeError(`Cannot bind ${hidden} here: a part around it has bound it already`);
  return added.length === 0 ? variables : new Map([...variables, ...added.map((name) => [name, kind] as const)]);
}

function variablesOf(part: unknown): readonly string[] {
  if (part instanceof Bind) return [part.variable];
  if (!(part instanceof ForEach)) return [];
  return part.name === undefined ? [part.entry] : [part.name, part.entry];
}

function visitDefine(define: Define, found: Found): void {
  if (!define.name.startsWith(`${found.chart}.`)) {
    found.foreign.add(define.name);
    return;
  }
  const known = found.defines.get(define.name);
  if (known === define) return;
  if (known !== undefined) throw new TypeError(`Cannot define "${define.name}" twice: the bodies are not the same`);
  found.defines.set(define.name, define);
  if (define.body instanceof Expression && (define.type === "object" || define.type === "array")) {
    found.functions.set("yaml", yamlFunction);
  }
  visitPart(define.body, new Map(), found);
}

function visitNode(node: ExpressionNode, variables: Variables, found: Found): void {
  if (node.op === "path") visitPath(node, [""], variables, found);
  if (node.op === "call") visitFunction(node.function, found);
  if (node.op === "include") visitDefine(node.define, found);
  for (const [i, operand] of operandsOf(node).entries()) {
    const reads = node.op === "call" ? node.function.reads?.[i] : undefined;
    if (reads === undefined) visitNode(operand, variables, found);
    else visitPassed(operand, reads, variables, found);
  }
}

function visitFunction(fn: TemplateFunction, found: Found): void {
  if (fn.template === undefined) return;
  const known = found.functions.get(fn.name);
  if (known?.template === fn.template) return;
  if (known !== undefined) throw new TypeError(`Cannot use two functions of the name ${fn.name}: one would be printed`);
  found.functions.set(fn.name, fn);
  for (const needed of fn.template.needs?.() ?? []) visitFunction(needed, found);
}

// A value that is passed whole is read only where the function says so; so are the values of a map of such.
function visitPassed(node: ExpressionNode, reads: readonly string[], variables: Variables, found: Found): void {
  if (node.op === "path") visitPath(node, reads, variables, found);
  else if (node.op === "dict") for (const [, value] of node.entries) visitPassed(value, reads, variables, found);
  else {
    visitNode(node, variables, found);
    if (node.op === "call" && node.source !== undefined) visitPath(node.source, reads, variables, found);
  }
}

function visitPath(path: PathNode, reads: readonly string[], variables: Variables, found: Found): void {
  if (path.root !== "." && !variables.has(path.root)) {
    throw new TypeError(`Cannot use ${path.root} here: it is bound elsewhere, and a named template sees no variables`);
  }
  for (const model of path.models) {
    for (const field of reads) found.values.add([...model, ...(field === "" ? [] : [field])].join("."));
  }
  const fallback = path.schema.default;
  if (typeof fallback === "object" && !Array.isArray(fallback) && !isEmptyInGo(fallback)) {
    found.functions.set("defaults", defaultsFunction);
  }
}
