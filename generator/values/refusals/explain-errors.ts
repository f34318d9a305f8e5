/** Turns errors of ajv into problems: one for each path, with what is wanted, when, and what is found. */
import type { ErrorObject } from "ajv";
import type { JsonSchema } from "../../json-schema.ts";
import { describeFalsehood, describeTruth } from "./describe-condition.ts";
import {
  branchesOf,
  describeConstant,
  describeLimit,
  describeNot,
  describeRequired,
  explainCombination,
  explainKey,
  explainUnion,
  measure,
  suggest,
} from "./describe-keyword.ts";
import { describeChoice, describeShape } from "./describe-shape.ts";
import { show } from "./words.ts";

/** A problem of one value. */
export interface ValueProblem {
  /** Keys joined by dots; "" is the root. */
  readonly path: string;
  /** What the value must be, and what it is: `must be at least 0, got -1`. */
  readonly message: string;
}

/** A candidate, of which one is chosen for each path. */
interface Candidate extends ValueProblem {
  /** The lower comes first: a wrong type before a wrong form, and unconditional constraints before rules. */
  readonly rank: number;
}

type Choice = readonly unknown[];

/** The problems that errors report, in their order, one for each path. */
export function explainErrors(errors: readonly ErrorObject[]): readonly ValueProblem[] {
  const best = new Map<string, Candidate>();
  for (const [i, error] of errors.entries()) {
    if (error.keyword === "if" || isInCombination(error, errors.slice(i + 1))) continue;
    const candidate = explain(error, findRule(error, errors.slice(i + 1)));
    const other = best.get(candidate.path);
    if (other === undefined || candidate.rank < other.rank) best.set(candidate.path, candidate);
  }
  return [...best.values()].map(({ path, message }) => ({ path, message }));
}

const COMBINATIONS: ReadonlySet<string> = new Set(["oneOf", "anyOf", "contains"]);

// The errors of the branches of a combination contradict each other: the error of the combination is enough.
function isInCombination(error: ErrorObject, later: readonly ErrorObject[]): boolean {
  return later.some((other) => COMBINATIONS.has(other.keyword) && isWithin(error, other, other.schemaPath));
}

// ajv adds an error for the rule after the errors of its `then` or `else`.
function findRule(error: ErrorObject, later: readonly ErrorObject[]): ErrorObject | undefined {
  return later.find(
    (other) =>
      other.keyword === "if" &&
      isWithin(error, other, `${other.schemaPath.slice(0, -"if".length)}${other.params["failingKeyword"]}`),
  );
}

function isWithin(error: ErrorObject, other: ErrorObject, schemaPath: string): boolean {
  const isBelow = error.instancePath === other.instancePath || error.instancePath.startsWith(`${other.instancePath}/`);
  return isBelow && error.schemaPath.startsWith(`${schemaPath}/`);
}

function explain(error: ErrorObject, rule: ErrorObject | undefined): Candidate {
  const where = rule === undefined ? "" : describeRule(rule, error);
  const rank = (RANKS[error.keyword] ?? 2) + (rule === undefined ? 0 : 10);
  const own = pathOf(error.instancePath);
  const params = error.params as Readonly<Record<string, unknown>>; // ajv types it by keyword
  const got = (wanted: string, found = show(error.data)): Candidate => ({
    path: own.join("."),
    message: `${wanted}${where}, got ${found}`,
    rank,
  });
  const parent = (typeof error.parentSchema === "object" ? error.parentSchema : {}) as JsonSchema; // `false` has no keywords
  if (isSentence(error)) {
    const hint = suggest(error.data, rule === undefined ? [] : choiceOf(rule));
    return { ...got(""), message: `must be ${error.schema}${hint}, got ${show(error.data)}`, rank: 1 };
  }
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      return { path: [...own, key].join("."), message: explainKey(key, parent), rank };
    }
    case "required": {
      const key = String(params["missingProperty"]);
      const path = [...own, key].join(".");
      const branches = key === "type" && rule !== undefined ? branchesOf(rule) : undefined;
      if (branches !== undefined) return { path, message: explainUnion(branches, error.data), rank: 0 };
      const isRepeated = where === ` where ${key} is not set`;
      return { path, message: `must be ${describeRequired(parent.properties?.[key])}${isRepeated ? "" : where}`, rank };
    }
    case "oneOf":
    case "anyOf":
      return got(...explainCombination(error));
    case "const":
      return got(`must be ${describeConstant(error.schema)}`);
    case "enum":
      return got(`must be ${describeChoice(error.schema as Choice)}${suggest(error.data, error.schema as Choice)}`);
    case "false schema":
      return got("must not be set");
    case "type":
    case "pattern":
      return got(`must be ${describeShape(parent)}`);
    case "not":
      return got(
        describeNot(error.schema as JsonSchema, parent), // the schema under "not"
        isAboutKey(error) ? show(own.at(-1)) : undefined,
      );
    case "contains":
      return got(`must contain ${describeShape(error.schema as JsonSchema)}`); // the schema under "contains"
    default:
      return got(describeLimit(error), measure(error));
  }
}

const RANKS: Readonly<Record<string, number>> = { type: 0, enum: 1, const: 1, "false schema": 1 };

function pathOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

// In terms of the actual values; with their full path, unless they are siblings of the refused value.
function describeRule(rule: ErrorObject, error: ErrorObject): string {
  const place = pathOf(rule.instancePath);
  const depth = pathOf(error.instancePath).length + (error.keyword === "required" ? 1 : 0);
  const path = depth - place.length > 1 ? place.join(".") : "";
  const condition = (rule.parentSchema as JsonSchema).if ?? {}; // the schema with the rule
  const question = { condition, value: rule.data, path };
  const words = rule.params["failingKeyword"] === "then" ? describeTruth(question) : describeFalsehood(question);
  return words === undefined ? "" : ` where ${words}`;
}

// Refuses any value under the keys of a pattern, such as those that are too long.
function isAboutKey({ schema, schemaPath }: ErrorObject): boolean {
  return Object.keys(schema as JsonSchema).length === 0 && KEY_PATTERN.test(schemaPath);
}

const KEY_PATTERN = /\/patternProperties\/[^/]*\/not$/;

// Helm prints constants: one with spaces is not a value, but describes a list or a pattern that is too long to print.
function isSentence({ keyword, schema }: ErrorObject): boolean {
  return keyword === "const" && typeof schema === "string" && schema.includes(" ");
}

function choiceOf({ parentSchema }: ErrorObject): Choice {
  return (parentSchema as JsonSchema).if?.not?.enum ?? []; // the schema with the rule
}
