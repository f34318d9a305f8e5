/** Template actions: on lines of their own, and behind a key. */
import { type GoNode, writeGo } from "../expression/go-syntax.ts";
import type { Scope } from "../expression/lower.ts";
import type { ExpressionNode } from "../expression/node.ts";

/** Where a part is printed, and what is known there; copied downwards, never changed. */
export interface Context extends Scope {
  readonly indent: number;
  /** The keys from the document down, for messages. */
  readonly path: readonly string[];
  /** What the tests around have shown not to be empty. */
  readonly known: readonly ExpressionNode[];
}

/** The place of a named template's body or a file's first line. */
export function topContext(prefix: string): Context {
  return { prefix, root: ".", indent: 0, path: [], known: [] };
}

/** The spaces that start a line. */
export function pad(context: Context): string {
  return " ".repeat(context.indent);
}

/** The same place, one level deeper. */
export function deeper(context: Context): Context {
  return { ...context, indent: context.indent + 2 };
}

/** A line with one action, trimmed to the left: `{{- if .Values.ingress.enabled }}`. */
export function actionLine(keyword: string, node: GoNode | undefined, context: Context): string {
  const words = [keyword, node].filter((word) => word !== undefined && word !== "");
  const open = `${pad(context)}{{- ${words.length === 2 ? `${keyword} ` : ""}`;
  if (node === undefined) return `${open}${keyword} }}\n`;
  return `${open}${writeGo(node, { column: open.length, indent: context.indent + 2, tail: " }}".length })} }}\n`;
}

/** An action behind a prefix such as `name: `, on the same line. */
export function inlineAction(prefix: string, node: GoNode, context: Context): string {
  const open = `${prefix}{{ `;
  return `${open}${writeGo(node, { column: open.length, indent: context.indent + 2, tail: " }}".length })} }}\n`;
}

/** Lines between an opening action and `end`. */
export function block(keyword: string, node: GoNode, body: string, context: Context): string {
  return `${actionLine(keyword, node, context)}${body}${actionLine("end", undefined, context)}`;
}
