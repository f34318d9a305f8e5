/** Prints a values model as values.yaml: each default below a comment with its description. */

import type { Json, JsonSchema } from "../json-schema.ts";
import { printScalar } from "../yaml/print-scalar.ts";
import { printYamlValue } from "../yaml/print-yaml.ts";
import { defaultsOf } from "./defaults.ts";
import { generatedFrom } from "./generated-from.ts";

const WIDTH = 110;

/** The text of values.yaml, with `more` below its header. A field without a default is a comment with an example. */
export function printValues(model: object, source: string, more = ""): string {
  const header = `# ${generatedFrom(source)}.\n${more}`;
  return `${header}${printProperties(model as JsonSchema, 0)}`;
}

function printProperties(schema: JsonSchema, indent: number): string {
  const entries = Object.entries(schema.properties ?? {});
  return entries
    .map(([key, property]) => {
      const value = schema.required?.includes(key) ? defaultsOf(property) : undefined;
      const gap = indent === 0 ? "\n" : "";
      return `${gap}${printComment(property.description, indent)}${printProperty(key, property, value, indent)}`;
    })
    .join("");
}

function printProperty(key: string, schema: JsonSchema, value: Json | undefined, indent: number): string {
  const pad = " ".repeat(indent);
  if (value === undefined) return commentOut(`${printScalar(key)}:${printYamlValue(exampleOf(schema), 2)}`, pad);
  const example =
    isEmpty(value) && schema.examples !== undefined
      ? commentOut(`${printScalar(key)}:${printYamlValue(exampleOf(schema), 2)}`, pad)
      : "";
  // An object's own default is used, unless it is empty and the fields have defaults.
  if (schema.type === "object" && schema.properties !== undefined && isEmpty((schema.default ?? {}) as Json)) {
    return `${pad}${printScalar(key)}:\n${printProperties(schema, indent + 2)}`;
  }
  return `${example}${pad}${printScalar(key)}:${printYamlValue(value, indent + 2)}`;
}

function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "boolean":
      return true;
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "array":
      return [];
    case "object":
      return {};
    default:
      return "";
  }
}

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function printComment(text: string | undefined, indent: number): string {
  if (text === undefined) return "";
  return wrap(text, WIDTH - indent)
    .map((line) => `${" ".repeat(indent)}# ${line}\n`)
    .join("");
}

function commentOut(text: string, pad: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `${pad}# ${line}\n`)
    .join("");
}

/** Breaks text into lines of at most `width` characters, at its whitespace. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
