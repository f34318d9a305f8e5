/** Text. */
import { createHash } from "node:crypto";
import type { Expression, Operand } from "../expression/expression.ts";
import { command, stringConstant } from "../expression/go-syntax.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { call } from "./call.ts";
import { printGoJson } from "./go-json.ts";

const string = { type: "string" } as const;

/** Joins strings: text`${a}-${b}`. Constant parts become part of the format. */
export function text(strings: TemplateStringsArray, ...parts: readonly Operand<string>[]): Expression<string> {
  const [first = "", ...rest] = strings;
  const pieces = [first];
  const expressions: Expression<string>[] = [];
  for (const [i, part] of parts.entries()) {
    const next = rest[i] ?? "";
    if (typeof part === "string") pieces.push((pieces.pop() ?? "") + part + next);
    else {
      expressions.push(part);
      pieces.push(next);
    }
  }
  return join(pieces, expressions);
}

function join(pieces: readonly string[], parts: readonly Expression<string>[]): Expression<string> {
  const format = pieces.map((piece) => piece.replaceAll("%", "%%")).join("%s");
  const fn: TemplateFunction = {
    name: `text ${format}`,
    pieces,
    go: (args) => command("printf", stringConstant(format), ...args),
    js: (...args: string[]) => pieces.map((piece, i) => piece + (args[i] ?? "")).join(""),
  };
  return call(fn, parts, string);
}

const containsFunction: TemplateFunction = {
  name: "contains",
  go: (args) => command("contains", ...args),
  js: (part: string, value: string) => value.includes(part),
};

/** Whether a string has another in it. */
export function contains(value: Operand<string>, part: Operand<string>): Expression<boolean> {
  return call(containsFunction, [part, value], { type: "boolean" });
}

const replaceFunction: TemplateFunction = {
  name: "replace",
  go: (args) => command("replace", ...args),
  js: (from: string, to: string, value: string) => value.replaceAll(from, () => to),
};

/** A string with every occurrence of another replaced. */
export function replace(value: Expression<string>, from: string, to: string): Expression<string> {
  return call(replaceFunction, [from, to, value], string);
}

const truncFunction: TemplateFunction = {
  name: "trunc",
  go: (args) => command("trunc", ...args),
  js: (length: number, value: string) => Buffer.from(value).subarray(0, length).toString(),
};

/** The first bytes of a string. */
export function trunc(value: Expression<string>, length: number): Expression<string> {
  return call(truncFunction, [length, value], string);
}

const sha256Function: TemplateFunction = {
  name: "sha256sum",
  go: (args) => command("sha256sum", ...args),
  js: (value: string) => createHash("sha256").update(value).digest("hex"),
};

/** The SHA-256 of a string, in hexadecimal digits. */
export function sha256(value: Expression<string>): Expression<string> {
  return call(sha256Function, [value], string);
}

const toJsonFunction: TemplateFunction = { name: "toJson", go: (args) => command("toJson", ...args), js: printGoJson };

/** A value as Go writes it in JSON: keys sorted, so that it can be hashed. */
export function toJson(value: Expression<unknown>): Expression<string> {
  return call(toJsonFunction, [value], string);
}

/** The function behind `fitName`, for templates that include it. */
export const fitNameFunction: TemplateFunction = {
  name: "fitName",
  go: (args, prefix) => command("include", stringConstant(`${prefix}.fitName`), command("list", ...args)),
  js: trimName,
  template: {
    comment: "A name no longer than a limit; a longer one is cut and ends in a hash of the whole.",
    body: () => `{{- $max := index . 0 }}
{{- $name := index . 1 }}
{{- if le (len $name) $max }}
{{- $name }}
{{- else }}
{{- printf "%s-%s" (trunc (int (sub $max 9)) $name | trimAll "-.") (sha256sum $name | trunc 8) }}
{{- end }}`,
  },
};

/** A name no longer than `max` bytes; a longer one is cut and ends in a hash of the whole, so that two never meet. */
export function fitName(name: Expression<string>, max: number): Expression<string> {
  return call(fitNameFunction, [max, name], string);
}

/** What `fitName` computes. */
export function trimName(max: number, name: string): string {
  if (name.length <= max) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, max - 9).replace(/^[-.]+|[-.]+$/g, "")}-${hash}`;
}
