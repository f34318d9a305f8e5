/** Checks that the chart of each stage has the parts of the stage contract that its role needs. */
import { describeRole, isRole, missingParts } from "../chart/stage-contract.ts";
import type { Stage } from "../stage/stage.ts";
import { PipelineError } from "./pipeline-error.ts";

/**
 * Refuses a chart without a stage contract, or with one that lacks what its role needs.
 *
 * @throws PipelineError that names the stage, its chart and what is missing
 */
export function checkContracts(pipeline: string, stages: readonly (readonly [string, Stage])[]): void {
  for (const [name, { chart }] of stages) {
    const { stage } = chart;
    if (stage === undefined) {
      const wanted = "a chart that can be a stage: defineChart({ stage: { role, selectorLabels, awaited ... } })";
      throw new PipelineError(pipeline, name, wanted, `chart ${chart.name} without stage`);
    }
    // A chart's data can be copied, with another contract than the one that was checked.
    if (!isRole(stage.role)) {
      const [wanted, found] = describeRole(stage.role);
      throw new PipelineError(pipeline, name, `chart ${chart.name} to have stage.role ${wanted}`, found);
    }
    const missing = missingParts(stage);
    if (missing.length === 0) continue;
    const wanted = `chart ${chart.name} to have ${missing.map((part) => `stage.${part}`).join(", ")}, as role "${stage.role}" demands`;
    throw new PipelineError(pipeline, name, wanted, "none");
  }
}
