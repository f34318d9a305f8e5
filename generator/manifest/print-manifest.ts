/** Prints manifests as Helm templates: the only owner of indentation, quoting and trim marks. */
import { Bind } from "../expression/bind.ts";
import type { Define } from "../expression/define.ts";
import { Expression, isPlainObject, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { atom, command, type GoNode, pipe, stringConstant } from "../expression/go-syntax.ts";
import { Guard } from "../expression/guard.ts";
import { fillsIn, lowerAbsentSafe, lowerTruth, lowerValue, truthSubject, truthSubjects } from "../expression/lower.ts";
import type { ExpressionNode, IncludeNode } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { not } from "../functions/logic.ts";
import { yamlFunction } from "../functions/yaml.ts";
import { printScalar } from "../yaml/print-scalar.ts";
import { printText } from "../yaml/print-text.ts";
import { presenceOf, presenceOfAny, presenceOfFields } from "./presence.ts";
import { type Context as ActionContext, actionLine, block, inlineAction, pad } from "./print-action.ts";
import { describePart, PrintError } from "./print-error.ts";
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

/** Prints one or several documents behind their guards; several are set apart by `---`. */
export function printDocuments(documents: unknown, context: Context, separate = false): string {
  if (!Array.isArray(documents)) return printDocument(documents, context, separate);
  const several = separate || documents.filter((one) => !isGuard(one)).length > 1;
  return documents.map((one) => printDocument(one, context, several && !isGuard(one))).join("");
}

function isGuard(part: unknown): boolean {
  if (part instanceof Guard) return true;
  if (part instanceof ForEach) return isGuard(part.item);
  if (part instanceof When) return isGuard(part.then);
  return part instanceof Expression && isGuardInclude(part[NODE]);
}

/** Whether an expression includes a named template that holds guards only: its text is empty. */
function isGuardInclude(node: ExpressionNode): node is IncludeNode {
  if (node.op !== "include" || node.define.type !== "documents") return false;
  const { body } = node.define;
  return Array.isArray(body) ? body.every(isGuard) : isGuard(body);
}

function printGuard(guard: Guard, context: Context): string {
  return block(
    "if",
    lowerTruth(guard.test, context),
    actionLine("", command("fail", lowerValue(guard.message, context)), context),
    context,
  );
}

function printDocument(part: unknown, context: Context, separate: boolean): string {
  if (part instanceof Guard) return printGuard(part, context);
  const controlled = printControl(part, context, (inner, place) =>
    printDocument(inner, place, separate || part instanceof ForEach),
  );
  if (controlled !== undefined) return controlled;
  if (part instanceof Expression && isGuardInclude(part[NODE]))
    return actionLine("", lowerInclude(part[NODE], context), context);
  const separator = separate ? "---\n" : "";
  if (part instanceof Expression) return `${separator}${inlineAction("", lowerDocument(part[NODE], context), context)}`;
  if (Array.isArray(part)) return printDocuments(part, context, separate);
  return separator + printMap(part, context);
}

// A document is a named template's text, or an object that is written as YAML.
function lowerDocument(node: ExpressionNode, context: Context): GoNode {
  if (node.op === "include") return lowerInclude(node, context);
  if (node.type === "object") return yamlFunction.go([lowerValue(node, context)], context.prefix);
  throw new PrintError(context.path, "a document", `an expression of type ${node.type}`);
}

function lowerInclude(node: IncludeNode, context: Context): GoNode {
  const scope = node.scope === undefined ? atom(context.root) : lowerValue(node.scope, context);
  return command("include", stringConstant(node.define.name), scope);
}

/** Prints the fields of a map, a line or more each. */
export function printMap(map: unknown, context: Context): string {
  if (!isMap(map)) throw new PrintError(context.path, "a map", describePart(map));
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  const parts = entries.map(([, value]) => value);
  return entries.map(([key, value]) => printEntry(key, value, context)).join("") + printIfEmpty(parts, "{}", context);
}

function isMap(part: unknown): part is object {
  return typeof part === "object" && part !== null && isPlainObject(part);
}

// A map or list without a part that is always there may turn out empty, and a bare `key:` would be null.
function printIfEmpty(parts: readonly unknown[], empty: string, context: Context): string {
  const presence = presenceOfAny(parts, context.known);
  if (presence === true) return "";
  if (presence === false) return `${pad(context)}${empty}\n`;
  return block("if", lowerTruth(not(presence)[NODE], context), `${pad(context)}${empty}\n`, context);
}

function printEntry(key: string, value: unknown, context: Context): string {
  if (value instanceof ForEach) throw new PrintError([...context.path, key], "a value", describePart(value));
  const controlled = printControl(value, context, (inner, place) => printEntry(key, inner, place));
  if (controlled !== undefined) return controlled;
  if (value instanceof Spread) return printSpread(value.fields, context);
  const place = { ...context, path: [...context.path, key] };
  const entry = (inner: Context): string =>
    `${pad(inner)}${printScalar(key)}:${printValue(value, printScalar(key), deeper(inner))}`;
  if (!(value instanceof Expression)) return entry(place);
  const presence = presenceOf(value, context.known);
  return presence instanceof Expression ? printTest(presence[NODE], place, value, entry, undefined) : entry(place);
}

function printSpread(fields: unknown, context: Context): string {
  const controlled = printControl(fields, context, printSpread);
  if (controlled !== undefined) return controlled;
  if (fields instanceof Expression) {
    // A named template that turns out empty prints {}, which cannot stand among other fields.
    if (presenceOfFields(fields, context.known) === true) return printBlock(fields[NODE], context);
    throw new PrintError(
      context.path,
      "a spread of fields that are always there",
      "one of fields that may all be absent",
    );
  }
  return Object.entries(fields as object)
    .map(([key, value]) => printEntry(key, value, context))
    .join("");
}

/** What follows `key:` or `-`; the context is that of what lies inside. */
function printValue(value: unknown, key: string, context: Context): string {
  if (value instanceof Expression) return printExpression(value[NODE], key, context);
  if (value instanceof When || value instanceof ForEach)
    throw new PrintError(context.path, "a value", describePart(value));
  if (Array.isArray(value)) return value.length === 0 ? " []\n" : `\n${printList(value, context)}`;
  if (isMap(value)) return Object.keys(value).length === 0 ? " {}\n" : `\n${printMap(value, context)}`;
  if (!isScalar(value)) throw new PrintError(context.path, "a value", describePart(value));
  const text = typeof value === "string" ? printText(value, context.indent) : undefined;
  return ` ${text ?? printScalar(value)}\n`;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function printExpression(node: ExpressionNode, key: string, context: Context): string {
  switch (node.type) {
    case "string":
      return printInline(node, "quote", key, context);
    case "integer":
    case "number":
    case "boolean":
    case "any":
      return printInline(node, "toJson", key, context);
    case "object":
    case "array":
      return `\n${printBlock(node, context)}`;
    default:
      throw node satisfies never;
  }
}

// The line is written with its key, so that it breaks where it grows too long, and returned without.
function printInline(node: ExpressionNode, format: string, key: string, context: Context): string {
  const outer = { ...context, indent: context.indent - 2 };
  const prefix = `${pad(outer)}${key === "-" ? "-" : `${key}:`} `;
  return inlineAction(prefix, pipe(lowerValue(node, context), atom(format)), outer).slice(prefix.length - 1);
}

function printBlock(node: ExpressionNode, context: Context): string {
  const text =
    node.op === "include" && isManifest(node.define)
      ? lowerInclude(node, context)
      : yamlFunction.go([lowerValue(node, context)], context.prefix);
  return actionLine("", pipe(text, command("nindent", atom(String(context.indent)))), context);
}

/** Whether a named template's text is YAML: an object or a list, which a manifest includes as it is. */
function isManifest(define: Define): boolean {
  return define.type === "object" || define.type === "array";
}

/** Prints the items of a list, a line or more each. */
export function printList(list: readonly unknown[], context: Context): string {
  return list.map((item) => printItem(item, context)).join("") + printIfEmpty(list, "[]", context);
}

function printItem(item: unknown, context: Context): string {
  const controlled = printControl(item, context, printItem);
  if (controlled !== undefined) return controlled;
  if (item instanceof Expression && presenceOf(item, context.known) !== true) {
    throw new PrintError(
      context.path,
      "an item that is always there or a condition",
      "an expression that may be absent",
    );
  }
  if (item instanceof Expression && isBlock(item[NODE])) return printBlockItem(item[NODE], deeper(context));
  const body = printValue(item, "-", deeper(context));
  const inside = " ".repeat(context.indent + 2);
  // The first field stands on the dash's line, unless an action opens the item.
  return body.startsWith(`\n${inside}`) && !body.startsWith(`\n${inside}{{-`)
    ? `${pad(context)}- ${body.slice(1 + inside.length)}`
    : `${pad(context)}-${body}`;
}

function isBlock(node: ExpressionNode): boolean {
  return node.type === "object" || node.type === "array";
}

// `- {{- include ... | nindent 4 }}`: the text starts on the next line.
function printBlockItem(node: ExpressionNode, context: Context): string {
  return `${pad({ ...context, indent: context.indent - 2 })}- ${printBlock(node, context).trimStart()}`;
}

type PrintPart = (part: unknown, context: Context) => string;

/** Prints a conditional, repeated or variable-using part around what `print` makes of its inside. */
function printControl(part: unknown, context: Context, print: PrintPart): string | undefined {
  if (part instanceof When)
    return printTest(part.test, context, part.then, (place) => print(part.then, place), undefined);
  if (part instanceof Choice) {
    return printTest(
      part.test,
      context,
      part.then,
      (place) => print(part.then, place),
      (place, opener) =>
        opener === "if" ? printElse(part.otherwise, place, print) : printPlainElse(part.otherwise, place, print),
    );
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
  otherwise: ((context: Context, opener: "if" | "with") => string) | undefined,
): string {
  const subject = truthSubject(test);
  const known = { ...context, known: [...context.known, ...truthSubjects(test)] };
  // A map that is given may still lack some of its default, which a reference brings and a dot does not.
  if (subject !== undefined && !fillsIn(subject) && usesNode(part, subject)) {
    const body = then({ ...known, root: "$", dot: subject });
    return `${actionLine("with", lowerAbsentSafe(subject, context), context)}${body}${otherwise?.(context, "with") ?? ""}${actionLine("end", undefined, context)}`;
  }
  return `${actionLine("if", lowerTruth(test, context), context)}${then(known)}${otherwise?.(context, "if") ?? ""}${actionLine("end", undefined, context)}`;
}

function printElse(part: unknown, context: Context, print: PrintPart): string {
  if (part instanceof When && !usesSubject(part)) {
    return actionLine("else if", lowerTruth(part.test, context), context) + print(part.then, context);
  }
  if (part instanceof Choice && !usesSubject(part)) {
    return (
      actionLine("else if", lowerTruth(part.test, context), context) +
      print(part.then, context) +
      printElse(part.otherwise, context, print)
    );
  }
  return printPlainElse(part, context, print);
}

// Go has no `else if` behind `with`.
function printPlainElse(part: unknown, context: Context, print: PrintPart): string {
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
