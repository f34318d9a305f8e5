/** NOTES.txt: plain lines with expressions in them, from the same tree as the manifests. */

import type { Expression } from "../expression/expression.ts";
import { bindOperands, MAX_PARENTHESES } from "../expression/go/bind-operands.ts";
import { writeGo } from "../expression/go/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, type Scope } from "../expression/go/lower.ts";
import type { ExpressionNode, Part } from "../expression/node.ts";
import type { Bind, Choice, ForEach, When } from "../expression/part.ts";
import { rangeOf } from "../manifest/print/print-control.ts";
import { describePart } from "../manifest/print/print-error.ts";
import { allVariablesOf } from "../manifest/walk.ts";

/** A line, or lines on a condition, repeated, or with a variable. */
export type Line = string | Expression<string> | When<Lines> | Choice<Lines> | ForEach<Lines> | Bind<Lines>;
/** Lines of text. */
export type Lines = Line | readonly Line[];

/** Prints the part of lines as a template; constant lines are printed unchanged. */
export function printLines(part: Part, scope: Scope): string {
  return printParts(part, { ...scope, variables: new Set(allVariablesOf(part)) });
}

/** Where lines are printed. */
interface Place extends Scope {
  /** The variables of all lines: a variable that is bound for one line has another name. */
  readonly variables: ReadonlySet<string>;
}

function printParts(part: Part, scope: Place): string {
  const items = part.kind === "list" ? part.items : [part];
  return items.map((line, i) => (isBlank(line) && isTrimmed(items[i + 1]) ? BLANK : printLine(line, scope))).join("");
}

// An action that is trimmed to the left removes the blank lines before it, but not the output of another action.
const BLANK = '{{ "" }}\n';

function isBlank(line: Part): boolean {
  return line.kind === "literal" && String(line.value).trim() === "";
}

function isTrimmed(next: Part | undefined): boolean {
  return next?.kind !== "literal" && next?.kind !== "expression";
}

function printLine(line: Part, scope: Place): string {
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
      // Only operands that are too deep are bound before it: lines of notes may be longer than those of templates.
      const room = { width: Number.POSITIVE_INFINITY, depth: MAX_PARENTHESES };
      const { bindings, node } = bindOperands(lowerValue(line.value, scope), room, scope.variables);
      const lines = [...bindings, { variable: line.variable, value: node }].map(({ variable, value }) => {
        const open = `{{- ${variable} := `;
        return `${open}${write(value, open.length)} }}\n`;
      });
      return `${lines.join("")}${printParts(line.body, scope)}`;
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

// Joined text is printed as text, with an action for each computed part.
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
