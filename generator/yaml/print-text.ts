/** Texts of several lines as literal blocks, which are easier to read. */

// Printable, and nothing in it that a parser could interpret: no tabs, no template actions, no spaces that could count
// as indentation, and no line break at the end, which a trim mark after it would remove.
const LINES = /^[!-~][ -~]*(?:\n[ -~]*)*\n[ -~]*[!-~]$/;

/** A text of several lines as a literal block at an indent; absent for a text that needs quotes. */
export function printText(text: string, indent: number): string | undefined {
  if (!LINES.test(text) || text.includes("{{")) return undefined;
  const pad = " ".repeat(indent);
  return `|-\n${text
    .split("\n")
    .map((line) => (line === "" ? "" : pad + line))
    .join("\n")}`;
}
