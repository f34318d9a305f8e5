import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import { csiVolume } from "../../generator/library/csi-volume/chart.ts";
import { library } from "../../generator/library/library.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { evaluatePipeline } from "../../generator/pipeline/evaluate-pipeline.ts";
import { NEWEST_KUBERNETES } from "../../generator/values/kubernetes/newer-fields.ts";
import { type DecisiveValues, decisiveValues } from "../../mutation/charts/cases/decisive-values.ts";
import { fullValues } from "../../mutation/charts/cases/full-values.ts";
import { newerValues } from "../../mutation/charts/cases/newer-values.ts";
import { otherPipelines } from "../../mutation/charts/cases/other-pipelines.ts";
import { referenceStages } from "../../mutation/charts/cases/reference-stages.ts";
import { refusedValues } from "../../mutation/charts/cases/refused-values.ts";
import { objectsOfStages } from "../../mutation/charts/cases/whole-objects.ts";
import { overPreset } from "../../mutation/charts/subject.ts";

/** The message with which a chart refuses values on a Kubernetes, or "". */
function refusalOf(name: string, values: Values, kubeVersion = NEWEST_KUBERNETES): string {
  const chart = library.find((one) => one.name === name);
  assert.ok(chart !== undefined, name);
  try {
    const given = chart === csiVolume ? values : overPreset(values);
    evaluateChart(chart, { values: given, capabilities: { kubeVersion } });
    return "";
  } catch (error) {
    if (error instanceof RenderError) return error.message;
    throw error;
  }
}

/** Asserts that a pipeline renders some values and refuses others. */
function assertDecided(pipeline: Pipeline, { accepted, refused }: DecisiveValues): void {
  const evaluate = (values: Values) => () => evaluatePipeline(pipeline, { values });
  for (const values of accepted) assert.doesNotThrow(evaluate(values), JSON.stringify(values));
  for (const values of refused) assert.throws(evaluate(values), RenderError, JSON.stringify(values));
}

describe("fullValues", () => {
  for (const { name } of library) {
    // One that a guard refuses would show nothing of the fields that it sets.
    it(`fullValues are admitted by the guards: ${name}`, () => {
      const all = fullValues[name] ?? [];
      assert.notEqual(all.length, 0);
      for (const values of all) assert.equal(refusalOf(name, values), "", JSON.stringify(values));
    });
  }
});

describe("refusedValues", () => {
  for (const { name } of library) {
    it(`refusedValues are refused: ${name}`, () => {
      const all = refusedValues[name] ?? [];
      assert.notEqual(all.length, 0);
      for (const values of all) assert.notEqual(refusalOf(name, values), "", JSON.stringify(values));
    });
  }
});

describe("decisiveValues", () => {
  for (const { name } of library) {
    it(`decisiveValues are admitted or refused as they say: ${name}`, () => {
      const { accepted, refused } = decisiveValues[name] ?? { accepted: [], refused: [] };
      assert.notEqual(accepted.length * refused.length, 0);
      for (const values of accepted) assert.equal(refusalOf(name, values), "", JSON.stringify(values));
      for (const values of refused) assert.notEqual(refusalOf(name, values), "", JSON.stringify(values));
    });
  }
});

describe("objectsOfStages", () => {
  it("objectsOfStages are admitted or refused as they say, in the reference pipeline", () => {
    assert.notEqual(objectsOfStages.accepted.length * objectsOfStages.refused.length, 0);
    assertDecided(reference, objectsOfStages);
  });
});

describe("referenceStages", () => {
  it("referenceStages are admitted or refused as they say, in the reference pipeline", () => {
    assert.notEqual(referenceStages.accepted.length * referenceStages.refused.length, 0);
    assertDecided(reference, referenceStages);
  });
});

describe("otherPipelines", () => {
  for (const other of otherPipelines) {
    it(`otherPipelines are admitted or refused as they say: ${other.pipeline.name}`, () =>
      assertDecided(other.pipeline, other));
  }
});

describe("newerValues", () => {
  for (const [kubeVersion, byChart] of Object.entries(newerValues)) {
    it(`newerValues are refused by Kubernetes ${kubeVersion} for their versions alone, or rendered`, () => {
      const all = Object.entries(byChart).flatMap(([name, some]) => some.map((values) => ({ name, values })));
      const refusals = all.map(({ name, values }) => refusalOf(name, values, kubeVersion));
      assert.ok(refusals.includes("") && new Set(refusals).size > 1);
      for (const [i, refusal] of refusals.entries()) {
        assert.match(refusal, /^$|: expected a cluster of Kubernetes/, JSON.stringify(all[i]));
      }
    });
  }
});
