/** Prints the parts of a manifest as Helm templates; only this folder decides indentation and quoting. */
import { atom, command, type GoNode, pipe } from "../../expression/go/go-syntax.ts";
import { lowerInclude, lowerTruth, lowerValue } from "../../expression/go/lower.ts";
import type { ExpressionNode, ExpressionPart, NamedTemplate, Part } from "../../expression/node.ts";
import { yamlFunction } from "../../functions/yaml.ts";
import { oncePer } from "../../once-per.ts";
import { printScalar } from "../../yaml/print-scalar.ts";
import { printText } from "../../yaml/print-text.ts";
import { presenceOf, presenceOfAny, presenceOfFields } from "../presence.ts";
import { actionLine, block, type Context, deeper, inlineAction, pad, topContext } from "./print-action.ts";
import { isControl, printControl, printTest } from "./print-control.ts";
import { describePart, PrintError } from "./print-error.ts";
import { formatOf, isScalar, printInline } from "./print-inline.ts";

/** Prints the fields of a map, a line or more each. */
export function printMap(part: Part, context: Context): string {
  if (part.kind !== "map") throw new PrintError(context.path, "a map", describePart(part));
  const parts = part.fields.map(([, value]) => value);
  return (
    part.fields.map(([key, value]) => printEntry(key, value, context)).join("") + printIfEmpty(parts, "{}", context)
  );
}

// A map or list without a part that is always there may be empty, and a bare `key:` would be null.
function printIfEmpty(parts: readonly Part[], empty: string, context: Context): string {
  const presence = presenceOfAny(parts, context.known);
  if (presence === true) return "";
  if (presence === false) return `${pad(context)}${empty}\n`;
  const not: ExpressionNode = { op: "not", type: "boolean", arg: presence };
  return block("if", lowerTruth(not, context), `${pad(context)}${empty}\n`, context);
}

function printEntry(key: string, value: Part, context: Context): string {
  if (value.kind === "each") throw new PrintError([...context.path, key], "a value", describePart(value));
  const place = { ...context, path: [...context.path, key] };
  if (isControl(value)) {
    return printControl(value, place, (inner, at) => printEntry(key, inner, { ...at, path: context.path }));
  }
  if (value.kind === "spread") return printSpread(value.fields, context);
  const entry = (inner: Context): string => printLine(`${printScalar(key)}:`, value, inner);
  if (value.kind !== "expression") return entry(place);
  const presence = presenceOf(value, context.known);
  return typeof presence === "boolean" ? entry(place) : printTest(presence, place, value, entry);
}

function printSpread(fields: Part, context: Context): string {
  if (isControl(fields)) return printControl(fields, context, printSpread);
  if (fields.kind === "expression") {
    // A named template whose result is empty prints {}, which cannot be one of several fields.
    if (presenceOfFields(fields, context.known) === true) return printBlock(fields.node, context);
    throw new PrintError(
      context.path,
      "a spread of fields that are always there",
      "one of fields that may all be absent",
    );
  }
  if (fields.kind !== "map") throw new PrintError(context.path, "a map", describePart(fields));
  return fields.fields.map(([key, value]) => printEntry(key, value, context)).join("");
}

/** A value after `key:` or `-`: on the same line, or in lines below it. */
function printLine(opener: string, value: Part, context: Context): string {
  const open = `${pad(context)}${opener}`;
  if (value.kind !== "expression") return open + printValue(value, deeper(context));
  const format = formatOf(value.node);
  if (format === undefined) return `${open}\n${printBlock(value.node, deeper(context))}`;
  return inlineAction(`${open} `, pipe(lowerValue(value.node, context), atom(format)), context);
}

/** What follows `key:` or `-`; the context is that of its content. */
function printValue(value: Exclude<Part, ExpressionPart>, context: Context): string {
  switch (value.kind) {
    case "list":
      if (value.isInline) return ` ${printInline(value, context)}\n`;
      return value.items.length === 0 ? " []\n" : `\n${printList(value, context)}`;
    case "map":
      if (value.isInline) return ` ${printInline(value, context)}\n`;
      return value.fields.length === 0 ? " {}\n" : `\n${printMap(value, context)}`;
    case "literal":
      return printLiteral(value, context);
    case "when":
    case "choice":
    case "each":
    case "repeated":
    case "bind":
    case "collect":
    case "entry":
    case "guard":
    case "spread":
      throw new PrintError(context.path, "a value", describePart(value));
    default:
      return value satisfies never;
  }
}

function printLiteral(part: Extract<Part, { readonly kind: "literal" }>, context: Context): string {
  const { value } = part;
  if (!isScalar(value)) throw new PrintError(context.path, "a value", describePart(part));
  // In quotes, two braces are written so that they start no action.
  const isText = typeof value === "string" && !value.includes("{{");
  const text = isText ? printText(value, context.indent) : undefined;
  return ` ${text ?? printScalar(value)}\n`;
}

function printBlock(node: ExpressionNode, context: Context): string {
  const { text, opensBelow } = lowerBlock(node, context);
  const trim = opensBelow ? [command("trim")] : [];
  return actionLine("", pipe(text, ...trim, command("nindent", atom(String(context.indent)))), context);
}

// The text of a map or list, and whether a line break may come before it.
function lowerBlock(node: ExpressionNode, context: Context): { readonly text: GoNode; readonly opensBelow: boolean } {
  if (node.op === "include" && isManifest(node.define)) {
    return { text: lowerInclude(node, context), opensBelow: opensWithAction(node.define) };
  }
  return { text: yamlFunction.go([lowerValue(node, context)], context.prefix), opensBelow: false };
}

// The line break after an action stays where the action prints nothing.
const opensWithAction = oncePer(({ name, body }: NamedTemplate): boolean => {
  if (isControl(body)) return true;
  if (body.kind === "expression") return false;
  const context = { ...topContext("", new Set()), path: [name] };
  return (body.kind === "list" ? printList(body, context) : printMap(body, context)).startsWith("{{-");
});

/** Whether a named template's text is YAML: an object or a list, which a manifest includes as it is. */
function isManifest(define: NamedTemplate): boolean {
  return define.type === "object" || define.type === "array";
}

/** Prints the items of a list, a line or more each. */
export function printList(list: Part, context: Context): string {
  if (list.kind !== "list") throw new PrintError(context.path, "a list", describePart(list));
  return list.items.map((item) => printItem(item, context)).join("") + printIfEmpty(list.items, "[]", context);
}

function printItem(item: Part, context: Context): string {
  if (isControl(item)) return printControl(item, context, printItem);
  if (item.kind === "expression") {
    if (presenceOf(item, context.known) !== true) {
      throw new PrintError(
        context.path,
        "an item that is always there or a condition",
        "an expression that may be absent",
      );
    }
    if (formatOf(item.node) === undefined) return printBlockItem(item.node, deeper(context));
    return printLine("-", item, context);
  }
  const body = printValue(item, deeper(context));
  const inside = " ".repeat(context.indent + 2);
  // The first field is on the dash's line, unless an action opens the item.
  return body.startsWith(`\n${inside}`) && !body.startsWith(`\n${inside}{{-`)
    ? `${pad(context)}- ${body.slice(1 + inside.length)}`
    : `${pad(context)}-${body}`;
}

// `- {{ include ... | indent 4 | trim }}`: the text starts on the line of the dash.
function printBlockItem(node: ExpressionNode, context: Context): string {
  const { text } = lowerBlock(node, context);
  const indent = command("indent", atom(String(context.indent)));
  return inlineAction(`${" ".repeat(context.indent - 2)}- `, pipe(text, indent, command("trim")), context);
}
