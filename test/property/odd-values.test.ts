import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";
import { listScalars, oddValuesOf } from "./odd-values.ts";
import { chartSubject } from "./subject.ts";

describe("oddValuesOf()", () => {
  const chart = library.find(({ name }) => name === "stateful-stage");
  assert.ok(chart);
  const subject = chartSubject(chart);

  it("oddValuesOf() gives switches that no one has set maps, lists, texts and numbers", () => {
    const drawn = fc.sample(oddValuesOf(fc.constant({ subject, values: {} })), { seed: 1, numRuns: 3000 });
    const given = drawn.flatMap(({ values }) => Object.entries((values["headless"] as object | undefined) ?? {}));
    const odd = new Set(given.filter(([key]) => key === "publishNotReadyAddresses").map(([, value]) => typeof value));
    assert.deepEqual(odd, new Set(["object", "string", "number", "boolean"]));
  });

  it("listScalars() tells what templates compare from other texts, also in maps and lists", () => {
    const values = { service: { type: "LoadBalancer" }, args: ["a"], sidecars: { a: { native: true } } };
    assert.deepEqual(listScalars(subject.model, values), [
      { path: ["service", "type"], isCompared: true },
      { path: ["args", 0], isCompared: false },
      { path: ["sidecars", "a", "native"], isCompared: true },
    ]);
  });
});
