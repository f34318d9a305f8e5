/** The card that represents a node: its lines of text and its size. */
import type { GraphNode } from "../graph.ts";
import { measureText, type TextStyle } from "./measure-text.ts";

/** The texts of a card. */
export const styles = {
  title: { size: 14, bold: true },
  object: { size: 10.5 },
  detail: { size: 11.5 },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** A line of a card: `y` is its base line, in points below the card's top. */
export interface CardLine {
  readonly text: string;
  readonly style: keyof typeof styles;
  readonly y: number;
}

/** A card; sizes are in points. */
export interface NodeCard {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly CardLine[];
}

/** The padding between the edges of a card and its text. */
export const PADDING = { left: 19, right: 16, top: 8, bottom: 11 } as const;
const LINE_HEIGHTS = { title: 18, object: 14, detail: 15 } as const;
const NARROWEST = 104;
/** The height of the lid of a volume, which is drawn as a cylinder. */
export const LID = 12;

/** Lays out the lines of a node. */
export function makeCard({ id, kind, object, details }: GraphNode): NodeCard {
  const texts: readonly (readonly [string, keyof typeof styles])[] = [
    [object, "object"],
    [id, "title"],
    ...details.map((detail) => [detail, "detail"] as const),
  ];
  let y: number = PADDING.top + (kind === "volume" ? LID : 0);
  const lines = texts.map(([text, style]): CardLine => {
    y += LINE_HEIGHTS[style];
    return { text, style, y: y - 4 };
  });
  const widest = Math.max(...lines.map(({ text, style }) => measureText(text, styles[style])));
  const bottom = PADDING.bottom + (kind === "volume" ? LID / 2 : 0);
  return { width: Math.max(NARROWEST, Math.ceil(widest) + PADDING.left + PADDING.right), height: y + bottom, lines };
}
