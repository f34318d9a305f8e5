/** Template actions: on lines of their own, and after a key. */
import { bindOperands, MAX_PARENTHESES, type Room } from "../../expression/go/bind-operands.ts";
import { type GoNode, LINE_WIDTH, writeFlat, writeGo } from "../../expression/go/go-syntax.ts";
import type { Scope } from "../../expression/go/lower.ts";
import type { ExpressionNode } from "../../expression/node.ts";

/** Where a part is printed, and what is known there; copied for inner parts, never changed. */
export interface Context extends Scope {
  readonly indent: number;
  /** The keys from the document down, for messages. */
  readonly path: readonly string[];
  /** What the tests around have shown not to be empty. */
  readonly known: readonly ExpressionNode[];
  /** The variables of the whole template: a variable that is bound for a line has another name. */
  readonly variables: ReadonlySet<string>;
}

/**
 * The place of a named template's body or a file's first line. In the files of a chart that may be a stage, messages of
 * refusals have a prefix; in those of a pipeline, the named templates of its stages' charts have names of the pipeline's.
 */
export function topContext(
  prefix: string,
  variables: ReadonlySet<string>,
  hasMessagePrefix = false,
  pipeline?: string,
): Context {
  const context: Context = { prefix, root: ".", indent: 0, path: [], known: [], variables };
  return {
    ...context,
    ...(hasMessagePrefix ? { messagePrefix: "root" } : {}),
    ...(pipeline === undefined ? {} : { pipeline }),
  };
}

/** The spaces that start a line. */
export function pad(context: Context): string {
  return " ".repeat(context.indent);
}

/** The same place, one level deeper. */
export function deeper(context: Context): Context {
  return { ...context, indent: context.indent + 2 };
}

/**
 * A line with one action, trimmed to the left: `{{- if .Values.ingress.enabled }}`. Operands that make it too long or
 * too deep are bound to variables in lines before it.
 */
export function actionLine(keyword: string, node: GoNode | undefined, context: Context): string {
  if (node === undefined) return unboundLine(keyword, undefined, context);
  const { before, rest } = printBindings(node, roomOf(keyword, context), context);
  return before + unboundLine(keyword, rest, context);
}

// The lines that bind what does not fit on a line, and what remains for it.
function printBindings(
  node: GoNode,
  room: Room,
  context: Context,
  hint: string | undefined = context.path.at(-1),
): { readonly before: string; readonly rest: GoNode } {
  const { bindings, node: rest } = bindOperands(node, room, context.variables, hint);
  const lines = bindings.map(({ variable, value }) => unboundLine(`${variable} :=`, value, context));
  return { before: lines.join(""), rest };
}

/** A line with one action that must directly follow its branch: `{{- else if .Values.ingress.enabled }}`. */
export function unboundLine(keyword: string, node: GoNode | undefined, context: Context): string {
  const words = [keyword, node].filter((word) => word !== undefined && word !== "");
  const open = `${pad(context)}{{- ${words.length === 2 ? `${keyword} ` : ""}`;
  if (node === undefined) return `${open}${keyword} }}\n`;
  return `${open}${writeGo(node, { column: open.length, indent: context.indent + 2, tail: " }}".length })} }}\n`;
}

/** A line that refuses to render: its message is on one line, whatever its length, so that a search finds it. */
export function failureLine(node: GoNode, context: Context): string {
  const room: Room = { width: Number.POSITIVE_INFINITY, depth: MAX_PARENTHESES };
  const { before, rest } = printBindings(node, room, context, "found");
  return `${before}${pad(context)}{{- ${writeFlat(rest)} }}\n`;
}

/** What fits on a line after a keyword. */
export function roomOf(keyword: string, { indent }: Context): Room {
  return { width: LINE_WIDTH - indent - `{{- ${keyword}  }}`.length, depth: MAX_PARENTHESES };
}

/** A line with an action after a prefix such as `name: `, and the lines before it that bind its variables. */
export function inlineAction(prefix: string, node: GoNode, context: Context): string {
  const open = `${prefix}{{ `;
  const room: Room = { width: LINE_WIDTH - open.length - " }}".length, depth: MAX_PARENTHESES };
  const { before, rest } = printBindings(node, room, context);
  return `${before}${open}${writeGo(rest, { column: open.length, indent: context.indent + 2, tail: " }}".length })} }}\n`;
}

/** Lines between an opening action and `end`. */
export function block(keyword: string, node: GoNode, body: string, context: Context): string {
  return `${actionLine(keyword, node, context)}${body}${actionLine("end", undefined, context)}`;
}
