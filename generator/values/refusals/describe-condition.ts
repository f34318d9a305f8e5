/** Explains why the `if` of a rule holds for a value, or why it does not. */
import { Check } from "typebox/schema";
import type { JsonSchema } from "../../json-schema.ts";
import { show } from "./words.ts";

/** A condition and the value that it is evaluated for; `path` is the value's, keys joined by dots. */
interface Question {
  readonly condition: JsonSchema;
  readonly value: unknown;
  readonly path: string;
}

/** Why a condition holds for a value, as a clause: `type is "Localhost"`; undefined where it cannot be described. */
export function describeTruth({ condition, value, path }: Question): string | undefined {
  const { properties = {}, required = [], anyOf = [], oneOf = [] } = condition;
  const described = Object.entries(properties).flatMap(([key, part]) => {
    const inner = Object(value)[key] as unknown; // an absent key is undefined
    if (inner === undefined) return isNever(part) ? [[key, `${join(path, key)} is not set`] as const] : [];
    const words = describeTruth({ condition: part, value: inner, path: join(path, key) });
    return words === undefined ? [] : [[key, words] as const];
  });
  const named = new Set(described.map(([key]) => key));
  const present = required.filter((key) => !named.has(key)).map((key) => `${join(path, key)} is set`);
  const branch = [...anyOf, ...oneOf].find((part) => Check(part, value));
  return joinClauses([
    ...described.map(([, words]) => words),
    ...present,
    branch && describeTruth({ condition: branch, value, path }),
    condition.not && describeFalsehood({ condition: condition.not, value, path }),
    describeOwn(condition, value, path),
  ]);
}

/** Why a condition does not hold for a value, as a clause: `key is not set`. */
export function describeFalsehood({ condition, value, path }: Question): string | undefined {
  const { properties = {}, additionalProperties, required = [], anyOf = [], oneOf = [], not } = condition;
  const missing = required.find((key) => !Object.hasOwn(Object(value), key));
  if (missing !== undefined) return describeAbsence(join(path, missing), properties[missing]);
  const several = oneOf.filter((part) => Check(part, value));
  if (several.length > 1) return joinClauses(several.map((part) => describeTruth({ condition: part, value, path })));
  const parts = anyOf.length + oneOf.length > 0 ? [...anyOf, ...oneOf] : [];
  if (parts.length > 0) return joinClauses(parts.map((part) => describeFalsehood({ condition: part, value, path })));
  const entries = Object.entries(Object(value) as object).flatMap(([key, inner]) => {
    const part = properties[key] ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
    return part === undefined || Check(part, inner) ? [] : [{ condition: part, value: inner, path: join(path, key) }];
  });
  const [wrong] = entries;
  if (wrong !== undefined) return describeFalsehood(wrong);
  if (not !== undefined) return describeTruth({ condition: not, value, path });
  return describeOwn(condition, value, path);
}

// A condition on the value itself is described by that value: it is, or is not, one of those that the condition lists.
function describeOwn(condition: JsonSchema, value: unknown, path: string): string | undefined {
  if (condition.contains?.const !== undefined) return `it contains ${show(condition.contains.const)}`;
  const { enum: words, const: word, pattern, minLength } = condition;
  if ([words, word, pattern, minLength].every((keyword) => keyword === undefined)) return undefined;
  if (value === "") return `${path} is empty`;
  return minLength === undefined ? `${path} is ${show(value)}` : `${path} is set`;
}

function describeAbsence(path: string, wanted: JsonSchema | undefined): string {
  const words = wanted?.enum ?? (wanted?.const === undefined ? [] : [wanted.const]);
  if (words.length === 0) return `${path} is not set`;
  return words.length === 1
    ? `${path} is not ${show(words[0])}`
    : `${path} is neither ${words.map(show).join(" nor ")}`;
}

function isNever(schema: JsonSchema | boolean): boolean {
  return schema === false;
}

function joinClauses(clauses: readonly (string | undefined)[]): string | undefined {
  const known = clauses.filter((clause) => clause !== undefined);
  return known.length === 0 ? undefined : known.join(" and ");
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
