/** Prints the diagram of a pipeline as SVG, with a background of its own: it can be read on any page. */
import { lineColours } from "../colours.ts";
import { describeDisabled, describeOrdering, titleOf } from "../describe-graph.ts";
import type { GraphGroup, PipelineGraph } from "../graph.ts";
import { drawEdge, drawMarkers } from "./draw-edge.ts";
import { drawLegend } from "./draw-legend.ts";
import { drawNode } from "./draw-node.ts";
import { FONT, measureText, wrapText } from "./measure-text.ts";
import { GROUP_TEXT } from "./plan-layout.ts";
import type { Box, Layout } from "./read-layout.ts";
import { element, printXml, type XmlElement } from "./xml.ts";

const GROUND = "#ffffff";
const INK = "#1f2328";
const MARGIN = 28;
const GAP = 22;
const NARROWEST = 420;
const TITLE = { size: 18, bold: true } as const;
const DESCRIPTION = { size: 12.5 } as const;
const LINE = 17;

/** The text of an SVG file. */
export function printSvg(graph: PipelineGraph, layout: Layout): string {
  const inner = Math.max(layout.width, NARROWEST, measureText(titleOf(graph), TITLE));
  const head = drawHead(graph, inner);
  const top = MARGIN + head.height + GAP;
  const legendTop = top + layout.height + GAP;
  const legend = drawLegend(graph, MARGIN, legendTop, inner);
  const width = inner + 2 * MARGIN;
  const height = legendTop + legend.height + MARGIN - 6;
  const description = [graph.description, describeOrdering(graph), describeDisabled(graph)].filter(Boolean).join(". ");
  const root = element("svg", sizeOf(Math.ceil(width), Math.ceil(height)), [
    element("title", { id: "title" }, titleOf(graph)),
    element("desc", { id: "description" }, `${description}.`),
    drawMarkers(["waits", "mounts"]),
    element("rect", {
      ...{ x: 0.5, y: 0.5, width: Math.ceil(width) - 1, height: Math.ceil(height) - 1, rx: 12 },
      ...{ fill: GROUND, stroke: "#d0d7de" },
    }),
    ...head.elements,
    element(
      "g",
      { transform: `translate(${MARGIN + Math.round((inner - layout.width) / 2)} ${top})` },
      drawGraph(graph, layout),
    ),
    ...legend.elements,
  ]);
  return printXml(root);
}

function sizeOf(width: number, height: number): XmlElement["attributes"] {
  return {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    "font-family": FONT,
    role: "img",
    "aria-labelledby": "title description",
  };
}

function drawHead(graph: PipelineGraph, width: number) {
  const lines = wrapText(graph.description, width, DESCRIPTION);
  const title = { x: MARGIN, y: MARGIN + 14, "font-size": TITLE.size, "font-weight": "bold", fill: INK };
  const texts = lines.map((line, index) => {
    const place = { x: MARGIN, y: MARGIN + 14 + 20 + LINE * index, "font-size": DESCRIPTION.size };
    return element("text", { ...place, fill: lineColours.waits }, line);
  });
  return { elements: [element("text", title, titleOf(graph)), ...texts], height: 18 + LINE * lines.length };
}

// Boxes of groups are drawn below the lines, and nodes above them.
function drawGraph({ nodes, groups, edges }: PipelineGraph, { boxes, curves }: Layout): readonly XmlElement[] {
  return [
    ...groups.flatMap((group, index) => {
      const box = boxes.get(`cluster_${index}`);
      return box === undefined ? [] : drawGroup(group, box);
    }),
    ...edges.flatMap((edge, index) => {
      const curve = curves.get(String(index));
      return curve === undefined ? [] : drawEdge(edge, curve);
    }),
    ...nodes.flatMap((node) => {
      const box = boxes.get(node.id);
      return box === undefined ? [] : [drawNode(node, box)];
    }),
  ];
}

function drawGroup({ title }: GraphGroup, { x, y, width, height }: Box): readonly XmlElement[] {
  const stroke = { stroke: "#afb8c1", "stroke-dasharray": "5 4" };
  return [
    element("rect", { x, y, width, height, rx: 12, fill: "#f6f8fa", ...stroke }),
    element("text", { x: x + 14, y: y + 18, "font-size": GROUP_TEXT, fill: lineColours.waits }, title),
  ];
}
