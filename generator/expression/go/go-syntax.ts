/** Go template syntax as plain data, and its one writer: parentheses and line breaks are decided here alone. */

import { oncePer } from "../../once-per.ts";

/** A piece of a Go template action, in the words of Go's text/template/parse. */
export type GoNode = GoAtom | GoCommand | GoPipe;
/** Text that is printed as it is: a field, a variable, a constant or a dot. */
export interface GoAtom {
  readonly kind: "atom";
  readonly text: string;
}
/** A function and its arguments: `printf "%s" .Name`. */
export interface GoCommand {
  readonly kind: "command";
  readonly words: readonly GoNode[];
}
/** Commands of which each is the input of the next: `.Values.tag | default "1.0" | quote`. */
export interface GoPipe {
  readonly kind: "pipe";
  readonly commands: readonly GoNode[];
}

/** Makes text that needs no quoting, such as `.Values.image` or `$name`. */
export function atom(text: string): GoAtom {
  return { kind: "atom", text };
}

/** Makes a call of a template function. */
export function command(name: string, ...args: readonly GoNode[]): GoCommand {
  return { kind: "command", words: [atom(name), ...args] };
}

/** Pipes a value through commands; a pipe that is piped on stays one pipe. */
export function pipe(first: GoNode, ...rest: readonly GoNode[]): GoPipe {
  const commands = first.kind === "pipe" ? first.commands : [first];
  return { kind: "pipe", commands: [...commands, ...rest] };
}

/** Makes a Go string constant. JSON's escapes are all legal in Go once lone surrogates are gone. */
export function stringConstant(value: string): GoAtom {
  return atom(JSON.stringify(value.toWellFormed()));
}

/** Makes the Go constant of a string, a finite number or a boolean. */
export function constant(value: string | number | boolean): GoAtom {
  return typeof value === "string" ? stringConstant(value) : atom(String(value));
}

/** What Go admits as the name of a field or a variable, as far as generated templates use it. */
export const GO_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The longest line that a generated template may have. */
export const LINE_WIDTH = 120;

/** The column where an action's text starts, and the width of what follows on its last line. */
export interface Layout {
  readonly column: number;
  readonly indent: number;
  readonly tail: number;
}

/** Writes a node on one line where it fits, else one argument a line: Go allows line breaks inside an action. */
export function writeGo(node: GoNode, layout: Layout): string {
  const flat = writeFlat(node);
  if (layout.column + flat.length + layout.tail <= LINE_WIDTH) return flat;
  switch (node.kind) {
    case "atom":
      return flat;
    case "command":
      return writeBroken(node, layout);
    case "pipe":
      return writeBrokenPipe(node, layout);
    default:
      return node satisfies never;
  }
}

/** How long a node is on one line, in characters. */
export function widthOf(node: GoNode): number {
  return node.kind === "atom" ? node.text.length : sizeOf(node).width;
}

/** How deeply the parentheses of a node are nested. */
export function depthOf(node: GoNode): number {
  return node.kind === "atom" ? depthOfText(node.text) : sizeOf(node).depth;
}

// Of a node that has parts: an atom is measured sooner than it is looked up.
const sizeOf = oncePer((node: GoCommand | GoPipe): { readonly width: number; readonly depth: number } => {
  switch (node.kind) {
    case "command":
      return {
        width: sum(node.words.map((word) => widthOf(word) + (word.kind === "atom" ? 1 : 3))) - 1,
        depth: Math.max(0, ...node.words.map((word) => depthOf(word) + (word.kind === "atom" ? 0 : 1))),
      };
    case "pipe":
      return {
        width: sum(node.commands.map((one) => widthOf(one) + 3)) - 3,
        depth: Math.max(0, ...node.commands.map(depthOf)),
      };
    default:
      return node satisfies never;
  }
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

// A constant may hold parentheses too.
function depthOfText(text: string): number {
  if (text.startsWith('"') || !text.includes("(")) return 0;
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Writes a node on one line, whatever its length. */
export function writeFlat(node: GoNode): string {
  switch (node.kind) {
    case "atom":
      return node.text;
    case "command":
      return node.words.map((word) => parenthesize(word, writeFlat(word))).join(" ");
    case "pipe":
      return node.commands.map(writeFlat).join(" | ");
    default:
      return node satisfies never;
  }
}

// The only parenthesis rule of the language: an argument that is itself a command or a pipe.
function parenthesize(word: GoNode, text: string): string {
  return word.kind === "atom" ? text : `(${text})`;
}

// Words are filled into lines; one that fits on no line of its own is broken in turn. A dict keeps its pairs together.
function writeBroken(node: GoCommand, layout: Layout): string {
  const indent = layout.indent + 2;
  const [first = atom(""), ...args] = node.words;
  const head = writeFlat(first);
  const groups = groupWords(args, head === "dict" ? 2 : 1);
  let text = head;
  let column = layout.column + head.length;
  for (const [i, group] of groups.entries()) {
    const tail = i === groups.length - 1 ? layout.tail : 0;
    const flat = group.map((word) => parenthesize(word, writeFlat(word))).join(" ");
    const isShort = group.every((word) => word.kind === "atom") && column + 1 + flat.length + tail <= LINE_WIDTH;
    if (isShort) {
      text += ` ${flat}`;
      column += 1 + flat.length;
      continue;
    }
    const written = writeGroup(group, indent, tail);
    text += `\n${" ".repeat(indent)}${written}`;
    column = written.includes("\n") ? LINE_WIDTH : indent + written.length;
  }
  return text;
}

function groupWords(words: readonly GoNode[], size: number): readonly (readonly GoNode[])[] {
  return Array.from({ length: Math.ceil(words.length / size) }, (_, i) => words.slice(i * size, (i + 1) * size));
}

// Words on a line of their own: all but the last are written flat before it.
function writeGroup(group: readonly GoNode[], indent: number, tail: number): string {
  const last = group.at(-1) ?? atom("");
  const before = group
    .slice(0, -1)
    .map((word) => `${parenthesize(word, writeFlat(word))} `)
    .join("");
  const open = last.kind === "atom" ? 0 : 1;
  const text = writeGo(last, { column: indent + before.length + open, indent, tail: tail + open });
  return before + parenthesize(last, text);
}

function writeBrokenPipe(node: GoPipe, layout: Layout): string {
  const [first, ...rest] = node.commands;
  if (first === undefined) return "";
  const indent = layout.indent + 2;
  const tail = rest.map((part) => ` | ${writeFlat(part)}`).join("");
  // A short command stays whole: what it is piped into goes to the next line.
  const flat = writeFlat(first);
  const isShort = first.kind === "command" && first.words.every((word) => word.kind === "atom");
  const isFit = layout.column + flat.length <= LINE_WIDTH && indent + tail.length - 1 + layout.tail <= LINE_WIDTH;
  if (isShort && isFit) return `${flat}\n${" ".repeat(indent)}${tail.slice(1)}`;
  const head = writeGo(first, { ...layout, tail: layout.tail + tail.length });
  const last = head.slice(head.lastIndexOf("\n") + 1);
  const column = head.includes("\n") ? last.length : layout.column + last.length;
  if (column + tail.length + layout.tail <= LINE_WIDTH) return head + tail;
  const parts = rest.map((part) => {
    const text = writeGo(part, { column: indent + 2, indent, tail: layout.tail });
    return `\n${" ".repeat(indent)}| ${text}`;
  });
  return writeGo(first, layout) + parts.join("");
}
