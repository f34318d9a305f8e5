/** The HorizontalPodAutoscaler of service-stage. */
import type { HorizontalPodAutoscaler } from "kubernetes-types/autoscaling/v2.d.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import { defineCheck, param } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEachItem, forEachPosition } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { keysOf } from "../../functions/keys.ts";
import { concat, list } from "../../functions/lists.ts";
import { and, greaterThan, nonEmpty, present } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { MetricSpec } from "../../values/kubernetes/types.ts";
import { MAIN_CONTAINER } from "../workload/checks/containers/check-container-names.ts";
import { checkContainerName } from "../workload/checks/containers/check-container-references.ts";
import { sidecarValues } from "../workload/values/container-values.ts";
import type { Workload } from "../workload/workload.ts";
import type { ServiceStageValues } from "./values.ts";

const checkMetrics = defineCheck({
  name: "checkMetrics",
  comment: "Refuses metrics of a container that does not run in the pods: an init container has ended.",
  params: {
    metrics: param<readonly MetricSpec[]>({ type: "array", items: { $ref: "#/definitions/MetricSpec" } }),
    sidecars: param<ServiceStageValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ metrics, sidecars }) =>
    bind("containers", concat(list(MAIN_CONTAINER), keysOf(enabled(sidecars))), (containers) =>
      forEachPosition(metrics, (i, { containerResource }) =>
        checkContainerName(
          text`autoscaling.metrics.${i}.containerResource.container`,
          given(containerResource).container,
          containers,
        ),
      ),
    ),
});

/** The autoscaler of the Deployment, when it is enabled. */
export function createAutoscaler({ v, names }: Workload<ServiceStageValues>): Documents {
  const { autoscaling } = v;
  const metrics = include(
    new Define<readonly MetricSpec[]>(
      "service-stage.metrics",
      "array",
      [
        utilization("cpu", autoscaling.targetCPUUtilizationPercentage),
        utilization("memory", autoscaling.targetMemoryUtilizationPercentage),
        forEachItem(autoscaling.metrics, (metric): Expression<MetricSpec> => metric),
      ],
      "The metrics of the autoscaler.",
    ),
  );
  const object: Input<HorizontalPodAutoscaler> = {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: names.metadata(names.fullname),
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: names.fullname },
      minReplicas: autoscaling.minReplicas,
      maxReplicas: autoscaling.maxReplicas,
      metrics: when(nonEmpty(metrics), metrics),
      behavior: autoscaling.behavior,
    },
  };
  return [
    guard(
      and(autoscaling.enabled, greaterThan(autoscaling.minReplicas, autoscaling.maxReplicas)),
      text`autoscaling.minReplicas: expected at most autoscaling.maxReplicas (${toJson(autoscaling.maxReplicas)}), got ${toJson(autoscaling.minReplicas)}`,
    ),
    when(autoscaling.enabled, [checkMetrics(autoscaling.metrics, v.sidecars), object]),
  ];
}

function utilization(name: "cpu" | "memory", target: Reference<number | undefined>) {
  const metric: Input<MetricSpec> = {
    type: "Resource",
    resource: { name, target: { type: "Utilization", averageUtilization: given(target) } },
  };
  return when(present(target), metric);
}
