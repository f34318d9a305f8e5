/** Checks values against a chart's schema, with messages that name the place, what is wanted and what is found. */
import { createRequire } from "node:module";
import { Check } from "typebox/schema";
import type { JsonSchema } from "../json-schema.ts";
import { oncePer } from "../once-per.ts";
import { listUnreadableTexts } from "./list-unreadable-texts.ts";
import { explainErrors, type ValueProblem } from "./refusals/explain-errors.ts";
import { show } from "./refusals/words.ts";

export type { ValueProblem } from "./refusals/explain-errors.ts";

const PATH_WIDTH = 140;

/** A problem as a line: its path, without the middle of a very long one, and its message. */
export function printProblem({ path, message }: ValueProblem): string {
  const shown = path.length > PATH_WIDTH ? `${path.slice(0, 90)}...${path.slice(-45)}` : path;
  return `${shown || "(root)"}: ${message}`;
}

/** Values that a chart's schema refuses. */
export class ValuesError extends Error {
  readonly code = "VALUES";
  readonly problems: readonly ValueProblem[];

  constructor(what: string, problems: readonly ValueProblem[]) {
    const lines = problems.map(printProblem);
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
 * Checks values against a schema and lists the problems, none if they are valid; including strings that only some
 * versions of Helm can read.
 *
 * Most values are valid, which TypeBox checks quickly. ajv, whose errors are the most detailed, takes a third of a
 * second to compile the schema of a chart, so it is only used for invalid values.
 */
export function validateValues(schema: JsonSchema, values: unknown): readonly ValueProblem[] {
  const unreadable = listUnreadableTexts(values).map(
    ({ path, text }): ValueProblem => ({
      path: path.join("."),
      message: `must be text that every version of Helm can read, got ${text}`,
    }),
  );
  if (Check(schema, values)) return unreadable;
  const problems = compileSchema(schema)(values);
  const refused = problems.length > 0 ? problems : [{ path: "", message: `must fit the schema, got ${show(values)}` }];
  return [...unreadable, ...refused];
}

// Loaded on the first invalid values.
const loadAjv = (): typeof import("ajv") => createRequire(import.meta.url)("ajv");

/** Compiles a schema, once, to check many values; the result lists the problems of some. */
export const compileSchema = oncePer((schema: JsonSchema): ((values: unknown) => readonly ValueProblem[]) => {
  const { Ajv } = loadAjv();
  // Whoever waits for a message has a few values: to check the schema, or to shorten the code, would double the time.
  const fast = { meta: false, validateSchema: false, code: { optimize: false } };
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, validateFormats: false, ...fast });
  const validate = ajv.compile(schema);
  return (values) => (validate(values) ? [] : explainErrors(validate.errors ?? []));
});
