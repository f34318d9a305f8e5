/** Text. */
import { createHash } from "node:crypto";
import { type Expression, NODE, type Operand } from "../expression/expression.ts";
import { Position } from "../expression/for-each.ts";
import { command, constant, stringConstant } from "../expression/go/go-syntax.ts";
import { goTypeOf, isNil, textInGo } from "../expression/go/go-values.ts";
import { RenderError } from "../expression/go/render-error.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call, includeWith } from "./call.ts";
import { printGoJson } from "./go/go-json.ts";
import { printGoString, printGoText, printGoValue } from "./go/go-text.ts";
import { filled } from "./logic.ts";

const string = { type: "string" } as const;

/** Joins strings, and positions in a list: text`${a}-${b}`. Constant parts become part of the format. */
export function text(
  strings: TemplateStringsArray,
  ...parts: readonly (Operand<string> | Position)[]
): Expression<string> {
  const [first = "", ...rest] = strings;
  const pieces = [first];
  const expressions: (Expression<string> | Position)[] = [];
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

function join(pieces: readonly string[], parts: readonly (Expression<string> | Position)[]): Expression<string> {
  const [first = "", ...rest] = pieces.map((piece) => piece.replaceAll("%", "%%"));
  const format = first + rest.map((piece, i) => (parts[i] instanceof Position ? "%d" : "%s") + piece).join("");
  const fn = templateFunction({
    name: `text ${format}`,
    pieces,
    go: (args) => command("printf", stringConstant(format), ...args),
    js: (...args: unknown[]) =>
      pieces.map((piece, i) => piece + (i < args.length ? printAs(parts[i], args[i]) : "")).join(""),
  });
  return call(fn, parts, string);
}

function printAs(part: unknown, value: unknown): string {
  return part instanceof Position ? String(value) : printGoString(value);
}

const containsFunction = templateFunction({
  name: "contains",
  go: (args) => command("contains", ...args),
  js: (part: unknown, value: unknown) => textInGo(value).includes(textInGo(part)),
});

/** Whether a string has another in it. */
export function contains(value: Operand<string>, part: Operand<string>): Expression<boolean> {
  return call(containsFunction, [part, value], { type: "boolean" });
}

const hasPrefixFunction = templateFunction({
  name: "hasPrefix",
  go: (args) => command("hasPrefix", ...args),
  js: (prefix: unknown, value: unknown) => textInGo(value).startsWith(textInGo(prefix)),
});

/** Whether a string begins with another. */
export function hasPrefix(value: Operand<string>, prefix: Operand<string>): Expression<boolean> {
  return call(hasPrefixFunction, [prefix, value], { type: "boolean" });
}

const trimPrefixFunction = templateFunction({
  name: "trimPrefix",
  go: (args) => command("trimPrefix", ...args),
  js: withoutPrefix,
});

function withoutPrefix(prefix: unknown, value: unknown): string {
  const [text, start] = [textInGo(value), textInGo(prefix)];
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** A string without what it begins with, if it does. */
export function trimPrefix(value: Operand<string>, prefix: Operand<string>): Expression<string> {
  return call(trimPrefixFunction, [prefix, value], string);
}

const trimSuffixFunction = templateFunction({
  name: "trimSuffix",
  go: (args) => command("trimSuffix", ...args),
  js: withoutSuffix,
});

function withoutSuffix(suffix: unknown, value: unknown): string {
  const [text, end] = [textInGo(value), textInGo(suffix)];
  return text.endsWith(end) ? text.slice(0, text.length - end.length) : text;
}

/** A string without what it ends with, if it does. */
export function trimSuffix(value: Operand<string>, suffix: Operand<string>): Expression<string> {
  return call(trimSuffixFunction, [suffix, value], string);
}

const toTextFunction = templateFunction({
  name: "toString",
  go: (args) => command("toString", ...args),
  js: printGoValue,
  absentSafe: [0],
});

/**
 * A value as Go prints it: for what may be a text or a number, such as 25% or 1; `<nil>` where it is absent and has no
 * default. Numbers of a values file have an exponent from 1e+06 on; `toJson` prints their digits.
 */
export function toText(value: Expression<unknown>): Expression<string> {
  return call(toTextFunction, [filled(value)], string);
}

const startsWithDigitFunction = templateFunction({
  name: "startsWithDigit",
  go: ([value]) => command("regexMatch", stringConstant("^[0-9]"), value),
  js: (value: unknown) => /^[0-9]/.test(textInGo(value)),
});

/** Whether a string begins with a digit. */
export function startsWithDigit(value: Operand<string>): Expression<boolean> {
  return call(startsWithDigitFunction, [value], { type: "boolean" });
}

const lowerFunction = templateFunction({
  name: "lower",
  go: (args) => command("lower", ...args),
  js: (value: unknown) => Array.from(textInGo(value), lowerCharacter).join(""),
});

// Go maps each character to one, whatever stands around it.
function lowerCharacter(character: string): string {
  const [lowered = ""] = character.toLowerCase();
  return lowered;
}

/** A string in lower case. */
export function lower(value: Operand<string>): Expression<string> {
  return call(lowerFunction, [value], string);
}

const replaceFunction = templateFunction({
  name: "replace",
  go: (args) => command("replace", ...args),
  // Go finds an empty string between characters; JavaScript finds it between the halves of one too.
  js: (from: string, to: string, value: unknown) =>
    from === "" ? ["", ...textInGo(value), ""].join(to) : textInGo(value).replaceAll(from, () => to),
});

/** A string with every occurrence of another replaced. */
export function replace(value: Expression<string>, from: string, to: string): Expression<string> {
  return call(replaceFunction, [from, to, value], string);
}

const truncFunction = templateFunction({
  name: "trunc",
  go: (args) => command("trunc", ...args),
  js: cut,
});

// Go cuts through a character of several bytes, which leaves an invalid rest.
const truncCharactersFunction = templateFunction({
  ...truncFunction,
  go: (args) => command("regexReplaceAll", stringConstant(BROKEN), command("trunc", ...args), stringConstant("")),
});

/** The first bytes of a string; a character that does not fit in whole is left out. */
export function trunc(value: Expression<string>, length: number): Expression<string> {
  if (!Number.isInteger(length) || length < 0)
    throw new TypeError(`Cannot cut a string to ${length} bytes: expected a whole number that is not negative`);
  const node = value[NODE];
  const isHash = node.op === "call" && node.function === sha256Function;
  return call(isHash ? truncFunction : truncCharactersFunction, [length, value], string);
}

/** How Go's regular expressions match a broken character at the end of a string. */
const BROKEN = "\\x{fffd}+$";

function cut(length: number, value: unknown): string {
  return Buffer.from(textInGo(value))
    .subarray(0, length)
    .toString()
    .replace(/\ufffd+$/, "");
}

const byteLengthFunction = templateFunction({
  name: "byteLength",
  go: ([value]) => command("len", command("toString", value)),
  js: (value: unknown) => Buffer.byteLength(printGoValue(value)),
});

/** How many bytes a string has. */
export function byteLength(value: Operand<string>): Expression<number> {
  return call(byteLengthFunction, [value], { type: "integer" });
}

// Four digits are three bytes; those that fill up the last four are none, nor are ends of lines.
const decodedLengthFunction = templateFunction({
  name: "decodedLength",
  go: ([value]) => {
    const text = command("toString", value);
    const digits = command("regexReplaceAll", stringConstant("[=\r\n]+"), text, stringConstant(""));
    return command("div", command("mul", constant(3), command("len", digits)), constant(4));
  },
  js: (value: unknown) => Math.floor((3 * Buffer.byteLength(printGoValue(value).replaceAll(/[=\r\n]+/g, ""))) / 4),
});

/** How many bytes a string in base64 stands for. */
export function decodedLength(value: Operand<string>): Expression<number> {
  return call(decodedLengthFunction, [value], { type: "integer" });
}

const sha256Function = templateFunction({
  name: "sha256sum",
  go: (args) => command("sha256sum", ...args),
  js: (value: unknown) => createHash("sha256").update(textInGo(value)).digest("hex"),
});

/** The SHA-256 of a string, in hexadecimal digits. */
export function sha256(value: Expression<string>): Expression<string> {
  return call(sha256Function, [value], string);
}

const toJsonFunction = templateFunction({ name: "toJson", go: (args) => command("toJson", ...args), js: printGoJson });

/** A value as Go writes it in JSON: keys sorted, so that it can be hashed. */
export function toJson(value: Expression<unknown>): Expression<string> {
  return call(toJsonFunction, [value], string);
}

/** The function of `fitName`, for templates that include it. */
export const fitNameFunction = templateFunction({
  name: "fitName",
  go: includeWith("fitName"),
  js: trimName,
  // No tree: it counts and cuts bytes, and drops the rest of a broken character.
  template: {
    comment:
      "A name no longer than a limit; a longer one is cut, after a whole character, and ends in a hash of the whole.",
    body: () => `{{- $max := index . 0 }}
{{- $name := index . 1 }}
{{- if le (len $name) $max }}
{{- $name }}
{{- else }}
{{- $start := regexReplaceAll ${stringConstant(BROKEN).text} (trunc (int (sub $max 9)) $name) "" }}
{{- printf "%s-%s" (trimAll "-." $start) (sha256sum $name | trunc 8) }}
{{- end }}`,
  },
});

/**
 * A name no longer than `max` bytes; a longer one is cut and ends in a hash of the whole, so that names do not collide.
 */
export function fitName(name: Expression<string>, max: number): Expression<string> {
  if (!Number.isInteger(max) || max < 10)
    throw new TypeError(`Cannot fit a name into ${max} bytes: expected a whole number of 10 or more, for the hash`);
  return call(fitNameFunction, [max, name], string);
}

/** What `fitName` computes. */
export function trimName(max: number, value: unknown): string {
  if (isNil(value) || typeof value === "boolean" || typeof value === "number")
    throw new RenderError(`len of ${isNil(value) ? "nil pointer" : `type ${goTypeOf(value)}`}`);
  const length = typeof value === "object" ? Object.keys(value).length : 0;
  if (typeof value === "object" && length <= max) return printGoText(value);
  const name = textInGo(value);
  if (Buffer.byteLength(name) <= max) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${cut(max - 9, name).replace(/^[-.]+|[-.]+$/g, "")}-${hash}`;
}
