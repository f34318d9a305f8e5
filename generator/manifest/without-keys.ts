/**
 * What remains of a tree where some keys of the root are never given: a chart that is installed alone has no pipeline
 * around it. Conditions that this decides are gone, with all that they keep out.
 */
import { isEmptyInGo } from "../expression/default-rule.ts";
import { Define } from "../expression/define.ts";
import { fieldInGo, isNil } from "../expression/go/go-values.ts";
import {
  type ApplyNode,
  type CallNode,
  type ExpressionNode,
  type IncludeNode,
  type NamedTemplate,
  operandsOf,
  type Part,
  type PathNode,
  type TreeFunction,
} from "../expression/node.ts";
import { Handle } from "../expression/part.ts";
import { extendScopeFunction } from "../functions/named-templates/extend-scope.ts";
import { isMap } from "../is-map.ts";
import { allExpressionsOf } from "./walk.ts";

/** Rewrites parts and named templates of one chart. */
export interface KeyRemover {
  /** What remains of a part; nothing where none of it does. */
  readonly part: (part: Part) => Part | undefined;
  /** The template of the same name without them; the same one for the same template. */
  readonly define: <T>(define: Define<T>) => Define<T>;
}

/** A value that is known without a render. */
interface Known {
  readonly value: unknown;
}

/** Variables whose values are known. */
type Variables = ReadonlyMap<string, Known>;

const NONE: Variables = new Map();

