/** The Deployment of service-stage. */
import type { Deployment } from "kubernetes-types/apps/v1.d.ts";
import { choose, when } from "../../expression/when.ts";
import { nonEmpty, not, orElse } from "../../functions/logic.ts";
import { sum } from "../../functions/numbers.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { spread } from "../../manifest/spread.ts";
import { gateContext } from "../common/pipeline-context.ts";
import { checkFixedFields } from "../workload/checks/check-fixed-fields.ts";
import type { Workload } from "../workload/workload.ts";
import { createStrategy } from "./strategy.ts";
import type { ServiceStageValues } from "./values.ts";

/** The Deployment, after the checks of its pod and of its updates. */
export function createDeployment({ v, names, metadata, pod, guards }: Workload<ServiceStageValues>): Documents {
  const { strategy, guards: updateGuards } = createStrategy(v);
  const object: Input<Deployment> = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadata(names.fullname),
    spec: {
      // An upgrade must keep the number of replicas that the autoscaler has set.
      replicas: when(not(v.autoscaling.enabled), v.replicas),
      paused: v.paused,
      revisionHistoryLimit: v.revisionHistoryLimit,
      minReadySeconds: v.minReadySeconds,
      // The time in which its pods wait for Jobs does not count.
      progressDeadlineSeconds: choose(
        nonEmpty(gateContext.upstream),
        sum(orElse(v.progressDeadlineSeconds, 600), v.global.pipeline.gate.timeoutSeconds),
        v.progressDeadlineSeconds,
      ),
      strategy: { ...spread("strategy", strategy) },
      selector: { matchLabels: names.selectorLabels },
      template: pod.template,
    },
  };
  const target = { kind: "Deployment", namespace: names.namespace, name: names.fullname } as const;
  return [guards, updateGuards, checkFixedFields(target, { selector: { matchLabels: names.selectorLabels } }), object];
}
