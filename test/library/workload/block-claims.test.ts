import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { isKubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { helmVersions } from "../../helm-versions.ts";
import { at, only, useChart } from "../service-stage/render-chart.ts";

const image = { repository: "busybox", tag: "1.36" };
const volumes = {
  raw: { devicePath: "/dev/xvda", claim: { size: "1Gi" } },
  scratch: { ephemeral: { size: "1Gi" }, mounts: { main: { devicePath: "/dev/xvdb" } } },
  files: { mountPath: "/data", ephemeral: { size: "1Gi" } },
};

for (const version of helmVersions) {
  describe(`claims that a chart makes for block devices, under Helm ${version}`, () => {
    const job = useChart(batchJob, version);

    it("request a block volume, and others nothing", async () => {
      const values = { image, volumes };
      const objects = await job.render(values);
      assert.equal(at(only(objects, "PersistentVolumeClaim"), "spec", "volumeMode"), "Block");
      const pod = at(only(objects, "Job"), "spec", "template", "spec");
      assert.deepEqual(at(pod, "containers", 0, "volumeDevices"), [
        { name: "raw", devicePath: "/dev/xvda" },
        { name: "scratch", devicePath: "/dev/xvdb" },
      ]);
      const specs = [0, 2].map((i) => at(pod, "volumes", i, "ephemeral", "volumeClaimTemplate", "spec", "volumeMode"));
      assert.deepEqual(specs, [undefined, "Block"]);
      const computed = evaluateChart(batchJob, { values }).filter(isKubernetesObject);
      for (const [kind, keys] of [
        ["PersistentVolumeClaim", ["spec"]],
        ["Job", ["spec", "template"]],
      ] as const) {
        assert.deepEqual(at(only(computed, kind), ...keys), at(only(objects, kind), ...keys));
      }
    });
  });
}
