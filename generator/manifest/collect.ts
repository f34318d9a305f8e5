/**
 * Finds what the files of a chart need: named templates, functions, values; refuses variables that are out of scope.
 */
import { fillsIn } from "../expression/default-rule.ts";
import { defaultsFunction } from "../expression/defaults-function.ts";
import { Define } from "../expression/define.ts";
import { PREFIX_VARIABLE } from "../expression/go/message-prefix.ts";
import {
  type ApplyNode,
  type ExpressionNode,
  type IncludeNode,
  type NamedTemplate,
  operandsOf,
  type Part,
  type PathNode,
  type TemplateFunction,
  type TreeFunction,
} from "../expression/node.ts";
import { extendScopeFunction } from "../functions/named-templates/extend-scope.ts";
import { yamlFunction } from "../functions/yaml.ts";
import { resultVariable } from "./print/print-tree.ts";
import { readsOfArgument } from "./reads.ts";
import { expressionsOf, isWalkedBy, partsOf, variablesOf } from "./walk.ts";

/** A function that is printed as a named template. */
export type PrintedFunction = TemplateFunction | TreeFunction;

/** What a chart's files refer to. */
export interface Collected {
  /** Named templates by name, in the order of their first use. */
  readonly defines: ReadonlyMap<string, Define>;
  /** The names of included templates that are not the chart's own. */
  readonly foreign: ReadonlySet<string>;
  /** Functions that have a named template, by name. */
  readonly functions: ReadonlyMap<string, PrintedFunction>;
  /** The values that are read, as paths of the values model joined by dots. */
  readonly values: ReadonlySet<string>;
}

/** What is in scope of a part: the variables around it, and the keys of the root that its template sees. */
interface Place {
  readonly variables: ReadonlySet<string>;
  /** Absent in the body of a function, which sees its arguments alone. */
  readonly rootKeys: ReadonlySet<string> | undefined;
  /** The function around, if it may not refuse to render: it does not know what messages begin with. */
  readonly silent?: string;
}

/** What Helm puts into the root of every template. */
const TOP_KEYS: ReadonlySet<string> = new Set([
  "Capabilities",
  "Chart",
  "Files",
  "Release",
  "Subcharts",
  "Template",
  "Values",
]);
const TOP: Place = { variables: new Set(), rootKeys: TOP_KEYS };

interface Found {
  readonly chart: string;
  readonly defines: Map<string, Define>;
  readonly foreign: Set<string>;
  readonly functions: Map<string, PrintedFunction>;
  readonly values: Set<string>;
  /** By named template: the keys of the roots that its includers give it, all together. */
  readonly rootKeys: Map<string, ReadonlySet<string>>;
}

/** Collects what parts of a chart refer to, through all its own named templates; those of subcharts are left out. */
export function collect(parts: readonly (Part | Define)[], chart: string): Collected {
  const found: Found = {
    chart,
    defines: new Map(),
    foreign: new Set(),
    functions: new Map(),
    values: new Set(),
    rootKeys: new Map(),
  };
  for (const part of parts) {
    if (part instanceof Define) visitDefine(part, TOP_KEYS, found);
    else visitPart(part, TOP, found);
  }
  for (const name of found.functions.keys()) {
    const define = `${chart}.${name}`;
    if (found.defines.has(define))
      throw new TypeError(`Cannot define "${define}": a function has a template of that name`);
  }
  return found;
}

function visitPart(part: Part, place: Place, found: Found): void {
  if (part.kind === "guard") checkRefusal(true, place);
  const inside = addVariables(part, place);
  for (const node of expressionsOf(part)) {
    // The item of a loop says what is read of the map or list.
    if (isWalkedBy(part, node) && node.op === "path") visitPath(node, [], place, found);
    // The key of repeated entries is read of the entries.
    else visitNode(node, part.kind === "repeated" && node !== part.over ? inside : place, found);
  }
  if (part.kind === "expression" && printsYaml(part.node)) found.functions.set("yaml", yamlFunction);
  for (const inner of partsOf(part)) visitPart(inner, inside, found);
}

function printsYaml(node: ExpressionNode): boolean {
  return (node.type === "object" || node.type === "array") && node.op !== "include";
}

// A part that means an outer variable of the same name would silently read the inner one; and an assignment inside a
// variable's part lasts beyond it in Go.
function addVariables(part: Part, place: Place): Place {
  const added = variablesOf(part);
  const hidden = added.find((name) => place.variables.has(name));
  if (hidden !== undefined) throw new TypeError(`Cannot bind ${hidden} here: a part around it has bound it already`);
  return added.length === 0 ? place : { ...place, variables: new Set([...place.variables, ...added]) };
}

function checkRefusal(refuses: boolean | undefined, { silent }: Place): void {
  if (refuses !== true || silent === undefined) return;
  throw new TypeError(`Cannot refuse to render in ${silent}: expected a function that is defined with refuses: true`);
}

