/** NOTES.txt: plain lines with expressions in them, from the same tree as the manifests. */
import type { Bind } from "../expression/bind.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { writeGo } from "../expression/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, type Scope } from "../expression/lower.ts";
import type { ExpressionNode } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";

/** A line, or lines on a condition, repeated, or with a variable. */
export type Line = string | Expression<string> | When<Lines> | Choice<Lines> | ForEach<Lines> | Bind<Lines>;
/** Lines of text. */
export type Lines = Line | readonly Line[];

/** Prints lines as a template; what is in a constant line stays as it is. */
export function printLines(lines: Lines, scope: Scope): string {
  const list = isList(lines) ? lines : [lines];
  return list.map((line, i) => (isBlank(line) && isTrimmed(list[i + 1]) ? BLANK : printLine(line, scope))).join("");
}

// An action that is trimmed to the left takes away the blank lines before it, but not what another action prints.
const BLANK = '{{ "" }}\n';

function isBlank(line: Line): boolean {
  return typeof line === "string" && line.trim() === "";
}

function isTrimmed(next: Line | undefined): boolean {
  return typeof next !== "string" && !(next instanceof Expression);
}

function printLine(line: Line, scope: Scope): string {
  if (typeof line === "string") return `${escapeBraces(line)}\n`;
  if (line instanceof Expression) return `${printText(line[NODE], scope)}\n`;
  if (line instanceof When) {
    return `{{- if ${write(lowerTruth(line.test, scope))} }}\n${printLines(line.then as Lines, scope)}{{- end }}\n`; // the type of Line says so
  }
  if (line instanceof Choice) {
    const then = printLines(line.then as Lines, scope);
    const otherwise = printLines(line.otherwise as Lines, scope);
    return `{{- if ${write(lowerTruth(line.test, scope))} }}\n${then}{{- else }}\n${otherwise}{{- end }}\n`;
  }
  if (line instanceof ForEach) {
    const variables = line.name === undefined ? line.entry : `${line.name}, ${line.entry}`;
    const item = printLines(line.item as Lines, { ...scope, root: "$" });
    return `{{- range ${variables} := ${write(lowerAbsentSafe(line.over, scope))} }}\n${item}{{- end }}\n`;
  }
  const open = `{{- ${line.variable} := `;
  return `${open}${write(lowerValue(line.value, scope), open.length)} }}\n${printLines(line.body as Lines, scope)}`;
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

function isList(lines: Lines): lines is readonly Line[] {
  return Array.isArray(lines);
}
