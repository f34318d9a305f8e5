/** NOTES.txt: plain lines with expressions in them, from the same tree as the manifests. */
import type { Expression } from "../expression/expression.ts";
import { writeGo } from "../expression/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, type Scope } from "../expression/lower.ts";
import type { ExpressionNode, Part } from "../expression/node.ts";
import { type Bind, type Choice, type ForEach, toPart, type When } from "../expression/part.ts";
import { rangeOf } from "../manifest/print-control.ts";
import { describePart } from "../manifest/print-error.ts";

/** A line, or lines on a condition, repeated, or with a variable. */
export type Line = string | Expression<string> | When<Lines> | Choice<Lines> | ForEach<Lines> | Bind<Lines>;
/** Lines of text. */
export type Lines = Line | readonly Line[];

/** Prints lines as a template; what is in a constant line stays as it is. */
export function printLines(lines: Lines, scope: Scope): string {
  return printParts(toPart(lines), scope);
}

function printParts(part: Part, scope: Scope): string {
  const items = part.kind === "list" ? part.items : [part];
  return items.map((line, i) => (isBlank(line) && isTrimmed(items[i + 1]) ? BLANK : printLine(line, scope))).join("");
}

// An action that is trimmed to the left takes away the blank lines before it, but not what another action prints.
const BLANK = '{{ "" }}\n';

function isBlank(line: Part): boolean {
  return line.kind === "literal" && String(line.value).trim() === "";
}

function isTrimmed(next: Part | undefined): boolean {
  return next?.kind !== "literal" && next?.kind !== "expression";
}

function printLine(line: Part, scope: Scope): string {
  switch (line.kind) {
    case "literal":
      return `${escapeBraces(String(line.value))}\n`;
    case "expression":
      return `${printText(line.node, scope)}\n`;
    case "list":
      return printParts(line, scope);
    case "when":
      return `{{- if ${write(lowerTruth(line.test, scope))} }}\n${printParts(line.then, scope)}{{- end }}\n`;
    case "choice": {
      const then = printParts(line.then, scope);
      const otherwise = printParts(line.otherwise, scope);
      return `{{- if ${write(lowerTruth(line.test, scope))} }}\n${then}{{- else }}\n${otherwise}{{- end }}\n`;
    }
    case "each": {
      const item = printParts(line.item, { ...scope, root: "$" });
      return `{{- ${rangeOf(line)} ${write(lowerAbsentSafe(line.over, scope))} }}\n${item}{{- end }}\n`;
    }
    case "bind": {
      const open = `{{- ${line.variable} := `;
      return `${open}${write(lowerValue(line.value, scope), open.length)} }}\n${printParts(line.body, scope)}`;
    }
    case "map":
    case "repeated":
    case "collect":
    case "entry":
    case "guard":
    case "spread":
      throw new TypeError(`Cannot print ${describePart(line)} in notes: expected lines of text`);
    default:
      return line satisfies never;
  }
}

// Joined text stands as text, with an action for each part that is none.
function printText(node: ExpressionNode, scope: Scope): string {
  if (node.op !== "call" || node.function.pieces === undefined) return `{{ ${write(lowerValue(node, scope))} }}`;
  return node.function.pieces
    .map((piece, i) => {
      const part = node.args[i];
      return escapeBraces(piece).replace(/\{$/, '{{ "{" }}') + (part === undefined ? "" : printText(part, scope));
    })
    .join("");
}

function write(node: Parameters<typeof writeGo>[0], column = 3): string {
  return writeGo(node, { column, indent: 2, tail: 3 });
}

// A brace pair in a constant line must not start an action.
function escapeBraces(text: string): string {
  return text.replaceAll("{{", '{{ "{{" }}');
}