function visitDefine(define: NamedTemplate, rootKeys: ReadonlySet<string>, found: Found): void {
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
  found.defines.set(define.name, define as Define); // every named template is one
  if (define.body.kind === "expression" && (define.type === "object" || define.type === "array")) {
    found.functions.set("yaml", yamlFunction);
  }
  visitPart(define.body, { variables: new Set(), rootKeys: allKeys }, found);
}

function visitNode(node: ExpressionNode, place: Place, found: Found): void {
  switch (node.op) {
    case "path":
      visitPath(node, [""], place, found);
      return;
    case "apply":
      checkRefusal(node.function.refuses, place);
      visitApply(node, place, found);
      return;
    case "call":
      checkRefusal(node.function.refuses, place);
      visitFunction(node.function, found);
      for (const [i, arg] of node.args.entries()) {
        const reads = readsOfArgument(node, i);
        if (reads === undefined) visitNode(arg, place, found);
        else visitPassed(arg, reads, place, found);
      }
      return;
    case "include":
      if (node.scope === undefined && place.rootKeys === undefined) {
        throw new TypeError(`Cannot include "${node.define.name}" here: a function sees its arguments alone`);
      }
      visitDefine(node.define, extendRoot(node, place), found);
      break;
    case "literal":
    case "and":
    case "or":
    case "not":
    case "present":
    case "nonEmpty":
    case "dict":
    case "list":
      break;
    default:
      node satisfies never;
  }
  for (const operand of operandsOf(node)) visitNode(operand, place, found);
}

// Of a value that is passed whole, the fields are read that the body reads of its parameter.
function visitApply(node: ApplyNode, place: Place, found: Found): void {
  visitTree(node.function, found);
  for (const [i, arg] of node.args.entries()) visitPassed(arg, readsOfArgument(node, i) ?? [], place, found);
}

function visitTree(fn: TreeFunction, found: Found): void {
  if (isKnownFunction(fn, found)) return;
  found.functions.set(fn.name, fn);
  const { name, params, result, body, refuses } = fn;
  const own = resultVariable(result);
  if (params.includes(own)) throw new TypeError(`Cannot call a parameter of ${name} ${own}: it holds the result`);
  if (refuses && params.includes(PREFIX_VARIABLE)) {
    throw new TypeError(`Cannot call a parameter of ${name} ${PREFIX_VARIABLE}: messages begin with it`);
  }
  const variables = new Set([...params, own, ...(refuses ? [PREFIX_VARIABLE] : [])]);
  visitPart(body, { variables, rootKeys: undefined, ...(refuses ? {} : { silent: name }) }, found);
}

// Helm's merge would keep the old value where the new one is empty, and mix maps in the values themselves.
function extendRoot({ define, scope }: IncludeNode, { rootKeys = new Set() }: Place): ReadonlySet<string> {
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
  if (fn.template === undefined || isKnownFunction(fn, found)) return;
  found.functions.set(fn.name, fn);
  for (const needed of fn.template.needs?.() ?? []) visitFunction(needed, found);
}

function isKnownFunction(fn: PrintedFunction, found: Found): boolean {
  const known = found.functions.get(fn.name);
  if (known === undefined) return false;
  if (!isSameFunction(fn, known))
    throw new TypeError(`Cannot use two functions of the name ${fn.name}: one would be printed`);
  return true;
}

/** Whether two functions are one: a function of Go may have several forms, which share a template. */
export function isSameFunction(fn: PrintedFunction, other: PrintedFunction): boolean {
  return "params" in fn || "params" in other ? other === fn : other.template === fn.template;
}

// A value that is passed whole is read only as far as the function declares; so are the values of a map of such.
function visitPassed(node: ExpressionNode, reads: readonly string[], place: Place, found: Found): void {
  if (node.op === "path") visitPath(node, reads, place, found);
  else if (node.op === "dict") for (const [, value] of node.entries) visitPassed(value, reads, place, found);
  else {
    visitNode(node, place, found);
    if ((node.op === "call" || node.op === "apply") && node.source !== undefined)
      visitPath(node.source, reads, place, found);
  }
}

function visitPath(path: PathNode, reads: readonly string[], place: Place, found: Found): void {
  if (path.root !== "." && !place.variables.has(path.root)) {
    throw new TypeError(`Cannot use ${path.root} here: it is bound elsewhere, and a named template sees no variables`);
  }
  if (path.root === "." && place.rootKeys === undefined) {
    throw new TypeError(`Cannot use .${path.keys.join(".")} here: a function sees its arguments alone`);
  }
  for (const model of path.models) {
    // A parameter represents the arguments, in which the values are looked for.
    if (model[0]?.startsWith("$")) continue;
    for (const field of reads) found.values.add([...model, ...(field === "" ? [] : [field])].join("."));
  }
  if (fillsIn(path)) found.functions.set("defaults", defaultsFunction);
}
