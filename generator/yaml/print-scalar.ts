/** Scalars as every YAML reader reads them: Helm's (YAML 1.1 with Go's rules) and YAML 1.2's. */

/**
 * A scalar constant in YAML; what any parser could read as something else is put in double quotes.
 *
 * @throws TypeError for what YAML cannot hold: NaN, an infinite number, half a surrogate pair
 */
export function printScalar(value: string | number | boolean | null): string {
  if (typeof value === "string") return isPlain(value) ? value : quoteScalar(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`Cannot print ${value} as YAML: expected a finite number`);
  }
  return JSON.stringify(value);
}

/**
 * A string in double quotes; what does not print is escaped, so that a file has no invisible characters, and so is the
 * second of two braces, which would start an action in a template.
 */
export function quoteScalar(value: string): string {
  const text = JSON.stringify(value);
  if (!value.isWellFormed()) throw new TypeError(`Cannot print ${text} as YAML: expected well-formed Unicode`);
  return text.replace(UNPRINTABLE, escapeCharacter).replaceAll("{{", "{\\u007b");
}

/** Whether a text has characters that print, blanks and line breaks only. */
export function isPrintable(text: string): boolean {
  return text.isWellFormed() && text.search(UNPRINTABLE) < 0 && !CONTROL.test(text);
}

// Starts with a letter, "/" or ".", has no indicator, and is no word that some parser reads as a boolean or a number;
// or is a size or a version, which no parser reads as a number.
function isPlain(value: string): boolean {
  if (SIZE_OR_VERSION.test(value)) return true;
  return PLAIN.test(value) && !RESERVED.test(value) && !value.endsWith(":");
}

const PLAIN = /^(?:[A-Za-z/]|\.\/)[A-Za-z0-9 _./:@+-]*[A-Za-z0-9_/]$|^[A-Za-z/]$/;
const SIZE_OR_VERSION = /^[0-9]+(?:[KMGTPE]i|\.[0-9]+\.[0-9]+)$/;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|\.nan|\.inf)$|: | #| {2}/i;
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/;
const UNPRINTABLE =
  /[\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufdd0-\ufdef\ufeff\ufff0-\uffff]|[\u{1fffe}-\u{10ffff}]/gu;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