/** Makes the rewriter for roots that lack some keys. */
export function withoutKeys(keys: ReadonlySet<string>): KeyRemover {
  const defines = new Map<NamedTemplate, Define>();
  const emptied = new Set<NamedTemplate>();

  const defineOf = (define: NamedTemplate): Define => {
    const known = defines.get(define);
    if (known !== undefined) return known;
    const { name, type, comment, isCheck } = define;
    const body = rewrite(define.body, NONE);
    if (body === undefined && EMPTY[type] !== undefined) emptied.add(define);
    const rest = new Define(name, type, new Handle(body ?? EMPTY[type] ?? define.body), comment, { isCheck });
    defines.set(define, rest);
    return rest;
  };

  /** The template that an include sees, if its root lacks the keys too. */
  const includedBy = ({ define, scope }: IncludeNode): NamedTemplate => {
    if (scope === undefined) return defineOf(define);
    if (scope.op !== "call" || scope.function !== extendScopeFunction) return define;
    const [fields] = scope.args;
    const isAdded = fields?.op !== "dict" || fields.entries.some(([key]) => keys.has(key));
    return isAdded ? define : defineOf(define);
  };

  /** Whether nothing is left of what an expression includes. */
  const isEmptied = (node: ExpressionNode): boolean =>
    node.op === "include" && includedBy(node) !== node.define && emptied.has(node.define);

  /** Whether the value of an expression depends on what is known. */
  const isConcerned = (node: ExpressionNode, variables: Variables): boolean => {
    if (node.op === "path") return isGone(node) || variables.has(node.root);
    if (isEmptied(node)) return true;
    return operandsOf(node).some((operand) => isConcerned(operand, variables));
  };
  const isGone = ({ root, keys: [key = ""] }: PathNode): boolean => root === "." && keys.has(key);

  const knownOf = (node: ExpressionNode, variables: Variables): Known | undefined => {
    switch (node.op) {
      case "literal":
        return { value: node.value };
      case "path":
        return withDefault(node, givenOf(node, variables));
      case "and":
      case "or": {
        const decisive = node.op === "or";
        const truths = node.args.map((arg) => truthOf(arg, variables));
        if (truths.includes(decisive)) return { value: decisive };
        return truths.includes(undefined) ? undefined : { value: !decisive };
      }
      case "not": {
        const truth = truthOf(node.arg, variables);
        return truth === undefined ? undefined : { value: !truth };
      }
      case "present": {
        const known = givenOf(node.arg, variables);
        return known && { value: !isNil(known.value) };
      }
      case "nonEmpty": {
        const truth = truthIn(givenOf(node.arg, variables));
        return truth === undefined ? undefined : { value: truth };
      }
      case "call":
        return callValueOf(node, variables);
      case "include":
        return isEmptied(node) ? { value: node.type === "array" ? [] : {} } : undefined;
      case "dict":
        return node.entries.length === 0 ? { value: {} } : undefined;
      case "list":
        return node.items.length === 0 ? { value: [] } : undefined;
      case "apply":
        return appliedValueOf(node, variables);
      default:
        return node satisfies never;
    }
  };

  /** What a function yields of whose body nothing is left for what is known of its arguments. */
  const appliedValueOf = ({ function: fn, args }: ApplyNode, variables: Variables): Known | undefined => {
    // A function for data of any depth calls itself.
    if (fn.isVariadic || active.has(fn)) return undefined;
    const params = new Map<string, Known>();
    for (const [i, param] of fn.params.entries()) {
      const arg = args[i];
      const known = arg && givenOf(arg, variables);
      if (known !== undefined) params.set(param, known);
    }
    active.add(fn);
    const body = rewrite(fn.body, params);
    active.delete(fn);
    return body === undefined
      ? { value: { list: [], map: {}, text: "", first: "", checks: "" }[fn.result] }
      : undefined;
  };
  const active = new Set<TreeFunction>();

  /** A value in a place that accepts an absent one: without its default. */
  const givenOf = (node: ExpressionNode, variables: Variables): Known | undefined => {
    if (node.op !== "path") return knownOf(node, variables);
    if (isGone(node)) return { value: undefined };
    let known = variables.get(node.root);
    for (const key of node.keys) {
      // Go fails there; a condition around it keeps Helm from it.
      if (known === undefined || !(isNil(known.value) || isMap(known.value))) return undefined;
      known = { value: fieldInGo(known.value, key) };
    }
    return known;
  };

  const withDefault = (path: PathNode, known: Known | undefined): Known | undefined =>
    known === undefined || !isEmptyInGo(known.value) ? known : { value: path.schema.default ?? known.value };

  const argumentsOf = ({ function: fn, args }: CallNode, variables: Variables): readonly (Known | undefined)[] => {
    const safe = fn.absentSafe ?? [];
    return args.map((arg, i) =>
      safe === "all" || safe.includes(i) ? givenOf(arg, variables) : knownOf(arg, variables),
    );
  };

  const callValueOf = (node: CallNode, variables: Variables): Known | undefined => {
    const { function: fn } = node;
    const known = argumentsOf(node, variables);
    const searched = known[fn.searches ?? -1];
    if (searched !== undefined && isEmptyInGo(searched.value))
      return { value: fn.js(...([searched.value, ""] as never[])) };
    if (fn.refuses === true || known.includes(undefined)) return undefined;
    return { value: fn.js(...(known.map((each) => each?.value) as never[])) }; // each function knows its own arguments
  };

  const truthOf = (node: ExpressionNode, variables: Variables): boolean | undefined =>
    truthIn(knownOf(node, variables));

  /** The value of an expression that depends on what is known; constants that an author wrote stay as they are. */
  const decidedOf = (node: ExpressionNode, variables: Variables): Known | undefined =>
    isConcerned(node, variables) ? knownOf(node, variables) : undefined;
  const decidedTruthOf = (node: ExpressionNode, variables: Variables): boolean | undefined =>
    truthIn(decidedOf(node, variables));

  /** The same node for the same one: the printer binds what stands twice in a part to a variable. */
  const rewriteNode = (node: ExpressionNode, variables: Variables): ExpressionNode => {
    const done = nodes.get(variables) ?? new Map<ExpressionNode, ExpressionNode>();
    nodes.set(variables, done);
    const rest = done.get(node) ?? rewriteOnce(node, variables);
    done.set(node, rest);
    return rest;
  };
  const nodes = new WeakMap<Variables, Map<ExpressionNode, ExpressionNode>>();

  const rewriteOnce = (node: ExpressionNode, variables: Variables): ExpressionNode => {
    if (!isConcerned(node, variables) && !includes(node)) return node;
    if (node.op === "include" && !isEmptied(node)) {
      return { ...node, define: includedBy(node), ...(node.scope && { scope: rewriteNode(node.scope, variables) }) };
    }
    const known = decidedOf(node, variables);
    const constant = known === undefined ? undefined : constantOf(known.value);
    return constant ?? chosenBy(node, variables) ?? rewriteOperands(node, variables);
  };

  /** What remains of a call that yields one of its arguments, where it is known which. */
  const chosenBy = (node: ExpressionNode, variables: Variables): ExpressionNode | undefined => {
    if (node.op !== "call" || node.function.chooses === undefined) return undefined;
    const truths = argumentsOf(node, variables).map(truthIn);
    const chosen = node.args[node.function.chooses(truths) ?? -1];
    return chosen && rewriteNode(chosen, variables);
  };

  /** The arguments of a function that merges maps, without those that are known to be empty. */
  const rewriteMaps = (node: ApplyNode, variables: Variables): ExpressionNode => {
    const args = node.args
      .map((arg) => rewriteNode(arg, variables))
      .flatMap((arg) => (arg.op === "apply" && arg.function === node.function ? arg.args : [arg]))
      .filter((arg) => arg.op !== "dict" || arg.entries.length > 0);
    const [first] = args;
    return first?.op === "dict" && args.length === 1 ? first : { ...node, args };
  };

  const rewriteOperands = (node: ExpressionNode, variables: Variables): ExpressionNode => {
    const all = (nodes: readonly ExpressionNode[]): readonly ExpressionNode[] =>
      nodes.map((each) => rewriteNode(each, variables));
    switch (node.op) {
      case "and":
      case "or": {
        const args = all(node.args.filter((arg) => decidedTruthOf(arg, variables) === undefined));
        const [first] = args;
        return args.length === 1 && first?.type === "boolean" ? first : { ...node, args };
      }
      case "not":
      case "present":
      case "nonEmpty":
        return { ...node, arg: rewriteNode(node.arg, variables) };
      case "call": {
        const args = all(node.args);
        const filled = node.function.joinsLists === true ? args.filter((arg) => !isEmptyList(arg)) : args;
        return { ...node, args: filled.length === 0 ? args : filled };
      }
      case "apply":
        return node.function.mergesMaps ? rewriteMaps(node, variables) : { ...node, args: all(node.args) };
      case "dict":
        return { ...node, entries: node.entries.map(([key, value]) => [key, rewriteNode(value, variables)]) };
      case "list":
        return { ...node, items: all(node.items) };
      case "literal":
      case "path":
      case "include":
        return node;
      default:
        return node satisfies never;
    }
  };

  const rewriteAll = (parts: readonly Part[], variables: Variables): readonly Part[] =>
    parts.flatMap((part) => rewrite(part, variables) ?? []);

  /** A field whose value has no parts left is null, unless a condition leaves it out. */
  const rewriteField = (field: Part, variables: Variables): Part | undefined => {
    const rest = rewrite(field, variables);
    return rest === undefined && field.kind !== "when" && field.kind !== "choice" && field.kind !== "spread"
      ? field
      : rest;
  };

  const rewrite = (part: Part, variables: Variables): Part | undefined => {
    const node = (expression: ExpressionNode): ExpressionNode => rewriteNode(expression, variables);
    const inside = (inner: Part): Part | undefined => rewrite(inner, variables);
    switch (part.kind) {
      case "literal":
        return part;
      case "expression":
        if (isEmptied(part.node) || (isCheck(part.node) && decidedOf(part.node, variables))) return undefined;
        return { ...part, node: node(part.node) };
      case "map": {
        const fields = part.fields.flatMap(([key, field]) => {
          const rest = rewriteField(field, variables);
          return rest === undefined ? [] : [[key, rest] as const];
        });
        return { ...part, fields };
      }
      case "list": {
        const items = rewriteAll(part.items, variables);
        return items.length === 0 && part.items.length > 0 ? undefined : { ...part, items };
      }
      case "when":
      case "choice": {
        const truth = decidedTruthOf(part.test, variables);
        const then = truth === false ? undefined : inside(part.then);
        const otherwise = truth === true || part.kind === "when" ? undefined : inside(part.otherwise);
        if (truth !== undefined) return truth ? then : otherwise;
        const test = node(part.test);
        if (then !== undefined && otherwise !== undefined) return { kind: "choice", test, then, otherwise };
        if (then !== undefined) return { kind: "when", test, then };
        return otherwise && { kind: "when", test: { op: "not", type: "boolean", arg: test }, then: otherwise };
      }
      case "each":
      case "repeated": {
        if (decidedTruthOf(part.over, variables) === false) return undefined;
        const item = inside(part.item);
        if (item === undefined) return undefined;
        const over = node(part.over);
        if (part.kind === "each") return { ...part, over, item };
        const test = part.test === undefined ? undefined : node(part.test);
        return { ...part, over, item, test, key: node(part.key), id: node(part.id) };
      }
      case "bind": {
        const known = decidedOf(part.value, variables);
        if (known !== undefined) return rewrite(part.body, new Map([...variables, [part.variable, known]]));
        const body = inside(part.body);
        return body !== undefined && uses(body, part.variable) ? { ...part, value: node(part.value), body } : body;
      }
      case "collect": {
        const items = inside(part.items);
        if (items === undefined) {
          const value = { list: [], map: {}, sum: 0 }[part.into];
          return rewrite(part.body, new Map([...variables, [part.variable, { value }]]));
        }
        const body = inside(part.body);
        return body && { ...part, items, body };
      }
      case "entry":
        return { ...part, key: node(part.key), value: node(part.value) };
      case "guard": {
        const isNever = decidedTruthOf(part.test, variables) === false;
        return isNever ? undefined : { ...part, test: node(part.test), message: node(part.message) };
      }
      case "spread": {
        const fields = inside(part.fields);
        return fields && { ...part, fields };
      }
      default:
        return part satisfies never;
    }
  };

  return { part: (part) => rewrite(part, NONE), define: <T>(define: Define<T>) => defineOf(define) as Define<T> }; // its own rest
}

