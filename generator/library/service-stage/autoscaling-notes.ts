/** Warns after an install of an autoscaler that has nothing to measure by: containers without requests. */
import type { Line } from "../../chart/notes.ts";
import { bind } from "../../expression/bind.ts";
import { defineFunction, kubernetesParam, param, stringParam } from "../../expression/define-function.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach, forEachItem } from "../../expression/for-each.ts";
import { given } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { hasItem, join } from "../../functions/lists.ts";
import { and, eq, nonEmpty, not, or, present } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { MetricSpec } from "../../values/kubernetes/types.ts";
import { MAIN_CONTAINER } from "../workload/checks/containers/check-container-names.ts";
import { sidecarValues } from "../workload/values/container-values.ts";
import type { Workload } from "../workload/workload.ts";
import type { ServiceStageValues } from "./values.ts";

/** Whether resources have an amount; without a request, the limit is one. */
function requests(resources: Expression<unknown>, resource: Operand<string>): Expression<boolean> {
  const amount = (kind: string): Expression<unknown> => lookUp("any", resources, kind, resource);
  return or(nonEmpty(amount("requests")), nonEmpty(amount("limits")));
}

const withoutRequest: (...args: readonly Operand<unknown>[]) => Expression<readonly string[]> = defineFunction({
  name: "withoutRequest",
  comment: "The containers that request none of a resource, so that a share of it cannot be measured.",
  params: {
    resource: stringParam,
    resources: kubernetesParam("ResourceRequirements"),
    sidecars: param<ServiceStageValues["sidecars"]>(sidecarValues(true)),
  },
  result: "list",
  body: ({ resource, resources, sidecars }) => [
    when(not(requests(resources, resource)), MAIN_CONTAINER),
    forEach(enabled(sidecars), (name, sidecar) => when(not(requests(sidecar.resources, resource)), name)),
  ],
});

const measuredShare: (...args: readonly Operand<unknown>[]) => Expression<string> = defineFunction({
  name: "measuredShare",
  comment: "The first metric that is a share of what the pods request of a resource; empty where there is none.",
  params: {
    metrics: param<readonly MetricSpec[]>({ type: "array", items: { $ref: "#/definitions/MetricSpec" } }),
    resource: stringParam,
  },
  result: "first",
  body: ({ metrics, resource }) =>
    forEachItem(metrics, (metric) => {
      const own = given(metric.resource);
      return when(
        and(eq(metric.type, "Resource"), eq(own.target.type, "Utilization")),
        when(eq(own.name, resource), own.name),
      );
    }),
});

/** Names the containers whose requests the metrics of the autoscaler need. */
export function autoscalingNotes({ v }: Workload<ServiceStageValues>): Line {
  const { autoscaling } = v;
  const { targetCPUUtilizationPercentage: cpuTarget, targetMemoryUtilizationPercentage: memoryTarget } = autoscaling;
  const missing = (resource: string, hasTarget: Expression<boolean>): Line =>
    bind("share", measuredShare(autoscaling.metrics, resource), (share) =>
      when(
        or(hasTarget, nonEmpty(share)),
        when(
          not(requests(v.podResources, resource)),
          bind("missing", withoutRequest(resource, v.resources, v.sidecars), (containers) =>
            when(nonEmpty(containers), warn(resource, join(containers, ", "))),
          ),
        ),
      ),
    );
  return when(autoscaling.enabled, [
    // Without any metric, Kubernetes measures the CPU.
    bind("measuresOther", or(present(memoryTarget), nonEmpty(autoscaling.metrics)), (measuresOther) =>
      missing("cpu", or(present(cpuTarget), not(measuresOther))),
    ),
    missing("memory", present(memoryTarget)),
    forEachItem(autoscaling.metrics, ({ type, containerResource }) => {
      const { name, container, target } = given(containerResource);
      return when(
        and(eq(type, "ContainerResource"), eq(target.type, "Utilization")),
        bind("missing", withoutRequest(name, v.resources, v.sidecars), (missing) =>
          when(hasItem(missing, container), warn(name, container)),
        ),
      );
    }),
  ]);
}

function warn(resource: Operand<string>, containers: Expression<string>): readonly Line[] {
  return [
    "",
    text`The autoscaler compares the use of ${resource} with what the containers request, and these request none:`,
    text`  ${containers}`,
    "Unless a LimitRange of the namespace sets it (resources.requests), the number of pods does not change.",
  ];
}
