/** Describes what each keyword of a schema requires, in text that follows the path of a value. */
import type { ErrorObject } from "ajv";
import type { JsonSchema } from "../../json-schema.ts";
import { nearest } from "../../nearest.ts";
import { wordsOf } from "../patterns/patterns.ts";
import { describeChoice, describeShape } from "./describe-shape.ts";
import { joinWords, listWords, show } from "./words.ts";

/** What a required key must be: one of its values, where these are few, or just set. */
export function describeRequired(wanted: JsonSchema | undefined): string {
  const isNamed = wanted?.const !== undefined || (wanted?.enum !== undefined && wanted.enum.length > 0);
  return isNamed && wanted !== undefined ? describeShape(wanted) : "set";
}

/** A value that is the only one. */
export function describeConstant(value: unknown): string {
  return value === "" ? "empty" : show(value);
}

/** Why a key is not allowed. */
export function explainKey(key: string, { properties = {}, patternProperties = {} }: JsonSchema): string {
  const known = Object.keys(properties);
  const hint = nearest(key, known);
  if (hint !== undefined) return `unknown key, did you mean "${hint}"?`;
  const forms = Object.keys(patternProperties).flatMap((pattern) => wordsOf(pattern) ?? []);
  if (known.length === 0 && forms.length > 0) return `the key must be ${forms.join(" or ")}, got ${show(key)}`;
  const wanted = known.length === 0 ? [] : [`one of ${listWords(known)}`, ...forms];
  if (wanted.length > 0) return `unknown key, must be ${wanted.join(" or ")}`;
  return Object.keys(patternProperties).length > 0
    ? "unknown key, must have another form"
    : "unknown key, there must be none";
}

/** The branches of the union that a rule is for. */
export function branchesOf({ parentSchema }: ErrorObject): readonly string[] | undefined {
  const not = (parentSchema as JsonSchema).if?.not; // the schema with the rule
  const parts = not?.oneOf ?? not?.anyOf?.find(({ oneOf }) => oneOf !== undefined)?.oneOf;
  return parts?.flatMap(({ required = [] }) => required);
}

/** Why a union needs its `type`: none of the branches is set, or several. */
export function explainUnion(branches: readonly string[], data: unknown): string {
  const set = branches.filter((branch) => Object.hasOwn(Object(data), branch));
  if (set.length === 0) return `must be set with one of ${listWords(branches)}, got none of them`;
  const [words, amount] = set.length === 2 ? [joinWords(set.map(show), "or"), "both"] : [describeChoice(set), "all"];
  return `must be ${words} because ${amount} are set, got nothing`;
}

/** What a oneOf or anyOf requires, and what was found. */
export function explainCombination({ keyword, schema, data }: ErrorObject): readonly [wanted: string, found: string] {
  const parts = schema as readonly JsonSchema[]; // the schemas of a combination
  const keys = parts.flatMap(({ required = [] }) => required);
  if (keys.length === 0) return [`must be ${joinWords(parts.map(describeShape), "or")}`, show(data)];
  const set = keys.filter((key) => Object.hasOwn(Object(data), key));
  const wanted = `must have ${keyword === "oneOf" ? "exactly" : "at least"} one of ${listWords(keys)}`;
  return [wanted, set.length === 0 ? "none of them" : listWords(set)];
}

/** The value of a long list that was probably meant. */
export function suggest(data: unknown, choice: readonly unknown[]): string {
  const words = choice.filter((word) => typeof word === "string");
  const hint = typeof data === "string" && words.length > 8 ? nearest(data, words) : undefined;
  return hint === undefined ? "" : ` (did you mean "${hint}"?)`;
}

/** What a value must not be. */
export function describeNot(not: JsonSchema, { description }: JsonSchema): string {
  const words = not.pattern === undefined ? undefined : wordsOf(not.pattern);
  if (words !== undefined) return `must not be ${words}`;
  if (not.const !== undefined) return `must not be ${show(not.const)}`;
  return description === undefined ? "must be another value" : `must be ${description}`;
}

const UNITS: Readonly<Record<string, string>> = { Length: "character", Items: "item", Properties: "key" };

/** A limit of a number or of a size. */
export function describeLimit({ keyword, schema, message }: ErrorObject): string {
  if (keyword === "uniqueItems") return "must not have an item twice";
  const limit = Number(schema);
  if (keyword === "minimum") return `must be at least ${limit}`;
  if (keyword === "maximum") return `must be at most ${limit}`;
  const unit = UNITS[keyword.slice(3)];
  if (unit === undefined) return message ?? `must fit ${keyword}`;
  if (keyword.startsWith("max") && limit === 0) return "must be empty";
  if (keyword === "minLength" && limit === 1) return "must not be empty";
  return `must have at ${keyword.startsWith("min") ? "least" : "most"} ${limit} ${unit}${limit === 1 ? "" : "s"}`;
}

/** What violates a limit: the size, where that is clearer than the value. */
export function measure({ keyword, schema, data }: ErrorObject): string {
  if (Number(schema) === 0) return show(data);
  if (keyword === "maxLength") return `${show(data)} of ${String(data).length} characters`;
  if (keyword === "maxItems") return `${(data as readonly unknown[]).length}`; // only lists have items
  if (keyword === "maxProperties") return Object.keys(data as object).join(", "); // only objects have keys
  return show(data);
}
