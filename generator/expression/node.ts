/**
 * The nodes of the tree: plain data that both interpreters, the printer and the evaluator, walk. Expressions are in
 * parts, and parts in the named templates that expressions include: both unions are in one file, because files must not
 * import each other.
 */
import type { JsonSchema } from "../json-schema.ts";
import type { GoNode } from "./go/go-syntax.ts";

/** The JSON type of what an expression yields; "any" is a value of more than one type. */
export type ValueType = "string" | "integer" | "number" | "boolean" | "object" | "array" | "any";

/** An expression. */
export type ExpressionNode =
  | LiteralNode
  | PathNode
  | LogicNode
  | TestNode
  | CallNode
  | ApplyNode
  | IncludeNode
  | DictNode
  | ListNode;

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
  /** Whether the value may be absent. One with a default never is: the reference has the default. */
  readonly optional: boolean;
  /** Its schema in the values model; built-in objects such as `.Release` have a type only. */
  readonly schema: JsonSchema;
  /** Its places in the values model, `*` for an entry; several if a template serves several, none if it is no value. */
  readonly models: readonly ModelPath[];
  /** Whether the variable itself may be absent, as an argument of a function. */
  readonly isNullable?: boolean;
}
/** `and` or `or`: both languages compute no more operands than the result needs. */
export interface LogicNode {
  readonly op: "and" | "or";
  readonly type: "boolean";
  readonly args: readonly ExpressionNode[];
}
/**
 * A test of one value: `not`, whether it is given at all (`present`), or given and not empty in Go's sense
 * (`nonEmpty`).
 */
