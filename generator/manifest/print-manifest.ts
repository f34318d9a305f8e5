/** Prints manifests as Helm templates: the only owner of indentation, quoting and trim marks. */
import { Bind } from "../expression/bind.ts";
import { Define } from "../expression/define.ts";
import { Expression, isPlainObject, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { atom, command, pipe, stringConstant } from "../expression/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, truthSubject } from "../expression/lower.ts";
import type { ExpressionNode } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { not } from "../functions/logic.ts";
import { yamlFunction } from "../functions/yaml.ts";
import { printScalar } from "../yaml/print-scalar.ts";
import { describePart, PrintError } from "./print-error.ts";
import { presenceOf, presenceOfAny } from "./presence.ts";
import { actionLine, block, type Context as ActionContext, inlineAction, pad } from "./print-action.ts";
import { Spread } from "./spread.ts";
import { usesNode } from "./walk.ts";

/** Where a part is printed, and what is known there. */
export interface Context extends ActionContext {
  /** The keys from the document down, for messages. */
  readonly path: readonly string[];
  /** What the tests around have shown not to be empty. */
  readonly known: readonly ExpressionNode[];
}

/** The place of a named template's body or a file's first line. */
export function topContext(prefix: string): Context {
  return { prefix, root: ".", indent: 0, path: [], known: [] };
}

/** Prints one or several documents, each but a leading single one behind `---`. */
export function printDocuments(documents: unknown, context: Context): string {
  if (Array.isArray(documents)) {
    return documents.map((one) => printDocument(one, context, true)).join("");
  }
  return printDocument(documents, context, false);
}

function printDocument(part: unknown, context: Context, separate: boolean): string {
  const controlled = printControl(part, context, (inner, place) => printDocument(inner, place, separate || part instanceof ForEach));
  if (controlled !== undefined) return controlled;
  const separator = separate ? "---\n" : "";
  if (part instanceof Expression) {
    const node = part[NODE];
    if (node.op !== "include") throw new PrintError(context.path, "an included document", describePart(part));
    return `${separator}${inlineAction("", lowerDocumentInclude(node, context), context)}`;
  }
  if (Array.isArray(part)) return printDocuments(part, context);
  return separator + printMap(part as object, context);
}

function lowerDocumentInclude(node: Extract<ExpressionNode, { op: "include" }>, context: Context) {
  const scope = node.scope === undefined ? atom(context.root) : lowerValue(node.scope, context);
  return command("include", stringConstant(node.define.name), scope);
}

/** Prints the fields of a map, a line or more each. */
export function printMap(map: object, context: Context): string {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  const parts = entries.map(([, value]) => value);
  return entries.map(([key, value]) => printEntry(key, value, context)).join("") + printIfEmpty(parts, "{}", context);
}

// A map or list without a part that is always there may turn out empty, and a bare `key:` would be null.
function printIfEmpty(parts: readonly unknown[], empty: string, context: Context): string {
  if (parts.length === 0) return `${pad(context)}${empty}\n`;
  const presence = presenceOfAny(parts, context.known);
  if (presence === true) return "";
  return block("if", lowerTruth(not(presence)[NODE], context), `${pad(context)}${empty}\n`, context);
}

function printEntry(key: string, value: unknown, context: Context): string {
  if (value instanceof ForEach) throw new PrintError([...context.path, key], "a value", describePart(value));
  const controlled = printControl(value, context, (inner, place) => printEntry(key, inner, place));
  if (controlled !== undefined) return controlled;
  if (value instanceof Spread) return printSpread(value.fields, context);
  const place = { ...context, path: [...context.path, key] };
  const entry = (inner: Context): string => `${pad(inner)}${printScalar(key)}:${printValue(value, printScalar(key), deeper(inner))}`;
  if (!(value instanceof Expression)) return entry(place);
  const presence = presenceOf(value, context.known);
  if (presence === true) return entry(place);
  return printTest(presence[NODE], place, value, entry, undefined);
}

function printSpread(fields: unknown, context: Context): string {
  const controlled = printControl(fields, context, printSpread);
  if (controlled !== undefined) return controlled;
  if (fields instanceof Define) {
    const text = command("include", stringConstant(fields.name), atom(context.root));
    return actionLine("", pipe(text, command("nindent", atom(String(context.indent)))), context);
  }
  return Object.entries(fields as object).map(([key, value]) => printEntry(key, value, context)).join("");
}

/** What follows `key:` or `-`; the context is that of what lies inside. */
function printValue(value: unknown, key: string, context: Context): string {
  if (value instanceof Expression) return printExpression(value[NODE], key, context);
  if (value instanceof When || value instanceof ForEach) throw new PrintError(context.path, "a value", describePart(value));
  if (Array.isArray(value)) return value.length === 0 ? " []\n" : `\n${printList(value, context)}`;
  if (typeof value === "object" && value !== null) {
    if (!isPlainObject(value)) throw new PrintError(context.path, "a value", describePart(value));
    return Object.keys(value).length === 0 ? " {}\n" : `\n${printMap(value, context)}`;
  }
  return ` ${printScalar(value as string | number | boolean | null)}\n`; // what is left of a manifest's types
}

function printExpression(node: ExpressionNode, key: string, context: Context): string {
  const outer = { ...context, indent: context.indent - 2 };
  const inline = (prefix: string, format: string): string => {
    const line = inlineAction(prefix, pipe(lowerValue(node, context), atom(format)), outer);
    return line.slice(prefix.length - 1);
  };
  const prefix = `${pad(outer)}${key === "-" ? "-" : `${key}:`} `;
  switch (node.type) {
    case "string":
      return inline(prefix, "quote");
    case "integer":
    case "number":
    case "boolean":
    case "any":
      return inline(prefix, "toJson");
    case "object":
    case "array": {
      const text = node.op === "include" && node.define.type !== "documents" && isManifest(node.define)
        ? command("include", stringConstant(node.define.name), node.scope === undefined ? atom(context.root) : lowerValue(node.scope, context))
        : yamlFunction.go([lowerValue(node, context)], context.prefix);
      return `\n${actionLine("", pipe(text, command("nindent", atom(String(context.indent)))), context)}`;
    }
    default:
      throw node satisfies never;
  }
}

/** Whether a named template's text is YAML: an object or a list, which a manifest includes as it is. */
function isManifest(define: Define): boolean {
  return define.type === "object" || define.type === "array";
}

function printList(list: readonly unknown[], context: Context): string {
  return list.map((item) => printItem(item, context)).join("") + printIfEmpty(list, "[]", context);
}

function printItem(item: unknown, context: Context): string {
  const controlled = printControl(item, context, printItem);
  if (controlled !== undefined) return controlled;
  const body = printValue(item, "-", deeper(context));
  const inside = " ".repeat(context.indent + 2);
  // The first field stands on the dash's line, unless an action opens the item.
  return body.startsWith(`\n${inside}`) && !body.startsWith(`\n${inside}{{-`)
    ? `${pad(context)}- ${body.slice(1 + inside.length)}`
    : `${pad(context)}-${body}`;
}

type PrintPart = (part: unknown, context: Context) => string;

/** Prints a conditional, repeated or variable-using part around what `print` makes of its inside. */
function printControl(part: unknown, context: Context, print: PrintPart): string | undefined {
  if (part instanceof When) return printTest(part.test, context, part.then, (place) => print(part.then, place), undefined);
  if (part instanceof Choice) {
    return printTest(part.test, context, part.then, (place) => print(part.then, place), (place) => printElse(part.otherwise, place, print));
  }
  if (part instanceof ForEach) {
    const variables = part.name === undefined ? part.entry : `${part.name}, ${part.entry}`;
    const inside = withoutDot({ ...context, root: "$" });
    return block(`range ${variables} :=`, lowerAbsentSafe(part.over, context), print(part.item, inside), context);
  }
  if (part instanceof Bind) {
    return actionLine(`${part.variable} :=`, lowerValue(part.value, context), context) + print(part.body, context);
  }
  return undefined;
}

// `if`, or `with` where the test looks at the truth of a value that the part uses.
function printTest(
  test: ExpressionNode,
  context: Context,
  part: unknown,
  then: (context: Context) => string,
  otherwise: ((context: Context) => string) | undefined,
): string {
  const subject = truthSubject(test);
  const known = subject === undefined ? context : { ...context, known: [...context.known, subject] };
  if (subject !== undefined && usesNode(part, subject)) {
    const body = then({ ...known, root: "$", dot: subject });
    return `${actionLine("with", lowerAbsentSafe(subject, context), context)}${body}${otherwise?.(context) ?? ""}${actionLine("end", undefined, context)}`;
  }
  return `${actionLine("if", lowerTruth(test, context), context)}${then(known)}${otherwise?.(context) ?? ""}${actionLine("end", undefined, context)}`;
}

function printElse(part: unknown, context: Context, print: PrintPart): string {
  if (part instanceof When && !usesSubject(part)) {
    return actionLine("else if", lowerTruth(part.test, context), context) + print(part.then, context);
  }
  if (part instanceof Choice && !usesSubject(part)) {
    return actionLine("else if", lowerTruth(part.test, context), context) + print(part.then, context) + printElse(part.otherwise, context, print);
  }
  return actionLine("else", undefined, context) + print(part, context);
}

function usesSubject(part: When | Choice): boolean {
  const subject = truthSubject(part.test);
  return subject !== undefined && usesNode(part.then, subject);
}

function withoutDot(context: Context): Context {
  const { dot: _, ...rest } = context;
  return rest;
}

function deeper(context: Context): Context {
  return { ...context, indent: context.indent + 2 };
}

