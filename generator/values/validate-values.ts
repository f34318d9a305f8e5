/** Checks values against a chart's schema, with messages that say path, found and wanted. */
import { Ajv, type ErrorObject } from "ajv";
import { Check } from "typebox/schema";
import type { JsonSchema } from "../json-schema.ts";
import { nearest } from "../nearest.ts";

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
 * Checks values against a schema and lists what is wrong with them, nothing if they are right.
 *
 * Most values are right, and TypeBox says so at once. ajv, whose errors say most, takes a third of a second to compile
 * the schema of a chart, so it is asked only what is wrong.
 */
export function validateValues(schema: JsonSchema, values: unknown): readonly ValueProblem[] {
  if (Check(schema, values)) return [];
  const problems = compileSchema(schema)(values);
  return problems.length > 0 ? problems : [{ path: "", found: show(values), wanted: "values that fit the schema" }];
}

/** Compiles a schema for many values; the result lists what is wrong with some. */
export function compileSchema(schema: JsonSchema): (values: unknown) => readonly ValueProblem[] {
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
      const patterns = Object.keys((error.parentSchema?.["patternProperties"] as object | undefined) ?? {});
      const hint = nearest(key, known);
      const wanted =
        hint !== undefined
          ? `"${hint}"`
          : known.length > 0
            ? `one of ${known.join(", ")}`
            : `a name that matches ${patterns.join(" or ")}`;
      return { path: at(key), found: "an unknown key", wanted };
    }
    case "required":
      return { path: at(String(params["missingProperty"])), found: "nothing", wanted: "a value" };
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
    default:
      return { path: at(), found: show(error.data), wanted: error.message ?? error.keyword };
  }
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
