import assert from "node:assert/strict";
import { instance } from "@viz-js/viz";
import { describe, it } from "mocha";
import { makeCard } from "../../../generator/graph/svg/node-card.ts";
import { planLayout } from "../../../generator/graph/svg/plan-layout.ts";
import { type Layout, readLayout } from "../../../generator/graph/svg/read-layout.ts";
import { sampleGraph } from "../sample-graph.ts";

describe("readLayout()", () => {
  it("readLayout() reads boxes and curves, from the upper left corner", () => {
    const text = JSON.stringify({
      bb: "0,90,200,0",
      objects: [
        { name: "cluster_0", bb: "8,80,108,20" },
        { name: "a", pos: "50,40", width: "1", height: "0.5" },
      ],
      edges: [
        { id: "0", pos: "s,0,1 e,9,8 1,1 2,2 3,3 4,4", lp: "5,6" },
        { id: "1", pos: "1,1 2,2 3,3 -4.5,4" },
      ],
    });
    const points = [1, 2, 3].map((at) => ({ x: at, y: at }));
    const expected: Layout = {
      width: 200,
      height: 90,
      boxes: new Map([
        ["cluster_0", { x: 8, y: 20, width: 100, height: 60 }],
        ["a", { x: 14, y: 22, width: 72, height: 36 }],
      ]),
      curves: new Map([
        [
          "0",
          {
            points: [...points, { x: 4, y: 4 }],
            startTip: { x: 0, y: 1 },
            endTip: { x: 9, y: 8 },
            label: { x: 5, y: 6 },
          },
        ],
        ["1", { points: [...points, { x: -4.5, y: 4 }] }],
      ]),
    };
    assert.deepEqual(readLayout(text), expected);
  });
});

describe("planLayout()", () => {
  it("planLayout() has Graphviz place all nodes apart, groups around theirs, and what waits to the right", async () => {
    const graphviz = await instance();
    const layout = readLayout(graphviz.renderString(planLayout(sampleGraph), { format: "json0", yInvert: true }));
    const boxOf = (id: string) => layout.boxes.get(id) ?? assert.fail(`no box of ${id}`);
    for (const node of sampleGraph.nodes) {
      const { width, height } = makeCard(node);
      const box = boxOf(node.id);
      assert(Math.abs(box.width - width) < 0.1 && Math.abs(box.height - height) < 0.1, node.id);
      const meets = sampleGraph.nodes.filter(({ id }) => {
        const other = boxOf(id);
        const apart =
          other.x + other.width <= box.x ||
          box.x + box.width <= other.x ||
          other.y + other.height <= box.y ||
          box.y + box.height <= other.y;
        return id !== node.id && !apart;
      });
      assert.deepEqual(meets, [], node.id);
    }
    const pod = boxOf("cluster_0");
    for (const id of ["extract", "load"]) {
      const box = boxOf(id);
      assert(pod.x < box.x && pod.y < box.y && box.x + box.width < pod.x + pod.width, id);
    }
    assert(boxOf("extract").x < boxOf("load").x);
    assert(boxOf("store").x < boxOf("end").x);
    assert(boxOf("lake/raw").x < pod.x);
    assert.equal(layout.curves.size, sampleGraph.edges.length);
    assert.deepEqual(
      sampleGraph.edges.map((_, index) => {
        const { startTip, endTip, label } = layout.curves.get(String(index)) ?? assert.fail();
        return [startTip, endTip, label].map((point) => point !== undefined);
      }),
      [
        [false, true, false],
        [false, true, true],
        [false, false, true],
        [false, false, false],
        [false, true, false],
        [true, true, false],
      ],
    );
  });
});
