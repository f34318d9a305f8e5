/** Checks values against a chart's schema, with messages that say path, found and wanted. */
import { createRequire } from "node:module";
import type { ErrorObject } from "ajv";
import { Check } from "typebox/schema";
import type { JsonSchema } from "../json-schema.ts";
import { nearest } from "../nearest.ts";
import { listUnreadableTexts } from "./list-unreadable-texts.ts";

/** What is wrong with one value. */
export interface ValueProblem {
  /** Keys joined by dots; "" is the root. */
  readonly path: string;
  readonly found: string;
  readonly wanted: string;
}

/** Values that a chart's schema refuses. */
export class ValuesError extends Error {
  readonly code = "VALUES";
  readonly problems: readonly ValueProblem[];

  constructor(what: string, problems: readonly ValueProblem[]) {
    const lines = problems.map(({ path, found, wanted }) => `${path || "(root)"}: expected ${wanted}, got ${found}`);
    super(
      lines.length === 1
        ? `Cannot use ${what}: ${lines[0]}`
        : `Cannot use ${what}:\n${lines.map((line) => `  ${line}`).join("\n")}`,
    );
    this.name = "ValuesError";
    this.problems = problems;
  }
}

/**
 * Checks values against a schema and lists what is wrong with them, nothing if they are right: also texts that only
 * some Helms read.
 *
 * Most values are right, and TypeBox says so at once. ajv, whose errors say most, takes a third of a second to compile
 * the schema of a chart, so it is asked only what is wrong.
 */
export function validateValues(schema: JsonSchema, values: unknown): readonly ValueProblem[] {
  const unreadable = listUnreadableTexts(values).map(
    ({ path, text }): ValueProblem => ({ path: path.join("."), found: text, wanted: "text that every Helm can read" }),
  );
  if (Check(schema, values)) return unreadable;
  const problems = compileSchema(schema)(values);
  const refused =
    problems.length > 0 ? problems : [{ path: "", found: show(values), wanted: "values that fit the schema" }];
  return [...unreadable, ...refused];
}

// Loaded when something is wrong.
const loadAjv = (): typeof import("ajv") => createRequire(import.meta.url)("ajv");

/** Compiles a schema for many values; the result lists what is wrong with some. */
export function compileSchema(schema: JsonSchema): (values: unknown) => readonly ValueProblem[] {
  const { Ajv } = loadAjv();
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, validateFormats: false });
  const validate = ajv.compile(schema);
  return (values) => (validate(values) ? [] : toProblems(validate.errors ?? []));
}

function toProblems(errors: readonly ErrorObject[]): readonly ValueProblem[] {
  // "if" only says that "then" failed, and the branches of a combinator say why it did.
  const telling = errors.filter(({ keyword }) => keyword !== "if");
  const problems = telling.map(toProblem);
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function toProblem(error: ErrorObject): ValueProblem {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = error.params as Readonly<Record<string, unknown>>; // ajv types it by keyword
  const at = (...more: readonly string[]): string => [...path, ...more].join(".");
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      const known = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
      const [pattern] = Object.keys((error.parentSchema?.["patternProperties"] as object | undefined) ?? {});
      const hint = nearest(key, known);
      const wanted =
        hint !== undefined
          ? `"${hint}"`
          : known.length > 0
            ? `one of ${known.join(", ")}`
            : pattern === undefined
              ? "no key"
              : `a name that matches ${pattern}`;
      return { path: at(key), found: "an unknown key", wanted };
    }
    case "required": {
      const key = String(params["missingProperty"]);
      // A rule of a union, and no object's own list of keys.
      const isRule = key === "type" && error.parentSchema?.["properties"] === undefined;
      return { path: at(key), found: "nothing", wanted: isRule ? "the name of the branch that counts" : "a value" };
    }
    case "enum":
      return {
        path: at(),
        found: show(error.data),
        wanted: `one of ${(params["allowedValues"] as unknown[]).map(show).join(", ")}`,
      };
    case "const":
      return { path: at(), found: show(error.data), wanted: show(params["allowedValue"]) };
    case "false schema":
      return { path: at(), found: show(error.data), wanted: "nothing here" };
    case "type":
      return { path: at(), found: show(error.data), wanted: [params["type"]].flat().join(" or ") };
    case "pattern":
      return { path: at(), found: show(error.data), wanted: `text that matches ${String(params["pattern"])}` };
    case "not":
      return { path: at(), found: show(error.data), wanted: describeNot(error) };
    default:
      return { path: at(), found: show(error.data), wanted: describeLimit(error) };
  }
}

function describeNot({ schema, parentSchema }: ErrorObject): string {
  const { pattern } = schema as JsonSchema; // the schema under "not"
  if (pattern !== undefined) return `text that does not match ${pattern}`;
  const description: unknown = parentSchema?.["description"];
  return typeof description === "string" ? description : "something else";
}

const LIMITS: Readonly<Record<string, readonly [words: string, unit: string]>> = {
  minimum: ["at least", ""],
  maximum: ["at most", ""],
  minLength: ["at least", "character"],
  maxLength: ["at most", "character"],
  minItems: ["at least", "item"],
  maxItems: ["at most", "item"],
  minProperties: ["at least", "key"],
  maxProperties: ["at most", "key"],
};

function describeLimit({ keyword, schema, message }: ErrorObject): string {
  const [words, unit] = LIMITS[keyword] ?? [];
  if (words === undefined || unit === undefined) return (message ?? keyword).replace(/^must (be )?/, "");
  const limit = Number(schema);
  return [words, String(limit), limit === 1 || unit === "" ? unit : `${unit}s`].join(" ").trimEnd();
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
