/** Builds values that a model accepts: absent, empty, common and nasty ones. */
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { isDefaulted } from "../../../generator/values/defaults.ts";
import { nastyStrings } from "../../yaml/nasty-strings.ts";
import { inside, type Plan, pick } from "./plan.ts";

const strings = [
  "",
  "a",
  "b",
  "a-b.c",
  ...[
    "10Gi",
    "500M",
    "v1",
    "r",
    "TCP",
    "Job",
    "A_B",
    "web",
    "dns",
    "x".repeat(63),
    "10",
    "9",
    "0",
    "enabled",
    "type",
    "Z",
  ],
  ...["\u{10000}", "\uffff", "1.0", "long.name/with-prefix"],
  ...["é日😀", "日本", "aé".repeat(12), "é".repeat(40), "-a.".repeat(8)],
  ...nastyStrings,
];
const integers = [0, 1, 2, 3, -1, 10, 1000, -1000, 65535, 999999, 1e6, 1234567, 2147483647];
const numbers = [...integers, 0.1, -0.5, 1.5, 1e15, 2 ** 53, 1e20, 1e21, 1.5e300, 1e-6, 1e-7, 5e-324, 1e6 + 0.5];

/** A value that a schema accepts. */
export function buildValue(schema: JsonSchema, plan: Plan): unknown {
  if (schema.enum !== undefined) return pick(plan, schema.enum);
  const type = typeof schema.type === "object" ? pick(plan, schema.type) : schema.type;
  switch (type) {
    case "string":
      return pick(plan, stringsOf(schema));
    case "boolean":
      return pick(plan, [false, true]);
    case "integer":
      return pick(plan, integersOf(schema));
    case "array":
      return buildList(schema, plan);
    case "object":
      return buildObject(schema, plan);
    default:
      throw new TypeError(`Cannot build a value of type ${type}`);
  }
}

function buildList(schema: JsonSchema, plan: Plan): unknown {
  const parts = plan.inside.length < (schema.minItems ?? 0) ? [inside(plan, 0)] : plan.inside;
  return parts.map((part) => buildValue(schema.items ?? {}, part));
}

function buildObject(schema: JsonSchema, plan: Plan): unknown {
  const [pattern] = Object.entries(schema.patternProperties ?? {});
  if (pattern !== undefined) {
    const [key, entry] = pattern;
    const keys = stringsOf({ type: "string", pattern: key, maxLength: 15 });
    return Object.fromEntries(plan.inside.map((part) => [pick(part, keys), buildValue(entry, inside(part, 0))]));
  }
  if (schema.properties === undefined) return buildJsonMap(plan);
  return buildFields(schema, (i) => inside(plan, i));
}

/** The values of a model, a plan for each. */
export function buildValues(schema: JsonSchema, plans: readonly Plan[]): object {
  return Object.fromEntries(
    Object.entries(buildFields(schema, (i) => plans[i] ?? { choice: 0, inside: [] })), // a model is an object
  );
}

function buildFields(schema: JsonSchema, planOf: (i: number) => Plan): object {
  const entries = Object.entries(schema.properties ?? {}).map(([key, field], i) => {
    const plan = planOf(i);
    const mayBeAbsent = isDefaulted(field) || !schema.required?.includes(key);
    // A null takes a value away, like one that was never there.
    if (mayBeAbsent && plan.choice % 3 === 0) return [key, plan.choice % 12 === 9 ? null : undefined] as const;
    return [key, buildValue(field, { ...plan, choice: Math.floor(plan.choice / 3) })] as const;
  });
  return withOneBranch(schema, Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

// The branch that `type` names is there, and several branches have a type.
function withOneBranch(schema: JsonSchema, fields: Record<string, unknown>): object {
  const branches = schema.properties?.["type"]?.enum as readonly string[] | undefined; // names
  if (branches === undefined) return fields;
  const given = branches.filter((branch) => (fields[branch] ?? undefined) !== undefined);
  const [only = "claim"] = given;
  const type = typeof fields["type"] === "string" && given.includes(fields["type"]) ? fields["type"] : only;
  const { type: _, ...rest } = fields;
  const all = given.length === 0 ? { ...rest, claim: "c" } : rest;
  return given.length < 2 && fields["type"] === undefined ? all : { ...all, type };
}

function buildJsonMap(plan: Plan): object {
  return Object.fromEntries(plan.inside.map((part) => [pick(part, strings), buildJson(inside(part, 0))]));
}

function buildJson(plan: Plan): unknown {
  const makes = [
    () => pick(inside(plan, 0), strings),
    () => pick(inside(plan, 0), numbers),
    () => plan.inside.length > 0,
    () => plan.inside.map(buildJson),
    () => buildJsonMap(plan),
  ];
  return pick(plan, makes)();
}

const known = new Map<string, readonly string[]>();

function stringsOf(schema: JsonSchema): readonly string[] {
  const { pattern = "", minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const key = `${minLength} ${maxLength} ${pattern}`;
  const found = known.get(key) ?? strings.filter((string) => isAccepted(string));
  known.set(key, found);
  return found;

  function isAccepted(string: string): boolean {
    return string.length >= minLength && string.length <= maxLength && new RegExp(pattern, "u").test(string);
  }
}

function integersOf({ minimum = 0, maximum = 2147483647 }: JsonSchema): readonly number[] {
  return integers.filter((integer) => integer >= minimum && integer <= maximum);
}
