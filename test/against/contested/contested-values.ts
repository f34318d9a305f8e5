/** Values that a chart's guards are about: some are refused, some just not, and the schema is not asked. */
import fc from "fast-check";
import { coalesceValues, type Values } from "../../../generator/evaluate/coalesce-values.ts";
import { containerParts } from "./containers.ts";
import { csiParts } from "./csi.ts";
import { jobParts } from "./jobs.ts";
import { podParts } from "./pods.ts";
import { headlessParts, serviceParts, serviceStageParts } from "./services.ts";
import { heldClaimParts, persistenceParts, volumeParts } from "./volumes.ts";

const workloadParts = [...containerParts, ...volumeParts, ...podParts];
const partsByChart: Readonly<Record<string, readonly fc.Arbitrary<Values>[]>> = {
  "batch-job": [...workloadParts, ...jobParts],
  "csi-volume": csiParts,
  "service-stage": [...workloadParts, ...serviceParts, ...serviceStageParts, ...heldClaimParts],
  "stateful-stage": [...workloadParts, ...serviceParts, ...headlessParts, ...persistenceParts],
};

/** Values for one or two parts of a library chart, to be put over others. */
export function contestedValues(chart: string): fc.Arbitrary<Values> {
  const parts = partsByChart[chart];
  if (parts === undefined) throw new TypeError(`Cannot draw values: expected a library chart, got "${chart}"`);
  const one = fc.oneof(...parts);
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => coalesceValues(a, b)) },
  );
}
