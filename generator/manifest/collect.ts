/** Finds what the files of a chart need: named templates, functions, values; refuses variables out of their reach. */
import { Bind } from "../expression/bind.ts";
import { defaultsFunction } from "../expression/defaults-function.ts";
import { Define } from "../expression/define.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { isEmptyInGo } from "../expression/lower.ts";
import type { ExpressionNode, IncludeNode, PathNode, TemplateFunction } from "../expression/node.ts";
import { extendScopeFunction } from "../functions/extend-scope.ts";
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

/** What is in reach of a part: the variables around it, and the keys of the root that its template sees. */
interface Place {
  readonly variables: ReadonlySet<string>;
  readonly rootKeys: ReadonlySet<string>;
}

/** What Helm puts into the root of every template. */
const TOP: Place = {
  variables: new Set(),
  rootKeys: new Set(["Capabilities", "Chart", "Files", "Release", "Subcharts", "Template", "Values"]),
};

interface Found {
  readonly chart: string;
  readonly defines: Map<string, Define>;
  readonly foreign: Set<string>;
  readonly functions: Map<string, TemplateFunction>;
  readonly values: Set<string>;
  /** By named template: the keys of the roots that its includers give it, all together. */
  readonly rootKeys: Map<string, ReadonlySet<string>>;
}

/** Collects what parts of a chart refer to, through all its own named templates; those of subcharts stay out. */
export function collect(parts: readonly unknown[], chart: string): Collected {
  const found: Found = {
    chart,
    defines: new Map(),
    foreign: new Set(),
    functions: new Map(),
    values: new Set(),
    rootKeys: new Map(),
  };
  for (const part of parts) visitPart(part, TOP, found);
  for (const name of found.functions.keys()) {
    const define = `${chart}.${name}`;
    if (found.defines.has(define))
      throw new TypeError(`Cannot define "${define}": a function has a template of that name`);
  }
  return found;
}

function visitPart(part: unknown, place: Place, found: Found): void {
  if (part instanceof Define) {
    visitDefine(part, TOP.rootKeys, found);
    return;
  }
  for (const node of expressionsOf(part)) visitNode(node, place, found);
  if (part instanceof Expression && printsYaml(part[NODE])) found.functions.set("yaml", yamlFunction);
  const inside = addVariables(part, place);
  for (const inner of partsOf(part)) visitPart(inner, inside, found);
}

function printsYaml(node: ExpressionNode): boolean {
  return (node.type === "object" || node.type === "array") && node.op !== "include";
}

// A part that means an outer variable of the same name would read the inner one, and say nothing; and what Go assigns
// inside a variable's part stays behind it.
function addVariables(part: unknown, place: Place): Place {
  const added = variablesOf(part);
  const hidden = added.find((name) => place.variables.has(name));
  if (hidden !== undefined) throw new TypeError(`Cannot bind ${hidden} here: a part around it has bound it already`);
  return added.length === 0 ? place : { ...place, variables: new Set([...place.variables, ...added]) };
}

function variablesOf(part: unknown): readonly string[] {
  if (part instanceof Bind) return [part.variable];
  if (!(part instanceof ForEach)) return [];
  return part.name === undefined ? [part.entry] : [part.name, part.entry];
}

function visitDefine(define: Define, rootKeys: ReadonlySet<string>, found: Found): void {
  if (!define.name.startsWith(`${found.chart}.`)) {
    found.foreign.add(define.name);
    return;
  }
  const known = found.defines.get(define.name);
  if (known !== undefined && known !== define)
    throw new TypeError(`Cannot define "${define.name}" twice: the bodies are not the same`);
  const visited = found.rootKeys.get(define.name) ?? new Set();
  if (known !== undefined && [...rootKeys].every((key) => visited.has(key))) return;
  const allKeys = new Set([...visited, ...rootKeys]);
  found.rootKeys.set(define.name, allKeys);
  found.defines.set(define.name, define);
  if (define.body instanceof Expression && (define.type === "object" || define.type === "array")) {
    found.functions.set("yaml", yamlFunction);
  }
  visitPart(define.body, { ...TOP, rootKeys: allKeys }, found);
}

function visitNode(node: ExpressionNode, place: Place, found: Found): void {
  if (node.op === "path") visitPath(node, [""], place, found);
  if (node.op === "call") visitFunction(node.function, found);
  if (node.op === "include") visitDefine(node.define, extendRoot(node, place), found);
  for (const [i, operand] of operandsOf(node).entries()) {
    const reads = node.op === "call" ? node.function.reads?.[i] : undefined;
    if (reads === undefined) visitNode(operand, place, found);
    else visitPassed(operand, reads, place, found);
  }
}

// Helm's merge would keep the old value where the new one is empty, and mix maps in the values themselves.
function extendRoot({ define, scope }: IncludeNode, { rootKeys }: Place): ReadonlySet<string> {
  if (scope?.op !== "call" || scope.function !== extendScopeFunction) return rootKeys;
  const [fields] = scope.args;
  const added = fields?.op === "dict" ? fields.entries.map(([key]) => key) : [];
  const hidden = added.find((key) => rootKeys.has(key));
  if (hidden !== undefined) {
    throw new TypeError(`Cannot include "${define.name}" with "${hidden}" here: the scope has a field of that name`);
  }
  return new Set([...rootKeys, ...added]);
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
function visitPassed(node: ExpressionNode, reads: readonly string[], place: Place, found: Found): void {
  if (node.op === "path") visitPath(node, reads, place, found);
  else if (node.op === "dict") for (const [, value] of node.entries) visitPassed(value, reads, place, found);
  else {
    visitNode(node, place, found);
    if (node.op === "call" && node.source !== undefined) visitPath(node.source, reads, place, found);
  }
}

function visitPath(path: PathNode, reads: readonly string[], place: Place, found: Found): void {
  if (path.root !== "." && !place.variables.has(path.root)) {
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
