/** What a plain scalar is to Helm and the API server: a bigint is an integer, a number a float. */
export type ResolvedScalar = string | bigint | number | boolean | null;

// The table and the rules below are those of Go's yaml.v2 (resolve.go), which sigs.k8s.io/yaml and so Helm, kubectl and
// the API server read with. They are neither those of YAML 1.1 nor those of 1.2: `0o17` is an integer as `0b1` and `1_0`
// are, `1:30` is a string, and so are `=` and timestamps.
const words = new Map<string, boolean | number | null>([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

/** Types a plain scalar as Go's YAML reader does. */
export function resolveScalar(text: string): ResolvedScalar {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (text.startsWith("."))
    return /(?<!\d)_|_(?!\d)/.test(text) ? text : (parseFloatLiteral(text.replaceAll("_", "")) ?? text);
  if (!/^[-+0-9]/.test(text)) return text;
  const plain = text.replaceAll("_", "");
  return parseInteger(plain) ?? parseFloatLiteral(plain) ?? parseSignedBinary(plain) ?? text;
}

const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const uint64 = { max: 2n ** 64n - 1n };

function parseInteger(plain: string): bigint | undefined {
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/.exec(plain);
  const [, sign, digits] = match ?? [];
  if (sign === undefined || digits === undefined) return undefined;
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = sign === "-" ? -magnitude : magnitude;
  const isInRange = value >= int64.min && value <= (sign === "" ? uint64.max : int64.max);
  return isInRange ? value : undefined;
}

function parseFloatLiteral(plain: string): number | undefined {
  if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

// Go tries the digits after `0b` as a signed number once more.
function parseSignedBinary(plain: string): bigint | undefined {
  const [, sign, digits] = /^0b([-+])([01]+)$/.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const value = sign === "-" ? -BigInt(`0b${digits}`) : BigInt(`0b${digits}`);
  return value >= int64.min && value <= int64.max ? value : undefined;
}

/**
 * Writes a resolved scalar as the key of a JSON object, as sigs.k8s.io/yaml does; undefined when it refuses such a key.
 * A float is cut to 32 bits: the key `16777217.0` becomes `1.6777216e+07`.
 */
export function printKey(key: ResolvedScalar): string | undefined {
  if (key === null) return undefined;
  if (typeof key === "bigint") return key <= int64.max ? String(key) : undefined;
  return typeof key === "number" ? printFloatKey(Math.fround(key)) : String(key);
}

function printFloatKey(single: number): string {
  if (Number.isNaN(single)) return ".nan";
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (Object.is(single, -0)) return "-0";
  // The shortest digits that still name this 32-bit float, then Go's 'g' format: an exponent from 1e+06 and below 1e-04.
  let shortest = single.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    shortest = single.toExponential(digits);
    if (Math.fround(Number(shortest)) === single) break;
  }
  const [mantissa = "", exponent = "0"] = shortest.split("e");
  if (Number(exponent) >= -4 && Number(exponent) < 6) return String(Number(shortest));
  return `${mantissa}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, "0")}`;
}
