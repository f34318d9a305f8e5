/** The claims that a StatefulSet makes for each of its replicas. */
import type { PersistentVolumeClaim } from "kubernetes-types/core/v1.d.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { merge } from "../../functions/maps.ts";
import type { Input } from "../../manifest/input.ts";
import { claimSpec } from "../workload/volumes/volumes.ts";
import type { Workload } from "../workload/workload.ts";
import type { StatefulStageValues } from "./values.ts";

/**
 * A claim template. It is immutable, so it has the selector labels and the user's own: a label with the chart's version
 * would break every upgrade.
 */
export function claimTemplate(
  id: Expression<string>,
  claim: Reference<StatefulStageValues["persistence"][string]>,
  { v, names }: Workload<StatefulStageValues>,
): Input<PersistentVolumeClaim> {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: {
      name: id,
      labels: merge<string>(names.selectorLabels, claim.labels),
      annotations: when(nonEmpty(claim.annotations), claim.annotations),
    },
    spec: { ...claimSpec(claim, v), volumeMode: claim.volumeMode },
  };
}
