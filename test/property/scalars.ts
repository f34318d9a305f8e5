/** Strings and numbers for a place: all that the place admits, difficult ones often. */
import fc from "fast-check";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { nastyStrings } from "../yaml/nasty-strings.ts";

// Names that keys and references share, so that one often finds the other.
const NAMES = ["main", "data", "http", "tmp", "a", "y", "on", "null", "0", "1e6", "0123", "x-y", "settings", "metrics"];

const FORMS = [
  ...["10Gi", "1e3", "0.5", ".5", "100m", "5E", "0x1F", "1Ki", "10%", "0%", "100%", "1.1.1.1", "::1", "10.0.0.0/8"],
  ...["*/5 * * * *", "@daily", "@every 1h", "0 3 * * MON-FRI", "Europe/Berlin", "UTC", "/data", "/", "/a b", "a/b"],
  ...["registry.example.com:5000/team", "a/b/c", "1.36", "latest", "0123", "1e6", "true", "NULL", "V1", "v1"],
  ...["example.com/name", "app.kubernetes.io/name", "app.kubernetes.io/instance", "helm.sh/chart", "a.b/c_d"],
  ...["metadata.name", "metadata.labels['a']", "limits.cpu", "requests.memory", "hugepages-2Mi", "1.10", "0777"],
  ...[1, 15, 16, 52, 53, 63, 253].map((length) => "a".repeat(length)),
  ...[63, 253].map((length) => `${"a-".repeat(length / 2)}9`),
];

// More of the same would be slow to print and to read, and find nothing more.
const LONGEST = 80;

// As `fc.string({ unit: "binary" })` has them, which takes a second to make.
const SURROGATES = { first: 0xd800, count: 0x800 };
const character = fc
  .nat({ max: 0x10ffff - SURROGATES.count })
  .map((n) => String.fromCodePoint(n < SURROGATES.first ? n : n + SURROGATES.count));

/** Any text, mostly difficult. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nastyStrings) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(character, { maxLength: 6 }).map((some) => some.join("")) },
);

const known = new Map<string, fc.Arbitrary<string>>();

/** Texts that all schemas of a place admit. */
export function textOf(parts: readonly JsonSchema[]): fc.Arbitrary<string> {
  const limits = parts.flatMap(({ pattern, minLength, maxLength, not, if: condition }) => [
    { pattern, minLength, maxLength, not },
    // All but some forms of text are refused where another value is asked for what has none of them.
    ...(condition?.not?.pattern === undefined ? [] : [{ pattern: condition.not.pattern }]),
  ]);
  const wishes = parts.flatMap((part) => [part.default, ...(part.examples ?? [])]);
  const id = JSON.stringify([limits, wishes]);
  const found = known.get(id) ?? createText(limits, wishes);
  known.set(id, found);
  return found;
}

type Limits = Pick<JsonSchema, "pattern" | "minLength" | "maxLength" | "not">;

function createText(limits: readonly { [K in keyof Limits]: Limits[K] | undefined }[], wishes: readonly unknown[]) {
  const patterns = limits.flatMap(({ pattern }) => (pattern === undefined ? [] : [new RegExp(pattern, "u")]));
  const refused = limits.flatMap(({ not }) => (not?.pattern === undefined ? [] : [new RegExp(not.pattern, "u")]));
  const admits = (text: string): boolean => {
    const { length } = [...text];
    return (
      patterns.every((pattern) => pattern.test(text)) &&
      !refused.some((pattern) => pattern.test(text)) &&
      limits.every(
        ({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }) => length >= minLength && length <= maxLength,
      )
    );
  };
  const pick = (texts: readonly unknown[], weight: number) => {
    const admitted = texts.filter((text) => typeof text === "string" && admits(text));
    return admitted.length === 0 ? [] : [{ weight, arbitrary: fc.constantFrom(...(admitted as string[])) }];
  };
  // Of several patterns, what one admits by chance another may never: each has its turn.
  const free = patterns.length === 0 ? anyText : fc.oneof(...patterns.map(({ source }) => matching(source)));
  return fc.oneof(...pick([...NAMES, ...wishes], 3), ...pick(FORMS, 2), ...pick(nastyStrings, 3), {
    weight: 2,
    arbitrary: free.filter(admits),
  });
}

const texts = new Map<string, fc.Arbitrary<string>>();

// Many places have the same patterns, and it takes long to make texts of one.
function matching(pattern: string): fc.Arbitrary<string> {
  const found = texts.get(pattern) ?? fc.stringMatching(new RegExp(pattern), { maxLength: LONGEST });
  texts.set(pattern, found);
  return found;
}

const WHOLE = [0, 1, 2, 3, 80, 255, 256, 4096, 65535, 999999, 1000000, 12345678, 2147483647, 2 ** 53 - 1, -1, -7];
const FRACTIONS = [0.5, 1.5, 0.1, 1e-7, 1000000.5, 123456789.125, 1e15];

/** Numbers that all schemas of a place admit; whole ones where `isWhole`. */
export function numberOf(parts: readonly JsonSchema[], isWhole: boolean): fc.Arbitrary<number> {
  const least = Math.max(Number.MIN_SAFE_INTEGER, ...parts.map((part) => part.minimum ?? Number.MIN_SAFE_INTEGER));
  const minimum = isWhole ? Math.ceil(least) : least;
  const maximum = Math.min(Number.MAX_SAFE_INTEGER, ...parts.map((part) => part.maximum ?? Number.MAX_SAFE_INTEGER));
  const limits = [minimum, maximum].filter((limit) => Math.abs(limit) < Number.MAX_SAFE_INTEGER);
  const wishes = [...limits, ...WHOLE, ...(isWhole ? [] : FRACTIONS)];
  const admitted = wishes.filter((number) => number >= minimum && number <= maximum);
  const low = Math.max(Math.ceil(minimum), -1000);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...admitted) },
    { weight: 1, arbitrary: fc.integer({ min: low, max: Math.min(maximum, Math.max(low, 2 ** 31)) }) },
  );
}
