/** The claims that a StatefulSet makes for each of its replicas. */
import type { PersistentVolumeClaim } from "kubernetes-types/core/v1.d.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import type { Input } from "../../manifest/input.ts";
import { claimSpec, templateMetadata } from "../workload/volumes/volumes.ts";
import type { Workload } from "../workload/workload.ts";
import type { StatefulStageValues } from "./values.ts";

/** A claim template; its name is the id of the volume. */
export function claimTemplate(
  id: Expression<string>,
  claim: Reference<StatefulStageValues["persistence"][string]>,
  { v, names }: Workload<StatefulStageValues>,
): Input<PersistentVolumeClaim> {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: id, ...templateMetadata(claim, names) },
    spec: { ...claimSpec(claim, v), volumeMode: claim.volumeMode },
  };
}