export interface TestNode {
  readonly op: "not" | "present" | "nonEmpty";
  readonly type: "boolean";
  readonly arg: ExpressionNode;
}
/** A function of the template language applied to arguments. */
export interface CallNode {
  readonly op: "call";
  readonly type: ValueType;
  readonly function: TemplateFunction;
  readonly args: readonly ExpressionNode[];
  readonly optional: boolean;
  /** The map or list whose entries the result holds, for a function that picks or sorts them. */
  readonly source?: PathNode;
}
/** A function that is written as a tree applied to arguments. */
export interface ApplyNode {
  readonly op: "apply";
  readonly type: ValueType;
  readonly function: TreeFunction;
  readonly args: readonly ExpressionNode[];
  /** The map or list whose entries the result holds, for a function that picks or sorts them. */
  readonly source?: PathNode;
}
/** A named template: its text, or the object that its text describes. */
export interface IncludeNode {
  readonly op: "include";
  readonly type: ValueType;
  readonly define: NamedTemplate;
  /** The root of the template; absent: the root of its includer. */
  readonly scope?: ExpressionNode;
  /** Whether its result is cached for all roots, because it is the same for each. */
  readonly isShared?: boolean;
  /** Where in the root the text is kept for the next include; absent: it is rendered each time. */
  readonly kept?: PathNode;
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

/** What a named template yields. */
export type DefineType = ValueType | "documents";

/** A named template of an author. */
export interface NamedTemplate {
  /** The full name, `chart.name`: Helm's names are global over all charts of a release. */
  readonly name: string;
  readonly type: DefineType;
  readonly body: Part;
  /** One sentence, printed above it. */
  readonly comment: string;
  /** Whether it contains checks, which are printed in a file of their own. */
  readonly isCheck: boolean;
}

/**
 * What the body of a function makes: the `first` text that it yields (or ""), a `list` of all that it yields, a `map`
 * of its entries, all of its texts joined (`text`), or nothing but refusals (`checks`).
 */
export type TreeResult = "first" | "list" | "map" | "text" | "checks";

/** A function that is written once, as a tree: the printer makes a named template of it, the evaluator walks it. */
export interface TreeFunction {
  /** The template's name is the chart's name, a dot and this. */
  readonly name: string;
  /** One sentence, printed above the template. */
  readonly comment: string;
  /** The variables of the arguments, each with its dollar sign. */
  readonly params: readonly string[];
  /** Whether the last parameter is the list of all further arguments. */
  readonly isVariadic: boolean;
  readonly result: TreeResult;
  /** Whether it may refuse to render: it then gets what its messages begin with. */
  readonly refuses: boolean;
  /** The type of what it yields. */
  readonly type: ValueType;
  readonly body: Part;
  /** The parameter whose entries the function picks: to pass an entry on is not to read it. */
  readonly picks?: string;
  /** Whether it merges its arguments, all of them maps, the first of which wins. */
  readonly mergesMaps: boolean;
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
  /** The named template that `go` includes, if Go's own functions do not suffice. */
  readonly template?: FunctionTemplate;
  /** Which arguments may be absent; for the others the printer adds the default of a reference. */
  readonly absentSafe?: "all" | readonly number[];
  /**
   * The number of the argument that it yields, by Go's truth of each as far as that is known; absent for a function that
   * yields none of them.
   */
  readonly chooses?: (truths: readonly (boolean | undefined)[]) => number | undefined;
  /** The number of the map or list in which it looks for something: where that is empty, nothing else matters. */
  readonly searches?: number;
  /** Whether it joins its arguments, all of them lists. */
  readonly joinsLists?: true;
  /** Whether it may refuse to render, with the message that is its first argument. */
  readonly refuses?: boolean;
  /** By argument: the fields that are read of a value which is passed whole (`*` for an entry); absent: all of them. */
  readonly reads?: readonly (readonly string[] | undefined)[];
}
/** The named template of a function, `<chart>.<function>`. */
export interface FunctionTemplate {
  /** One sentence, printed above it. */
  readonly comment: string;
  /** The body, given the chart's name; its dot is the argument. */
  readonly body: (prefix: string) => string;
  /** Other functions whose named templates the body includes. */
  readonly needs?: () => readonly TemplateFunction[];
}

/** What a manifest, the notes, or the body of a function is made of. */
export type Part =
  | LiteralPart
  | ExpressionPart
  | MapPart
  | ListPart
  | WhenPart
  | ChoicePart
  | EachPart
  | RepeatedPart
  | BindPart
  | CollectPart
  | EntryPart
  | GuardPart
  | SpreadPart;

/** A constant; printers refuse any value other than a text, number, boolean or null. */
export interface LiteralPart {
  readonly kind: "literal";
  readonly value: unknown;
}
/** A computed value. */
export interface ExpressionPart {
  readonly kind: "expression";
  readonly node: ExpressionNode;
}
/** A map literal; among documents a whole object. */
export interface MapPart {
  readonly kind: "map";
  readonly fields: readonly (readonly [key: string, value: Part])[];
  /** Whether it is printed on one line. */
  readonly isInline?: true;
}
/** Items one after the other; among documents, lines or statements: all of them. */
export interface ListPart {
  readonly kind: "list";
  readonly items: readonly Part[];
  /** Whether it is printed on one line. */
  readonly isInline?: true;
}
/** A part that is present only on a condition. */
export interface WhenPart {
  readonly kind: "when";
  readonly test: ExpressionNode;
  readonly then: Part;
}
/** One of two parts. */
export interface ChoicePart {
  readonly kind: "choice";
  readonly test: ExpressionNode;
  readonly then: Part;
  readonly otherwise: Part;
}
/** A part for each entry of a map, in the order of the names, or for each item of a list. */
export interface EachPart {
  readonly kind: "each";
  readonly over: ExpressionNode;
  /** The variable of an entry's name, or of an item's position. */
  readonly name: string | undefined;
  /** The variable of an entry or item. */
  readonly entry: string;
  readonly item: Part;
}
/** A part for each entry whose key an earlier one has; that one's `id` is in a variable. */
export interface RepeatedPart {
  readonly kind: "repeated";
  readonly over: ExpressionNode;
  readonly name: string | undefined;
  readonly entry: string;
  /** Which entries are compared. */
  readonly test: ExpressionNode | undefined;
  readonly key: ExpressionNode;
  readonly id: ExpressionNode;
  /** It sees the key and the other one's id as `$entryKey` and `$entryOther`. */
  readonly item: Part;
}
/** A variable, and the part that sees it. */
export interface BindPart {
  readonly kind: "bind";
  /** With its dollar sign. */
  readonly variable: string;
  readonly value: ExpressionNode;
  readonly body: Part;
}
/** A variable that holds all that a part yields, or the sum of it, and the part that sees it. */
export interface CollectPart {
  readonly kind: "collect";
  readonly variable: string;
  readonly into: "list" | "map" | "sum";
  readonly items: Part;
  readonly body: Part;
}
/** An entry of the map that a function makes. */
export interface EntryPart {
  readonly kind: "entry";
  readonly key: ExpressionNode;
  readonly value: ExpressionNode;
}
/** Fails the render with a message when the test holds. */
export interface GuardPart {
  readonly kind: "guard";
  readonly test: ExpressionNode;
  readonly message: ExpressionNode;
}
/** A part in place of a field of a map: all fields of a named template, or those of a conditional map. */
export interface SpreadPart {
  readonly kind: "spread";
  readonly fields: Part;
}

/** The input of a path: a type and a place, and what differs from a value that is always present and in no model. */
export type PathSource = Pick<PathNode, "type" | "root" | "keys"> & Partial<PathNode>;

/** Makes a path. */
export function pathNode(source: PathSource): PathNode {
  return { op: "path", optional: false, schema: {}, models: [], ...source };
}

/** The reference whose entries an expression holds, where it is known. */
export function sourceOf(node: ExpressionNode): PathNode | undefined {
  if (node.op === "path") return node;
  return node.op === "call" || node.op === "apply" ? node.source : undefined;
}

/** Whether an expression may yield nothing. */
export function isOptional(node: ExpressionNode): boolean {
  return (node.op === "path" || node.op === "call") && node.optional;
}

/** The nodes directly inside a node. */
export function operandsOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.op) {
    case "literal":
    case "path":
      return [];
    case "and":
    case "or":
    case "call":
    case "apply":
      return node.args;
    case "not":
    case "present":
    case "nonEmpty":
      return [node.arg];
    case "include":
      return node.scope === undefined ? [] : [node.scope];
    case "dict":
      return node.entries.map(([, value]) => value);
    case "list":
      return node.items;
    default:
      return node satisfies never;
  }
}

/** Whether two nodes print the same text. */
export function isSameNode(a: ExpressionNode, b: ExpressionNode): boolean {
  if (a === b) return true;
  if (a.op !== b.op) return false;
  const hasSameOperands = (): boolean => {
    const [own, other] = [operandsOf(a), operandsOf(b)];
    return own.length === other.length && own.every((operand, i) => isSameNode(operand, other[i] as ExpressionNode)); // as long
  };
  switch (a.op) {
    case "literal":
      return a.value === (b as LiteralNode).value;
    case "path": {
      const { root, keys } = b as PathNode;
      return a.root === root && a.keys.length === keys.length && a.keys.every((key, i) => key === keys[i]);
    }
    case "and":
    case "or":
    case "not":
    case "present":
    case "nonEmpty":
      return hasSameOperands();
    case "call":
      return a.function.name === (b as CallNode).function.name && hasSameOperands();
    case "apply":
      return a.function === (b as ApplyNode).function && hasSameOperands();
    case "include":
      return a.define === (b as IncludeNode).define && a.scope === undefined && (b as IncludeNode).scope === undefined;
    case "dict":
    case "list":
      return false;
    default:
      return a satisfies never;
  }
}
