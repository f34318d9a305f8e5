/** The HorizontalPodAutoscaler of service-stage. */
import type { HorizontalPodAutoscaler } from "kubernetes-types/autoscaling/v2.d.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEachItem } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { and, greaterThan, nonEmpty, present } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { MetricSpec } from "../../values/kubernetes/types.ts";
import type { Workload } from "../workload/workload.ts";
import type { ServiceStageValues } from "./values.ts";

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
    when(autoscaling.enabled, object),
  ];
}

function utilization(name: "cpu" | "memory", target: Reference<number | undefined>) {
  const metric: Input<MetricSpec> = {
    type: "Resource",
    resource: { name, target: { type: "Utilization", averageUtilization: given(target) } },
  };
  return when(present(target), metric);
}
