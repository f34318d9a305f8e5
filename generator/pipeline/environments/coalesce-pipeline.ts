/** The values of a pipeline chart as its templates see them. */
import {
  coalesceUmbrella,
  coalesceValues,
  mergeFiles,
  mergeUmbrella,
  type Values,
} from "../../evaluate/coalesce-values.ts";
import { defaultValues } from "../../evaluate/evaluate-chart.ts";
import { ownEntry } from "../../functions/own-entry.ts";
import { isMap } from "../../is-map.ts";
import { oncePer } from "../../once-per.ts";
import type { Pipeline } from "../pipeline.ts";
import { chartValues } from "./umbrella-values.ts";

/** The values of a pipeline, and below their names those of its stages. */
export interface CoalescedValues {
  readonly values: Values;
  /** The stages that are enabled: Helm reads only their charts. */
  readonly enabled: readonly string[];
}

/** The values of a pipeline merged with values files, as Helm does; the last file wins. */
export function coalescedValues(pipeline: Pipeline, files: readonly Values[]): CoalescedValues {
  const given = mergeFiles(files);
  return Object.keys(given).length === 0 ? plainValues(pipeline) : coalesce(pipeline, given);
}

const plainValues = oncePer((pipeline: Pipeline) => coalesce(pipeline, {}));

function coalesce(pipeline: Pipeline, given: Values): CoalescedValues {
  const values = coalesceUmbrella(umbrellaValues(pipeline), given);
  const stages = [...pipeline.parts.keys()];
  const disabled = stages.filter((stage) => stageValues(values, stage)["enabled"] === false);
  const own = chartValues(pipeline);
  const bare = disabled.map((stage) => [stage, coalesceValues(stageValues(own, stage), stageValues(given, stage))]);
  return {
    values: { ...values, ...Object.fromEntries(bare) },
    enabled: stages.filter((stage) => !disabled.includes(stage)),
  };
}

const umbrellaValues = oncePer((pipeline: Pipeline) => {
  const subcharts = [...pipeline.parts].map(([name, { stage }]) => [name, defaultValues(stage.chart)] as const);
  return mergeUmbrella(chartValues(pipeline), new Map(subcharts));
});

/** The values below the name of a stage. */
export function stageValues(values: Values, stage: string): Values {
  const own = ownEntry(values, stage);
  return isMap(own) ? own : {};
}
