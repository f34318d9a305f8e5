/** The nodes of an expression: plain data that both interpreters, the printer and the evaluator, walk. */
import type { JsonSchema } from "../json-schema.ts";
import type { Define } from "./define.ts";
import type { GoNode } from "./go-syntax.ts";

/** The JSON type of what an expression yields; "any" is a value of more than one type. */
export type ValueType = "string" | "integer" | "number" | "boolean" | "object" | "array" | "any";

/** An expression. */
export type ExpressionNode = LiteralNode | PathNode | CallNode | IncludeNode | DictNode | ListNode;

/** A constant. */
export interface LiteralNode {
  readonly op: "literal";
  readonly type: ValueType;
  readonly value: string | number | boolean;
}
/** The keys of a value from the model's root down, `*` for an entry of a map. */
export type ModelPath = readonly string[];

/** A field of the root (`.Values.image.tag`) or of a variable (`$volume.mountPath`). */
export interface PathNode {
  readonly op: "path";
  readonly type: ValueType;
  /** "." for the root, else the variable with its dollar sign. */
  readonly root: string;
  readonly keys: readonly string[];
  /** Whether the value may be absent. One with a default never is: the reference carries the default. */
  readonly optional: boolean;
  /** What the values model says of it; built-in objects such as `.Release` have a type only. */
  readonly schema: JsonSchema;
  /** Where it stands in the values model, `*` for an entry; several places where a template serves several, none for what is no value. */
  readonly models: readonly ModelPath[];
}
/** A function applied to arguments. */
export interface CallNode {
  readonly op: "call";
  readonly type: ValueType;
  readonly function: TemplateFunction;
  readonly args: readonly ExpressionNode[];
  readonly optional: boolean;
  /** The map or list whose entries the result holds, for a function that picks or sorts them. */
  readonly source?: PathNode;
}
/** A named template: its text, or the object that its text describes. */
export interface IncludeNode {
  readonly op: "include";
  readonly type: ValueType;
  readonly define: Define;
  /** What the template sees as its root; absent: the root of the one who includes it. */
  readonly scope?: ExpressionNode;
  /** Whether what it yields is kept for all who include it so, in whatever root: it is the same from each. */
  readonly isShared?: boolean;
}
/** A map with fixed keys. */
export interface DictNode {
  readonly op: "dict";
  readonly type: "object";
  readonly entries: readonly (readonly [string, ExpressionNode])[];
}
/** A list with a fixed number of items. */
export interface ListNode {
  readonly op: "list";
  readonly type: "array";
  readonly items: readonly ExpressionNode[];
}

/** A function in both languages: how a template calls it, and how it computes in process. */
export interface TemplateFunction {
  readonly name: string;
  /** The call in Go; `prefix` is the name of the chart whose files it is printed into. */
  readonly go: (args: readonly GoNode[], prefix: string) => GoNode;
  /** The same, computed. An absent value is `undefined`. */
  readonly js: (...args: never[]) => unknown;
  /** The constant pieces between the arguments, for a function that only joins text. */
  readonly pieces?: readonly string[];
  /** The named template that `go` includes, for what Go's own functions lack. */
  readonly template?: FunctionTemplate;
  /** Which arguments may be absent; for the others the printer fills in the default of a reference. */
  readonly absentSafe?: "all" | readonly number[];
  /** By argument: the fields that are read of a value which is passed whole (`*` for an entry); absent: all of them. */
  readonly reads?: readonly (readonly string[] | undefined)[];
}
/** The named template behind a function; `chart.name` is the chart's name and the function's. */
export interface FunctionTemplate {
  /** One sentence that stands above it. */
  readonly comment: string;
  /** The body, given the chart's name; its dot is the argument. */
  readonly body: (prefix: string) => string;
  /** Other functions whose named templates the body includes. */
  readonly needs?: () => readonly TemplateFunction[];
}

/** Whether an expression may yield nothing. */
export function isOptional(node: ExpressionNode): boolean {
  return (node.op === "path" || node.op === "call") && node.optional;
}

/** Whether two nodes print the same text. */
export function isSameNode(a: ExpressionNode, b: ExpressionNode): boolean {
  if (a === b) return true;
  if (a.op === "path" && b.op === "path") {
    return a.root === b.root && a.keys.length === b.keys.length && a.keys.every((key, i) => key === b.keys[i]);
  }
  if (a.op === "literal" && b.op === "literal") return a.value === b.value;
  if (a.op === "include" && b.op === "include") {
    return a.define === b.define && a.scope === undefined && b.scope === undefined;
  }
  if (a.op === "call" && b.op === "call") {
    return (
      a.function.name === b.function.name &&
      a.args.length === b.args.length &&
      a.args.every((arg, i) => isSameNode(arg, b.args[i] as ExpressionNode))
    ); // same length, checked above
  }
  return false;
}
