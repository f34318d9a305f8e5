import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";
import { compareOutcomes } from "./compare-outcomes.ts";
import { type Outcome, outcomeOf, refusedPath } from "./outcome.ts";
import { listCharts } from "./side.ts";

const refusal = (message: string): Outcome => ({ kind: "refusal", message, path: refusedPath(message) });
const job = (name: string, backoffLimit: number): object => ({
  kind: "Job",
  metadata: { name },
  spec: { backoffLimit },
});

describe("refusedPath()", () => {
  for (const [message, path] of [
    ['volumes.data.mounts.x.container: no container is called "a"', "volumes.data.mounts.x.container"],
    ["kind: expected Job in a stage with dependents, got CronJob", "kind"],
    ["volumes.a.claim.size is required", "volumes.a.claim.size"],
    ["volumes.a.static.csi and volumes.b.static.csi: expected a driver of its own", "volumes.a.static.csi"],
    ["strategy: a new pod waits for volumes.a.claim while the old one runs", "strategy"],
    ["podSecurityContext or securityContext: capabilities.add goes beyond restricted", "capabilities.add"],
    ["nothing is named here", ""],
  ] as const) {
    it(`refusedPath() reads "${path}" from "${message}"`, () => {
      assert.equal(refusedPath(message), path);
    });
  }
});

describe("outcomeOf()", () => {
  const chart = listCharts().get("batch-job") ?? assert.fail(`there is ${library.map(({ name }) => name).join()}`);

  it("outcomeOf() distinguishes the refusal of a guard from an unexpected error", () => {
    const image = { repository: "busybox", tag: "1.36" };
    const refused = outcomeOf(() => chart.evaluate({ values: { image, kind: "CronJob" } }));
    assert.deepEqual(refused, {
      kind: "refusal",
      message: "cron.schedule is required for a CronJob",
      path: "cron.schedule",
    });
    const crashed = outcomeOf(() => {
      throw new TypeError("no map");
    });
    assert.deepEqual(crashed, { kind: "crash", message: "no map" });
  });
});

describe("compareOutcomes()", () => {
  it("compareOutcomes() finds a field that differs, whatever the order of objects", () => {
    const base: Outcome = { kind: "objects", objects: [job("a", 1), job("b", 2)] };
    const current: Outcome = { kind: "objects", objects: [job("b", 3), job("a", 1)] };
    assert.deepEqual(compareOutcomes(base, current), [
      { kind: "objects", path: "/Job /b/0/spec/backoffLimit", base: 2, current: 3 },
    ]);
  });

  it("compareOutcomes() finds the name of an object that differs", () => {
    const found = compareOutcomes(
      { kind: "objects", objects: [job("a-1", 1)] },
      { kind: "objects", objects: [job("a-2", 1)] },
    );
    assert.deepEqual(
      found.map(({ path }) => path),
      ["/Job /a-1", "/Job /a-2"],
    );
  });

  it("compareOutcomes() finds what one side alone refuses, and another path", () => {
    const rendered: Outcome = { kind: "objects", objects: [] };
    assert.deepEqual(compareOutcomes(refusal("a.b: wrong"), rendered), [
      { kind: "accepted", path: "a.b", base: "refused: a.b: wrong", current: "rendered 0 objects" },
    ]);
    assert.deepEqual(compareOutcomes(refusal("a.b: wrong"), refusal("a.c: wrong")), [
      { kind: "path", path: "a.b", base: "a.b: wrong", current: "a.c: wrong" },
    ]);
    assert.deepEqual(compareOutcomes(refusal("a.b: wrong"), refusal("a.b: must be right")), []);
  });

  it("compareOutcomes() reports a new crash, and compares nothing where the base crashed", () => {
    const crash: Outcome = { kind: "crash", message: "no map" };
    assert.deepEqual(compareOutcomes(refusal("a: wrong"), crash), [
      { kind: "accepted", path: "a", base: "refused: a: wrong", current: "crashed: no map" },
    ]);
    assert.deepEqual(compareOutcomes(crash, refusal("a: wrong")), []);
  });
});
