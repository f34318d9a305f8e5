import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { layers } from "../../mutation/code/layers.ts";
import { scoreLayers, shareOf } from "../../mutation/code/score.ts";

const statuses = (...all: string[]) => ({ mutants: all.map((status) => ({ status })) });

describe("scoreLayers()", () => {
  it("scoreLayers() counts mutants by layer and in all; those that do not load count for nothing", () => {
    const { rows, total } = scoreLayers({
      files: {
        "generator/values/a.ts": statuses("Killed", "Survived", "NoCoverage", "RuntimeError"),
        "generator/values/kubernetes/b.ts": statuses("Killed", "Timeout"),
        "generator/manifest/c.ts": statuses("CompileError", "Survived"),
      },
    });
    const none = { killed: 0, timedOut: 0, survived: 0, uncovered: 0, broken: 0 };
    const counted = new Map([
      ["manifest", { survived: 1, broken: 1 }],
      ["values", { killed: 3, timedOut: 1, survived: 2, uncovered: 1, broken: 1 }],
    ]);
    assert.deepEqual(
      rows,
      layers.map((layer) => ({ layer, ...none, ...counted.get(layer) })),
    );
    assert.deepEqual(total, { layer: "all", killed: 3, timedOut: 1, survived: 3, uncovered: 1, broken: 2 });
  });
});

describe("shareOf()", () => {
  it("shareOf() is the killed among those that count, nothing where there are none", () => {
    const score = { layer: "", timedOut: 0, uncovered: 0, broken: 9 };
    assert.equal(shareOf({ ...score, killed: 3, survived: 1 }), 0.75);
    assert.equal(shareOf({ ...score, killed: 0, survived: 0 }), 0);
  });
});
