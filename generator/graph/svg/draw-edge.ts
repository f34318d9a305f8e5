/** Draws a line between nodes, and the arrows that all lines share. */
import { lineColours } from "../colours.ts";
import type { GraphEdge } from "../graph.ts";
import { EDGE_TEXT } from "./plan-layout.ts";
import type { Curve, Point } from "./read-layout.ts";
import { element, printNumber, type XmlElement } from "./xml.ts";

const ARROW = 8;

/** How a kind of line is drawn. */
export const strokes: Readonly<Record<GraphEdge["kind"], Readonly<Record<string, string | number>>>> = {
  waits: { stroke: lineColours.waits, "stroke-width": 1.8 },
  mounts: { stroke: lineColours.mounts, "stroke-width": 1.4, "stroke-dasharray": "1.5 4", "stroke-linecap": "round" },
  reads: { stroke: lineColours.reads, "stroke-width": 1.1 },
};

/** The arrow heads: one for each colour of lines. */
export function drawMarkers(kinds: readonly GraphEdge["kind"][]): XmlElement {
  const markers = kinds.map((kind) => {
    const size = { markerWidth: ARROW, markerHeight: ARROW, markerUnits: "userSpaceOnUse" };
    const place = { viewBox: "0 0 8 8", refX: 7.5, refY: 4, orient: "auto-start-reverse" };
    const head = element("path", { d: "M 0 0.5 L 8 4 L 0 7.5 Z", fill: lineColours[kind] });
    return element("marker", { id: kind, ...place, ...size }, [head]);
  });
  return element("defs", {}, markers);
}

/** The drawing of a line, and of its text if it has one. */
export function drawEdge(edge: GraphEdge, curve: Curve): readonly XmlElement[] {
  const start = curve.startTip === undefined ? {} : { "marker-start": `url(#${edge.kind})` };
  const end = curve.endTip === undefined ? {} : { "marker-end": `url(#${edge.kind})` };
  const path = element("path", { d: printCurve(curve), fill: "none", ...strokes[edge.kind], ...start, ...end });
  if (edge.kind === "mounts" || edge.port === undefined || curve.label === undefined) return [path];
  return [path, drawLabel(edge.port, curve.label)];
}

function drawLabel(text: string, { x, y }: Point): XmlElement {
  const place = { x, y: y + EDGE_TEXT * 0.35, "text-anchor": "middle", "font-size": EDGE_TEXT };
  return element("text", { ...place, fill: lineColours.waits }, text);
}

function printCurve({ points, startTip, endTip }: Curve): string {
  const [first, ...rest] = points.map(printPoint);
  const start = startTip === undefined ? `M ${first}` : `M ${printPoint(startTip)} L ${first}`;
  return `${start} C ${rest.join(" ")}${endTip === undefined ? "" : ` L ${printPoint(endTip)}`}`;
}

function printPoint({ x, y }: Point): string {
  return `${printNumber(x)} ${printNumber(y)}`;
}
