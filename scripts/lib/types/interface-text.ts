/** The text of TypeScript interfaces, laid out as the formatter of this repository would. */

import { dirname, relative } from "node:path/posix";

/** One field of an interface. */
export interface Field {
  readonly key: string;
  /** TypeScript text of its type; the members of a union each. */
  readonly type: readonly string[];
  readonly optional: boolean;
  /** The documentation of the field. */
  readonly doc: Doc;
}

/** A comment: a sentence, and the default of the field. */
export interface Doc {
  readonly text: string;
  readonly default?: unknown;
}

/** An interface, or a name for a type without fields. */
export interface Declaration {
  readonly name: string;
  /** Type parameters with their brackets, or "". */
  readonly parameters: string;
  readonly doc: Doc;
  /** Whether it is assignable to a map from string: a type literal is, an interface is not. */
  readonly isMap: boolean;
  /** Fields, or the members of a union. */
  readonly body: { readonly fields: readonly Field[]; readonly open: readonly Field[] } | readonly string[];
}

const WIDTH = 120;

/** Prints a declaration with its comments. */
export function printDeclaration({ name, parameters, doc, isMap, body }: Declaration): string {
  const comment = printDoc(doc, "");
  if ("fields" in body) {
    const lines = [...body.fields, ...body.open].map((field) => printField(field));
    if (lines.length === 0) return `${comment}export type ${name}${parameters} = Record<string, never>;\n`;
    if (isMap) return `${comment}export type ${name}${parameters} = {\n${lines.join("")}};\n`;
    return `${comment}export interface ${name}${parameters} {\n${lines.join("")}}\n`;
  }
  return `${comment}${printUnion(`export type ${name}${parameters} =`, body, "")}`;
}

/** Prints a field with its comment, on lines of its own. */
export function printField({ key, type, optional, doc }: Field, indent = "  ", modifier = "readonly "): string {
  const name = key.startsWith("[") || /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
  return `${printDoc(doc, indent)}${printUnion(`${indent}${modifier}${name}${optional ? "?" : ""}:`, type, indent)}`;
}

// One line where it fits, else a member a line.
function printUnion(start: string, members: readonly string[], indent: string): string {
  const line = `${start} ${members.join(" | ")};\n`;
  if (line.length - 1 <= WIDTH) return line;
  return `${start}\n${members.map((member) => `${indent}  | ${member}`).join("\n")};\n`;
}

function printDoc(doc: Doc, indent: string): string {
  const text = escapeComment(doc.text);
  if (doc.default === undefined) return `${indent}/** ${text} */\n`;
  return `${indent}/**\n${indent} * ${text}\n${indent} * @default ${escapeComment(JSON.stringify(doc.default))}\n${indent} */\n`;
}

// A description may contain the end of a comment, as in a cron line of every five minutes.
function escapeComment(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(/\s+/g, " ");
}

/** Prints the imports of a file below `generator/`: the names of each other file. */
export function printImports(file: string, names: ReadonlyMap<string, ReadonlySet<string>>): string {
  const imports = [...names].filter(([, each]) => each.size > 0);
  const lines = imports.map(([from, each]): [string, string] => {
    const path = relative(dirname(file), from);
    const specifier = path.startsWith(".") ? path : `./${path}`;
    const list = [...each].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const line = `import type { ${list.join(", ")} } from "${specifier}";\n`;
    if (line.length - 1 <= WIDTH) return [specifier, line];
    return [specifier, `import type {\n${list.map((name) => `  ${name},\n`).join("")}} from "${specifier}";\n`];
  });
  return lines
    .sort(([a], [b]) => compareSpecifiers(a, b))
    .map(([, line]) => line)
    .join("");
}

// The formatter puts files further up first.
function compareSpecifiers(a: string, b: string): number {
  const depth = (path: string) => path.split("../").length;
  return depth(b) - depth(a) || (a < b ? -1 : 1);
}
