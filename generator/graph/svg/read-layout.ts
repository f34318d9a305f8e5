/** Reads the layout that Graphviz writes as JSON: boxes and curves, in points from the upper left corner. */

import { POINTS_PER_INCH } from "./plan-layout.ts";

/** A place. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line: a start, three points for each Bezier curve, and the tips of its arrows, where it has them. */
export interface Curve {
  readonly points: readonly Point[];
  readonly startTip?: Point;
  readonly endTip?: Point;
  /** The middle of the line's text. */
  readonly label?: Point;
}

/** The positions of all nodes, clusters and lines. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Boxes of nodes and clusters, by the names that Graphviz got. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Lines by their ids. */
  readonly curves: ReadonlyMap<string, Curve>;
}

/** The part of Graphviz's JSON that is read; numbers are in texts: points, of a node's size inches. */
interface LayoutJson {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly bb?: string;
    readonly pos?: string;
    readonly width?: string;
    readonly height?: string;
  }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string; readonly lp?: string }[];
}

/** Reads what Graphviz writes in its format `json0`, with `y` downwards. */
export function readLayout(text: string): Layout {
  const { bb, objects = [], edges = [] } = JSON.parse(text) as LayoutJson; // Graphviz's own shape
  const all = readBounds(bb);
  const boxes = objects.map(({ name, bb: bounds, pos, width, height }): [string, Box] => {
    if (bounds !== undefined) return [name, readBounds(bounds)];
    const size = { width: Number(width) * POINTS_PER_INCH, height: Number(height) * POINTS_PER_INCH };
    const middle = readPoint(pos ?? "0,0");
    return [name, { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size }];
  });
  const curves = edges.map(({ id, pos, lp }): [string, Curve] => [
    id,
    { ...readCurve(pos), ...(lp === undefined ? {} : { label: readPoint(lp) }) },
  ]);
  return { width: all.width, height: all.height, boxes: new Map(boxes), curves: new Map(curves) };
}

function readBounds(text: string): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = text.split(",").map(Number);
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

function readPoint(text: string): Point {
  const [x = 0, y = 0] = text.split(",").map(Number);
  return { x, y };
}

// `s,x,y` and `e,x,y` are the tips of arrows, if there are any; the points of the curve follow.
function readCurve(text: string): Curve {
  const words = text.split(/\s+/);
  const tip = (mark: string) => words.find((word) => word.startsWith(mark))?.slice(mark.length);
  const [start, end] = [tip("s,"), tip("e,")];
  return {
    points: words.filter((word) => /^[-\d]/.test(word)).map(readPoint),
    ...(start === undefined ? {} : { startTip: readPoint(start) }),
    ...(end === undefined ? {} : { endTip: readPoint(end) }),
  };
}
