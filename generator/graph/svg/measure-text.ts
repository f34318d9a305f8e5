/** The width of text in Helvetica and the fonts that are as wide: Arial, Liberation Sans, Nimbus Sans. */

/** The fonts of the diagrams. */
export const FONT = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', Roboto, sans-serif";

// Thousandths of the font's size, for the characters from space to tilde.
const WIDTHS = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278], // space to /
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556], // 0 to ?
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778], // @ to O
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556], // P to _
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556], // ` to o
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584], // p to ~
];
const WIDEST = 1015;
/** How much wider bold text is. */
const BOLD = 1.08;

/** How text is set. */
export interface TextStyle {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of a line of text, in points; characters beyond ASCII count as wide ones. */
export function measureText(text: string, { size, bold = false }: TextStyle): number {
  const units = [...text].reduce((sum, character) => sum + (WIDTHS[(character.codePointAt(0) ?? 0) - 32] ?? WIDEST), 0);
  return ((units * size) / 1000) * (bold ? BOLD : 1);
}

/** Breaks text between words into lines of at most a width, in points; a longer word has a line of its own. */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && measureText(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
