/** Describes what a schema requires of a value: its type, its limits, its form. */
import type { JsonSchema } from "../../json-schema.ts";
import { wordsOf } from "../patterns/patterns.ts";
import { joinWords, listWords, show } from "./words.ts";

const MAX_INT32 = 2 ** 31 - 1;

/** What a value of a schema is, after "must be": `an integer from 1 to 65535 or a port name such as "http" (...)`. */
export function describeShape(schema: JsonSchema): string {
  if (schema.enum !== undefined) return describeChoice(schema.enum);
  if (schema.const !== undefined) return show(schema.const);
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return describeText(schema);
  // The longest last: the description of a string may be a whole sentence.
  const others = types.filter((type) => type !== "string" && !(type === "integer" && types.includes("number")));
  const words = [
    ...others.map((type) => describeType(type, schema)),
    ...(types.includes("string") ? [describeText(schema)] : []),
  ];
  return joinWords(words, "or");
}

/** One of several values. */
export function describeChoice(values: readonly unknown[]): string {
  return values.length === 1 ? show(values[0]) : `one of ${listWords(values.map(show))}`;
}

function describeType(type: string, schema: JsonSchema): string {
  switch (type) {
    case "integer":
      return `an integer${describeRange(schema)}`;
    case "number":
      return `a number${describeRange(schema)}`;
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "object":
      return "a map";
    default:
      return type;
  }
}

// A pattern without a description in `forms` is one of the author: only the description of the value is known.
function describeText({ pattern, description }: JsonSchema): string {
  if (pattern === undefined) return "a string";
  const words = wordsOf(pattern);
  if (words !== undefined) return words;
  return description === undefined ? "a string of another form" : `a string as described: ${description}`;
}

function describeRange({ minimum, maximum }: JsonSchema): string {
  const least = minimum === undefined || minimum <= -MAX_INT32 ? undefined : minimum;
  const most = maximum === undefined || maximum >= MAX_INT32 ? undefined : maximum;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return ` >= ${least}`;
  return most === undefined ? "" : ` <= ${most}`;
}
