import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findChains } from "../../generator/pipeline/orderings/find-chains.ts";
import { PipelineError } from "../../generator/pipeline/pipeline-error.ts";
import { planArbitrary } from "./pipeline-arbitrary.ts";
import { defineFrom, orderings, stageKinds } from "./pipeline-plan.ts";

describe("planArbitrary()", () => {
  it("planArbitrary() draws pipelines with all that they can have, of which few are refused", () => {
    const plans = fc.sample(planArbitrary(), { seed: 1, numRuns: 40 });
    const defined = plans.flatMap((plan) => {
      try {
        return [defineFrom(plan)];
      } catch (error) {
        assert.ok(error instanceof PipelineError, String(error));
        return [];
      }
    });
    assert.ok(defined.length > 30, `${defined.length} of 40 are defined`);
    const stages = plans.flatMap((plan) => plan.stages);
    const named = plans.map(({ ordering }) => ordering).filter((ordering) => typeof ordering === "string");
    assert.deepEqual(new Set(named), new Set(orderings));
    assert.ok(named.length < plans.length, "stages share a pod in a graph");
    assert.deepEqual(new Set(stages.map(({ kind }) => kind)), new Set(stageKinds));
    assert.ok(
      stages.some(({ dependsOn }) => dependsOn.length > 1),
      "a stage waits for several",
    );
    assert.ok(
      stages.some(({ mounts, reads }) => mounts.length > 0 && reads.length > 0),
      "a stage mounts and reads",
    );
    assert.ok(
      defined.some(({ parts }) => findChains(parts).some((chain) => chain.length > 2)),
      "there is a long chain",
    );
  }).timeout(240_000);
});
