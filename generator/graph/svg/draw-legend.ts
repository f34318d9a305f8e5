/** Draws the legend: what colours and lines mean, the ordering, and which stages are disabled. */
import { lineColours, nodeColours } from "../colours.ts";
import { describeDisabled, describeOrdering, kindTitles, lineTitles } from "../describe-graph.ts";
import type { GraphEdge, NodeKind, PipelineGraph } from "../graph.ts";
import { strokes } from "./draw-edge.ts";
import { measureText, wrapText } from "./measure-text.ts";
import { element, printNumber, type XmlElement } from "./xml.ts";

const TEXT = { size: 11 } as const;
const ROW = 19;
const GAP = 18;

/** A drawing and its size, in points. */
export interface Drawing {
  readonly elements: readonly XmlElement[];
  readonly height: number;
}

interface Item {
  readonly text: string;
  /** The width of the sign before the text. */
  readonly sign: number;
  readonly draw: (x: number, y: number) => XmlElement;
}

/** The legend of a graph below a point, in rows of at most the given width. */
export function drawLegend(graph: PipelineGraph, x: number, top: number, width: number): Drawing {
  const rows = fillRows([...kindItems(graph), ...lineItems(graph)], width);
  const signs = rows.flatMap((row, index) => drawRow(row, x, top + ROW * (index + 0.5)));
  const sentences = [describeOrdering(graph), describeDisabled(graph)].filter((text) => text !== "");
  const lines = sentences.flatMap((text) => wrapText(text, width, TEXT));
  const texts = lines.map((text, index) => drawText(text, x, top + ROW * (rows.length + index + 0.5)));
  return { elements: [...signs, ...texts], height: ROW * (rows.length + lines.length) };
}

function kindItems({ nodes }: PipelineGraph): readonly Item[] {
  const kinds = (Object.keys(kindTitles) as NodeKind[]).filter((kind) => nodes.some((node) => node.kind === kind)); // its keys are the kinds
  return kinds.map((kind) => {
    const { fill, stroke } = nodeColours[kind];
    const draw = (x: number, y: number) =>
      element("rect", { x, y: y - 6, width: 16, height: 12, rx: 3.5, fill, stroke });
    return { text: kindTitles[kind], sign: 16, draw };
  });
}

function lineItems({ edges }: PipelineGraph): readonly Item[] {
  const kinds = (Object.keys(lineTitles) as GraphEdge["kind"][]).filter((kind) =>
    edges.some((edge) => edge.kind === kind),
  ); // likewise
  return kinds.map((kind) => {
    const arrow = kind === "reads" ? {} : { "marker-end": `url(#${kind})` };
    const draw = (x: number, y: number) =>
      element("path", { d: `M ${printNumber(x)} ${printNumber(y)} h 30`, fill: "none", ...strokes[kind], ...arrow });
    return { text: lineTitles[kind], sign: 30, draw };
  });
}

function widthOf({ text, sign }: Item): number {
  return sign + 6 + measureText(text, TEXT) + GAP;
}

function fillRows(items: readonly Item[], width: number): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  for (const item of items) {
    const last = rows.at(-1) ?? [];
    const used = last.reduce((sum, each) => sum + widthOf(each), 0);
    if (last.length > 0 && used + widthOf(item) - GAP <= width) last.push(item);
    else rows.push([item]);
  }
  return rows;
}

function drawRow(row: readonly Item[], left: number, y: number): readonly XmlElement[] {
  return row.flatMap((item, index) => {
    const x = left + row.slice(0, index).reduce((sum, each) => sum + widthOf(each), 0);
    return [item.draw(x, y), drawText(item.text, x + item.sign + 6, y)];
  });
}

function drawText(text: string, x: number, y: number): XmlElement {
  return element("text", { x, y: y + TEXT.size * 0.35, "font-size": TEXT.size, fill: lineColours.waits }, text);
}
