import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { drawRanges, listDeclarations } from "../../mutation/code/draw-ranges.ts";

const text = `/** Comment. */
import { a } from "a";

const b = [
  a,
];

/** Of c. */
export function c() {
  return b;
}
`;

describe("listDeclarations()", () => {
  it("listDeclarations() lists the lines of each statement, up to the next", () => {
    assert.deepEqual(
      listDeclarations("c.ts", text).map(({ first, last }) => [first, last]),
      [
        [2, 3],
        [4, 8],
        [9, 12],
      ],
    );
  });
});

describe("drawRanges()", () => {
  const directory = import.meta.dirname;
  const draw = (share: number, random = Math.random) => drawRanges(directory, ["draw-*.test.ts"], share, random);

  it("drawRanges() draws the share of the declarations, in the form that Stryker reads", () => {
    const all = draw(1);
    assert(all.length > 3 && all.every((range) => /^draw-ranges\.test\.ts:\d+-\d+$/.test(range)), all.join());
    assert.deepEqual(draw(0), []);
    const numbers = all.map((_, i) => i / all.length);
    assert.deepEqual(
      draw(0.5, () => numbers.shift() ?? 1),
      all.slice(0, Math.ceil(all.length / 2)),
    );
  });
});