/** Go's truth of a value, where it is known. */
function truthIn(known: Known | undefined): boolean | undefined {
  return known && !isEmptyInGo(known.value);
}

/** What a named template yields that has no part left, where its text can be read back. */
const EMPTY: Readonly<Partial<Record<Define["type"], Part>>> = {
  documents: { kind: "list", items: [] },
  object: { kind: "map", fields: [] },
  array: { kind: "list", items: [] },
};

/** The node of a constant; nothing for what no node can say: an absent value, and a map or list with entries. */
function constantOf(value: unknown): ExpressionNode | undefined {
  if (typeof value === "string") return { op: "literal", type: "string", value };
  if (typeof value === "boolean") return { op: "literal", type: "boolean", value };
  if (typeof value === "number") return { op: "literal", type: "number", value };
  if (isNil(value) || !isEmptyInGo(value)) return undefined;
  return Array.isArray(value) ? { op: "list", type: "array", items: [] } : { op: "dict", type: "object", entries: [] };
}

function isEmptyList(node: ExpressionNode): boolean {
  return node.op === "list" && node.items.length === 0;
}

function isCheck(node: ExpressionNode): boolean {
  return node.op === "apply" && node.function.result === "checks";
}

function includes(node: ExpressionNode): boolean {
  return node.op === "include" || operandsOf(node).some(includes);
}

function uses(part: Part, variable: string): boolean {
  return allExpressionsOf(part).some((node) => readsVariable(node, variable));
}

function readsVariable(node: ExpressionNode, variable: string): boolean {
  return node.op === "path" ? node.root === variable : operandsOf(node).some((each) => readsVariable(each, variable));
}
