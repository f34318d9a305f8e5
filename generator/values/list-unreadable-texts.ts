/**
 * Strings that Helm before 3.18.5 cannot read if a chart has a schema: it writes the values as YAML and parses them.
 */

/** The control characters from DEL on except NEL, which is a line break, and two noncharacters. */
const UNREADABLE = /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
/** A key breaks at NEL too, and `<<` would be a merge key. */
const UNREADABLE_KEY = /[\u007f-\u009f\ufffe\uffff]|^<<$/;

/** A string that some versions of Helm cannot read. */
export interface UnreadableText {
  /** The keys that lead to it; the string may itself be a key. */
  readonly path: readonly string[];
  /** Quoted, with the unreadable characters escaped. */
  readonly text: string;
}

/** Lists the strings in values, including keys, that some versions of Helm cannot read: their error names no value. */
export function listUnreadableTexts(values: unknown, path: readonly string[] = []): readonly UnreadableText[] {
  if (typeof values === "string") return UNREADABLE.test(values) ? [{ path, text: quote(values) }] : [];
  if (typeof values !== "object" || values === null) return [];
  return Object.entries(values).flatMap(([key, value]) => [
    ...(UNREADABLE_KEY.test(key) ? [{ path: [...path, key], text: quote(key) }] : []),
    ...listUnreadableTexts(value, [...path, key]),
  ]);
}

function quote(text: string): string {
  const escapeOne = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\ufffe\uffff]/g, escapeOne);
}
