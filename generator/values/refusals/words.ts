/** Values and lists in messages, shortened. */

const VALUE_WIDTH = 60;
const LIST_WIDTH = 110;

/** A value as JSON, shortened. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > VALUE_WIDTH ? `${text.slice(0, VALUE_WIDTH - 3)}...` : text;
}

/** All of a few words with "and" or "or" before the last: `a, b or c`. */
export function joinWords(words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** The first words of a list, and how many more there are. */
export function listWords(words: readonly string[]): string {
  const shown: string[] = [];
  for (const word of words) {
    if (shown.length > 0 && [...shown, word].join(", ").length > LIST_WIDTH) break;
    shown.push(word);
  }
  const rest = words.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}
