/** Lays out names with text in a second column, for terminals. */

/** The most characters of a line. */
export const WIDTH = 80;
/** The most characters of a name with its text on the same line; the text of a longer one is below it. */
const WIDEST_NAME = 26;
const INDENT = 2;

/** The column at which the texts of entries with these names begin. */
export function columnOf(names: readonly string[]): number {
  const widths = names.map(({ length }) => length).filter((width) => width <= WIDEST_NAME);
  return INDENT + Math.max(0, ...widths) + INDENT;
}

/** The lines of an entry: a name, and paragraphs at the column; each is given as words that stay together. */
export function printEntry(
  name: string,
  paragraphs: readonly (readonly string[])[],
  column: number,
): readonly string[] {
  const lines = paragraphs
    .flatMap((words) => wrapWords(words, WIDTH - column))
    .map((line) => " ".repeat(column) + line);
  const title = " ".repeat(INDENT) + shorten(name, WIDTH - INDENT);
  const [first, ...rest] = lines;
  if (first === undefined) return [title];
  return title.length > column - INDENT ? [title, ...lines] : [title + first.slice(title.length), ...rest];
}

/** Breaks words into lines; a word that is longer than a line loses its middle. */
export function wrapWords(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shorten(word, width));
  }
  return lines;
}

/** The words of an enumeration: a comma after each but the last, and the start before the first. */
export function enumerate(start: string, items: readonly string[]): readonly string[] {
  return items.map((item, index) => `${index === 0 ? start : ""}${item}${index < items.length - 1 ? "," : ""}`);
}

function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const end = Math.floor((width - 3) / 2);
  return `${text.slice(0, width - 3 - end)}...${text.slice(text.length - end)}`;
}
