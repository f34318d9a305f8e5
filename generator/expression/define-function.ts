/**
 * Functions that are written once, as trees: the printer makes named templates of them, and the evaluator walks them.
 */
import type { JsonSchema } from "../json-schema.ts";
import { Expression, NODE, type Operand, toNode } from "./expression.ts";
import { templateName, variableRoot } from "./go/go-names.ts";
import {
  type ApplyNode,
  type PathNode,
  pathNode,
  sourceOf,
  type TreeFunction,
  type TreeResult,
  type ValueType,
} from "./node.ts";
import { type Entry, Handle, toPart } from "./part.ts";
import { createReference, type Reference, typeOfSchema } from "./reference.ts";

/** A parameter, and the schema of its arguments. */
export interface Param<out T = unknown> {
  readonly schema: JsonSchema;
  readonly type?: T;
}

/** A parameter of a type; a schema, or a part of a values model, says which fields it has. */
export function param<T>(schema: object = {}): Param<T> {
  return { schema: schema as JsonSchema }; // a values model is one
}

/** A parameter that is an object of Kubernetes' own. */
export function kubernetesParam<T>(definition: string): Param<T> {
  return { schema: { $ref: `#/definitions/${definition}` } };
}

/** A parameter for a text. */
export const stringParam: Param<string> = { schema: { type: "string" } };

type Params = Readonly<Record<string, Param>>;
/** The parameters as the body sees them. */
type Seen<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? Reference<T> : never };

/** The definition of a function. */
export interface FunctionSource<P extends Params, R = unknown> {
  /** The name of the template, after that of the chart. */
  readonly name: string;
  /** One sentence, printed above the template. */
  readonly comment: string;
  /** By name, in the order of the arguments. */
  readonly params: P;
  /** Whether the last parameter is the list of all further arguments. */
  readonly isVariadic?: boolean;
  /**
   * What becomes of the parts that the body yields, in their order:
   * - `"first"`: the first that is not empty (not "", 0, false, an empty list or map) is the result; "" where all are.
   * - `"text"`: all are joined to one text, without a separator.
   * - `"list"`: all are the items of a list.
   * - `"map"`: all are entries of a map, which `entry(key, value)` makes; of equal keys the last counts.
   * - `"checks"`: none has a value; each is a `guard` or another check, and may refuse to render. `defineCheck` sets it.
   */
  readonly result: TreeResult;
  /** Whether its body may refuse to render; absent: only if its result is `"checks"`. */
  readonly refuses?: boolean;
  /** The type of what it yields; absent: by the result. */
  readonly type?: ValueType;
  /** The parameter whose entries it picks or sorts: to pass one on is not to read it. */
  readonly picks?: keyof P & string;
  /** Whether it merges its arguments, all of them maps, the first of which wins. */
  readonly mergesMaps?: boolean;
  /**
   * Makes the parts, from references to the parameters: an expression, `entry()` or `guard()`, a list of parts, or parts
   * on a condition (`when`, `choose`), repeated (`forEach`) or with a variable (`bind`). It is called once, when the
   * function is defined, so it cannot read the values of arguments: `if` and `===` of TypeScript see references.
   * `self` is the function itself, for data of any depth.
   */
  readonly body: (params: Seen<P>, self: Apply<R>) => unknown;
}

/** Makes the expression of what a function yields for arguments; the caller knows the type. */
export type Apply<R> = <Q extends R = R>(...args: readonly Operand<unknown>[]) => Expression<Q>;

/** Makes a function: given arguments, it makes the expression of what the tree yields. */
export function defineFunction<R, P extends Params = Params>(source: FunctionSource<P, R>): Apply<R> {
  return applyTo<R>(createFunction<P, R>(source));
}

function applyTo<R>(fn: TreeFunction): Apply<R> {
  const picked = fn.picks === undefined ? -1 : fn.params.indexOf(fn.picks);
  return <Q extends R = R>(...args: readonly Operand<unknown>[]) => {
    checkArguments(fn, args.length);
    const nodes = args.map(toNode);
    const from = nodes[picked];
    const entries = from === undefined ? undefined : sourceOf(from);
    const node: ApplyNode = {
      op: "apply",
      type: fn.type,
      function: fn,
      args: nodes,
      ...(entries === undefined ? {} : { source: entries }),
    };
    return new Expression<Q>(node);
  };
}

// Go refuses to read an argument that is not there, and only when Helm renders.
function checkArguments({ name, params, isVariadic }: TreeFunction, found: number): void {
  const wanted = isVariadic ? params.length - 1 : params.length;
  if (found === wanted || (isVariadic && found > wanted)) return;
  const count = `${isVariadic ? "at least " : ""}${wanted} argument${wanted === 1 ? "" : "s"}`;
  throw new TypeError(`Cannot call ${name}: expected ${count}, got ${found}`);
}

/** Makes a check: a function whose body refuses to render, for use among documents. */
export function defineCheck<P extends Params>(
  source: Omit<FunctionSource<P, never>, "result" | "refuses" | "type" | "picks">,
): (...args: readonly Operand<unknown>[]) => Expression<never> {
  return defineFunction<never, P>({ ...source, result: "checks" });
}

/** An entry of the map that the body of a function makes. */
export function entry<T>(key: Operand<string>, value: Operand<T>): Entry<T> {
  return new Handle<"entry", T>({ kind: "entry", key: toNode(key), value: toNode(value) });
}

const TYPES: Readonly<Record<TreeResult, ValueType>> = {
  first: "string",
  list: "array",
  map: "object",
  text: "string",
  checks: "any",
};

function createFunction<P extends Params, R>(source: FunctionSource<P, R>): TreeFunction {
  const { name, comment, result, isVariadic = false, mergesMaps = false, picks } = source;
  const params = Object.entries(source.params).map(([key, { schema }]) => parameterPath(key, schema));
  const seen = params.map((path) => [path.root.slice(1), createReference<never>(path)] as const);
  const fn: TreeFunction = {
    name: templateName(name),
    comment,
    params: params.map(({ root }) => root),
    isVariadic,
    mergesMaps,
    result,
    refuses: source.refuses ?? result === "checks",
    type: source.type ?? TYPES[result],
    body: { kind: "list", items: [] },
    ...(picks === undefined ? {} : { picks: `$${picks}` }),
  };
  // A body that applies the function contains it: both are made before the function is used.
  const body = toPart(source.body(Object.fromEntries(seen) as never, applyTo<R>(fn))); // a reference for each parameter
  return Object.assign(fn, { body });
}

// Its own name, in place of one of the model's, identifies the argument that is read.
function parameterPath(name: string, { default: _, ...schema }: JsonSchema): PathNode {
  const type = typeOfSchema(schema);
  const root = variableRoot(name);
  return pathNode({ type, root, keys: [], optional: true, schema, models: [[root]], isNullable: true });
}

/** The tree of the function that an expression applies. */
export function treeOf(expression: Expression<unknown>): TreeFunction | undefined {
  const node = expression[NODE];
  return node.op === "apply" ? node.function : undefined;
}
