import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, CsiVolume, definePipeline } from "../../../generator/mod.ts";
import { useRenders } from "../use-renders.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const NAME = "app.kubernetes.io/name";
const CLAIM = "volume-workspace-data";
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi", accessModes: ["ReadWriteOnce"] } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } } as const;

const a = new BatchJob({ image, volumes });
const b = new BatchJob({ image, dependsOn: ["a"] });
const c = new BatchJob({ image, dependsOn: ["b"] });
const d = new BatchJob({ image, dependsOn: ["b"] });
const named = { name: "etl", version: "1.0.0", volumes: { workspace } } as const;
const chain = definePipeline({ ...named, ordering: "inPod", stages: { a, b, c } });
const graph = definePipeline({ ...named, ordering: { inPod: [["a", "b"]] }, stages: { a, b, c, d } });

const spread = (matchLabels: Readonly<Record<string, string>>) => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", labelSelector: { matchLabels } },
  ],
});
const near = (matchLabelKeys: readonly string[]) => ({
  affinity: {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "zone", labelSelector: {}, matchLabelKeys }],
    },
  },
});
const off = { enabled: false };

describe("stages that share a pod, with values that name its labels", () => {
  const { render, refusal } = useRenders();

  it("may all set the spread constraint that is right for the stage with the pod alone", async () => {
    const byName = spread({ [NAME]: "c" });
    const objects = await render(chain, { a: byName, b: byName, c: byName });
    const pod = objects.one("Job", "c").spec?.template.spec;
    assert.deepEqual(pod?.topologySpreadConstraints?.[0]?.labelSelector, { matchLabels: { [NAME]: "c" } });
    const byOther = spread({ [NAME]: "b" });
    await render(chain, { a: byOther, b: byOther, c: off });
    await render(graph, { a: byOther, b: byOther });
  });

  it("may name labels that the pod has because of one of them", async () => {
    const byClaim = spread({ [CLAIM]: "ReadWriteOnce" });
    await render(graph, { a: byClaim, b: byClaim });
    await render(graph, { b: near([CLAIM]) });
    const labelled = { podLabels: { tier: "batch" }, ...near(["tier"]) };
    await render(chain, { a: labelled, b: labelled, c: labelled });
  });

  it("are refused a constraint that is wrong for the pod, or that the stage with the pod does not have", async () => {
    const byName = spread({ [NAME]: "a" });
    assert.equal(
      await refusal(chain, { a: byName, b: byName, c: byName }),
      `c: topologySpreadConstraints.0.labelSelector: expected to select the pods that it spreads, got a mismatch in ${NAME}`,
    );
    assert.match(
      await refusal(chain, { a: byName }),
      /^a.topologySpreadConstraints: expected the same as in c, in whose pod a runs/,
    );
    assert.equal(
      await refusal(graph, { a: near(["tier"]), b: near(["tier"]) }),
      "b: affinity: expected labels of the pods, such as those in podLabels, got tier",
    );
  });
});
