/** What a schema engine refuses, read from its messages: the path and the keyword of each. */
import type { Keyword } from "./mistake.ts";

/** The refusals of one check, as `keyword path` each; the keys of a path are joined by dots. */
export type Refusals = ReadonlySet<string>;

/** A refusal in `Refusals`. */
export function printRefusal(keyword: Keyword, path: readonly (string | number)[]): string {
  return `${keyword} ${path.join(".")}`;
}

type Forms = readonly (readonly [Keyword, RegExp])[];

// The engine of Helm 3.18.5 and later, Helm 4 too.
const NEW_FORMS: Forms = [
  ["type", /^got .*, want /],
  ["enum", /^value must be one of /],
  // An enum of one word too.
  ["const", /^value must be /],
  ["pattern", / does not match pattern /],
  ["not", /^('not' failed|false schema$)/],
  ["minimum", /^minimum: /],
  ["maximum", /^maximum: /],
  ["minLength", /^minLength: /],
  ["maxLength", /^maxLength: /],
  ["minItems", /^minItems: /],
  ["maxItems", /^maxItems: /],
  ["uniqueItems", /^items at .* are equal/],
  ["contains", /^no items match contains schema/],
  ["minProperties", /^minProperties: /],
  ["maxProperties", /^maxProperties: /],
  ["oneOf", /^'oneOf' failed/],
  ["anyOf", /^'anyOf' failed/],
];

// The engine of the Helm versions before.
const OLD_FORMS: Forms = [
  ["type", /^Invalid type\. Expected: /],
  ["enum", / must be one of the following: /],
  ["const", / does not match: /],
  ["pattern", /^Does not match pattern /],
  ["not", /^(Must not validate the schema|False always fails)/],
  ["minimum", /^Must be greater than or equal to /],
  ["maximum", /^Must be less than or equal to /],
  ["minLength", /^String length must be greater than or equal to /],
  ["maxLength", /^String length must be less than or equal to /],
  ["minItems", /^Array must have at least /],
  ["maxItems", /^Array must have at most /],
  ["uniqueItems", /^array items\[.*\] must be unique/],
  ["contains", /^At least one of the items must match/],
  ["minProperties", /^Must have at least .* properties/],
  ["maxProperties", /^Must have at most .* properties/],
  ["oneOf", /^Must validate one and only one schema/],
  ["anyOf", /^Must validate at least one schema/],
];

/** Reads what Helm says of one chart's values; the part of its subcharts is left out. */
export function readHelmRefusals(stderr: string, chartName: string): Refusals {
  const lines = stderr.split("\n");
  const start = lines.indexOf(`${chartName}:`);
  if (start < 0) return new Set();
  const length = lines.slice(start + 1).findIndex((line) => !/^ *- /.test(line));
  const own = length < 0 ? lines.slice(start + 1) : lines.slice(start + 1, start + 1 + length);
  return new Set(own.flatMap((line) => readNew(line) ?? readOld(line)));
}

function readNew(line: string): readonly string[] | undefined {
  const [, pointer, message] = /^ *- at '((?:[^'\\]|\\.)*)': (.*)$/.exec(line) ?? [];
  if (pointer === undefined || message === undefined) return undefined;
  const path = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const [, what, list = ""] =
    /^(additional|missing) propert(?:y|ies) (.*)$/.exec(message.replace(/ not allowed$/, "")) ?? [];
  if (what === undefined) return [`${findKeyword(message, NEW_FORMS)} ${path.join(".")}`];
  const keys = [...list.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, key = ""]) => key);
  return keys.map((key) => printRefusal(what === "missing" ? "required" : "additionalProperties", [...path, key]));
}

function readOld(line: string): readonly string[] {
  const [, place = "", message = ""] = /^- (.*?): (.*)$/.exec(line) ?? [];
  const path = place === "(root)" ? [] : [place];
  const missing = /^(.*) is required$/.exec(message)?.[1];
  if (missing !== undefined) return [printRefusal("required", [...path, missing])];
  const unknown = /^Additional property (.*) is not allowed$/.exec(message)?.[1];
  if (unknown !== undefined) return [printRefusal("additionalProperties", [...path, unknown])];
  return [`${findKeyword(message, OLD_FORMS)} ${path.join(".")}`];
}

function findKeyword(message: string, forms: Forms): Keyword | "other" {
  return forms.find(([, form]) => form.test(message))?.[0] ?? "other";
}
