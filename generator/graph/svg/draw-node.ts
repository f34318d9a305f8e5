/** Draws a node: a card, and a volume as a cylinder. */
import { nodeColours } from "../colours.ts";
import type { GraphNode } from "../graph.ts";
import { LID, makeCard, PADDING, styles } from "./node-card.ts";
import type { Box } from "./read-layout.ts";
import { element, printNumber, type XmlElement } from "./xml.ts";

/** The drawing of a node in its box. */
export function drawNode(node: GraphNode, box: Box): XmlElement {
  const colours = nodeColours[node.kind];
  const lines = makeCard(node).lines.map(({ text, style, y }) => {
    const { size } = styles[style];
    const weight = style === "title" ? { "font-weight": "bold" } : {};
    const fill = style === "object" ? colours.quiet : colours.text;
    return element("text", { x: box.x + PADDING.left, y: box.y + y, "font-size": size, ...weight, fill }, text);
  });
  return element("g", { class: node.kind }, [
    element("title", {}, [node.id, node.object, ...node.details].join(", ")),
    ...(node.kind === "volume" ? drawCylinder(box, colours) : drawCard(box, colours)),
    ...lines,
  ]);
}

type Colours = (typeof nodeColours)[GraphNode["kind"]];

function drawCard({ x, y, width, height }: Box, { fill, stroke }: Colours): readonly XmlElement[] {
  return [
    element("rect", { x, y, width, height, rx: 9, fill, stroke }),
    element("rect", { x: x + 7, y: y + 9, width: 3.5, height: height - 18, rx: 1.7, fill: stroke }),
  ];
}

function drawCylinder({ x, y, width, height }: Box, { fill, stroke }: Colours): readonly XmlElement[] {
  const [left, right, top, bottom] = [x, x + width, y + LID / 2, y + height - LID / 2].map(printNumber);
  const arc = `A ${printNumber(width / 2)} ${LID / 2} 0 0`;
  const body = `M ${left} ${top} ${arc} 1 ${right} ${top} L ${right} ${bottom} ${arc} 1 ${left} ${bottom} Z`;
  return [
    element("path", { d: body, fill, stroke }),
    element("path", { d: `M ${left} ${top} ${arc} 0 ${right} ${top}`, fill: "none", stroke }),
  ];
}
