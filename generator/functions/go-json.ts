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
    case "object": {
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(printGoJson).join(",")}]`;
      const entries = Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .sort(([a], [b]) => compareBytes(a, b));
      return `{${entries.map(([key, entry]) => `${printString(key)}:${printGoJson(entry)}`).join(",")}}`;
    }
    default:
      return "null";
  }
}

/** Orders strings by their UTF-8 bytes as Go does; JavaScript's own order differs above U+FFFF. */
export function compareBytes(a: string, b: string): number {
  if (SURROGATES_AND_ABOVE.test(a) || SURROGATES_AND_ABOVE.test(b))
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Without these code units both orders are one.
const SURROGATES_AND_ABOVE = /[\ud800-\uffff]/;

// Nothing in such a text is escaped, and most are such.
const PLAIN = /^[ !#-%'-;=?-[\]-~]*$/;

function printString(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value.toWellFormed()).replace(/[<>&\u2028\u2029]/g, escapeCharacter);
}
