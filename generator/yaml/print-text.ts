/** Texts of several lines as literal blocks, which are easier to read. */
import { isPrintable } from "./print-scalar.ts";

/** A text of several lines as a literal block at an indent; absent for a text that needs quotes. */
export function printText(text: string, indent: number): string | undefined {
  if (!text.includes("\n") || !isPrintable(text) || ENDS_UNSEEN.test(text)) return undefined;
  const pad = " ".repeat(indent);
  const lines = text.replace(/\n$/, "").split("\n");
  // The indent of a block is that of its first line, unless a number says it.
  const opener = `|${STARTS_INDENTED.test(text) ? "2" : ""}${text.endsWith("\n") ? "" : "-"}`;
  return `${opener}\n${lines.map((line) => (line === "" ? "" : pad + line)).join("\n")}`;
}

// Blanks at the end of a line, or a second line break at the end of the text: nobody sees them, and Helm trims the last.
const ENDS_UNSEEN = /[ \t](?:\n|$)|(?:^|\n)\n$/;
const STARTS_INDENTED = /^\n*[ \t]/;
