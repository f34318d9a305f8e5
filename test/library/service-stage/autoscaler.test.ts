import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { helmVersions } from "../../helm-versions.ts";
import { testRefusals } from "../test-refusals.ts";
import { at, only, useChart } from "./render-chart.ts";

const web = { fullnameOverride: "web", image: { repository: "nginx", tag: "1.29" } };

for (const version of helmVersions) {
  describe(`the autoscaler of service-stage under Helm ${version}`, () => {
    const chart = useChart(serviceStage, version);

    it("scales the Deployment, which then names no number of pods", async () => {
      const requests = {
        type: "Pods",
        pods: { metric: { name: "rps" }, target: { type: "AverageValue", averageValue: "1k" } },
      };
      const behavior = { scaleDown: { stabilizationWindowSeconds: 0 } };
      const autoscaling = {
        enabled: true,
        minReplicas: 2,
        maxReplicas: 10,
        targetCPUUtilizationPercentage: 70,
        targetMemoryUtilizationPercentage: 85,
        metrics: [requests],
        behavior,
      };
      const objects = await chart.render({ ...web, replicas: 4, autoscaling });
      const utilization = (name: string, averageUtilization: number) => ({
        type: "Resource",
        resource: { name, target: { type: "Utilization", averageUtilization } },
      });
      assert.deepEqual(only(objects, "HorizontalPodAutoscaler")["spec"], {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [utilization("cpu", 70), utilization("memory", 85), requests],
        behavior,
      });
      assert.equal(at(only(objects, "Deployment"), "spec", "replicas"), undefined);
    });

    it("leaves the choice of a metric to Kubernetes where the values name none", async () => {
      const objects = await chart.render({ ...web, autoscaling: { enabled: true } });
      assert.deepEqual(only(objects, "HorizontalPodAutoscaler")["spec"], {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
        minReplicas: 1,
        maxReplicas: 3,
      });
    });

    it("refuses fewer pods at most than at least", async () => {
      assert.match(
        await chart.refusal({ ...web, autoscaling: { enabled: true, minReplicas: 4 } }),
        /autoscaling\.minReplicas: expected at most autoscaling\.maxReplicas \(3\), got 4/,
      );
      await chart.render({ ...web, autoscaling: { minReplicas: 4 } });
      await chart.render({ ...web, autoscaling: { enabled: true, minReplicas: 12, maxReplicas: 12 } });
    });
  });
}

const metricOf = (container: string) => ({
  type: "ContainerResource",
  containerResource: { name: "cpu", container, target: { type: "Utilization", averageUtilization: 70 } },
});
testRefusals(
  "the autoscaler has metrics of containers that run in the pods only",
  serviceStage,
  ["main", "proxy", "prepare", "off"].map((container) => ({
    values: {
      ...web,
      resources: { requests: { cpu: "1" } },
      initContainers: { prepare: { image: web.image } },
      sidecars: { proxy: { image: web.image, native: true }, off: { image: web.image, enabled: false } },
      autoscaling: { enabled: true, metrics: [metricOf(container)] },
    },
    refusal: ["main", "proxy"].includes(container)
      ? ""
      : `autoscaling.metrics.0.containerResource.container: no container of the pod is called "${container}"`,
  })),
);
