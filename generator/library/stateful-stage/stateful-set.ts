/** The StatefulSet of stateful-stage. */
import type { StatefulSet } from "kubernetes-types/apps/v1.d.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, nonEmpty, orElse } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { checkFixedFields } from "../workload/checks/check-fixed-fields.ts";
import { checkPodClaims } from "../workload/checks/volumes/check-pod-claims.ts";
import type { Workload } from "../workload/workload.ts";
import { claimTemplate } from "./claim-template.ts";
import type { StageNames } from "./stage-names.ts";
import type { StatefulStageValues } from "./values.ts";

/** The StatefulSet, after the checks of the chart. */
export function createStatefulSet(workload: Workload<StatefulStageValues>, stageNames: StageNames): Documents {
  const { v, names, pod, guards } = workload;
  const claims = enabled(v.persistence);
  const object: Input<StatefulSet> = {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: workload.metadata(stageNames.statefulSet),
    spec: {
      serviceName: stageNames.headless,
      replicas: v.replicas,
      ordinals: v.ordinals,
      podManagementPolicy: v.podManagementPolicy,
      updateStrategy: {
        type: v.updateStrategy.type,
        rollingUpdate: when(
          and(eq(v.updateStrategy.type, "RollingUpdate"), nonEmpty(v.updateStrategy.rollingUpdate)),
          given(v.updateStrategy.rollingUpdate),
        ),
      },
      minReadySeconds: v.minReadySeconds,
      revisionHistoryLimit: v.revisionHistoryLimit,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: v.persistentVolumeClaimRetentionPolicy.whenDeleted,
        whenScaled: v.persistentVolumeClaimRetentionPolicy.whenScaled,
      },
      selector: { matchLabels: names.selectorLabels },
      template: pod.template,
      volumeClaimTemplates: when(nonEmpty(claims), [
        forEach(claims, (id, claim) => claimTemplate(id, claim, workload)),
      ]),
    },
  };
  const target = { kind: "StatefulSet", namespace: names.namespace, name: stageNames.statefulSet } as const;
  const fixed = checkFixedFields(target, {
    podManagementPolicy: v.podManagementPolicy,
    selector: { matchLabels: names.selectorLabels },
    serviceName: stageNames.headless,
  });
  return [
    guards,
    sharedNames(workload),
    checkPodClaims(v.volumes, orElse(v.replicas, 1), "one replica"),
    fixed,
    object,
  ];
}

// Kubernetes would silently mount the claim in place of the volume.
function sharedNames({ v }: Workload<StatefulStageValues>): Documents {
  return forEach(enabled(v.persistence), (id) =>
    guard(
      nonEmpty(lookUp("object", enabled(v.volumes), id)),
      text`persistence.${id} and volumes.${id} have the same name: rename one, or disable one with enabled: false`,
    ),
  );
}
