/** JSON as Go's encoding/json writes it: both interpreters hash this text. */

/** What `toJson` prints for a value: keys in UTF-8 byte order, absent ones dropped, HTML characters escaped. */
export function printGoJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      return printString(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? printList(value) : printMap(value as Readonly<Record<string, unknown>>); // no list
    default:
      return "null";
  }
}

// The names of Jobs are hashes of their specs, with hundreds of entries each, so no intermediate objects are made.
function printList(list: readonly unknown[]): string {
  let text = "";
  for (const item of list) text += `${text === "" ? "" : ","}${printGoJson(item)}`;
  return `[${text}]`;
}

function printMap(map: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const key of sortedKeys(map)) {
    const value = map[key];
    if (value !== undefined) text += `${text === "" ? "" : ","}${printString(key)}:${printGoJson(value)}`;
  }
  return `{${text}}`;
}

/** The keys of a map in the order in which Go iterates over them: by their bytes. */
export function sortedKeys(map: object): readonly string[] {
  const keys = Object.keys(map);
  return keys.every((key, i) => i === 0 || compareBytes(keys[i - 1] ?? "", key) < 0) ? keys : keys.sort(compareBytes);
}

/** Orders strings by their UTF-8 bytes as Go does; JavaScript's own order differs above U+FFFF. */
export function compareBytes(a: string, b: string): number {
  if (SURROGATES_AND_ABOVE.test(a) || SURROGATES_AND_ABOVE.test(b))
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Without these code units both orders are the same.
const SURROGATES_AND_ABOVE = /[\ud800-\uffff]/;

// Most texts contain nothing that must be escaped.
const PLAIN = /^[ !#-%'-;=?-[\]-~]*$/;

function printString(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value.toWellFormed()).replace(/[<>&\u2028\u2029]/g, escapeCharacter);
}
