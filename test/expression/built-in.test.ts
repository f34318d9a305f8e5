import assert from "node:assert/strict";
import { chart, release } from "../../generator/expression/built-in.ts";
import { printValue } from "./print-expression.ts";

describe("built-in objects", () => {
  it("release and chart are Helm's own names", () => {
    assert.deepEqual(
      Object.values(release).map((field) => printValue(field)),
      [".Release.Name", ".Release.Namespace", ".Release.Service"],
    );
    assert.deepEqual(
      Object.values(chart).map((field) => printValue(field)),
      [".Chart.Name", ".Chart.Version", ".Chart.IsRoot"],
    );
  });
});
