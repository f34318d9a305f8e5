import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, type BatchJobOptions, CsiVolume, definePipeline } from "../../../../generator/mod.ts";
import { useRenders } from "../../../pipeline/use-renders.ts";

const image = { repository: "busybox", tag: "1.36" };
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const cache = { mountPath: "/cache", emptyDir: {}, keepName: true };

type Own = Pick<BatchJobOptions, "volumes" | "initContainers" | "sidecars" | "env">;
const chain = (extract: Own, load: Own = {}) =>
  definePipeline({
    name: "etl",
    version: "1.0.0",
    ordering: "inPod",
    volumes: { workspace },
    stages: {
      extract: new BatchJob({ image, ...extract }),
      load: new BatchJob({ image, ...load, dependsOn: ["extract"] }),
    },
  });

describe("keepName in the pod of a chain", () => {
  const { render, refusal } = useRenders();

  it("a volume that a webhook looks for keeps its name, and so do its mounts", async () => {
    const pipeline = chain({
      volumes: { "gke-gcsfuse-cache": { ...cache, allContainers: true }, tmp: { enabled: false } },
    });
    const pod = (await render(pipeline)).one("Job").spec?.template.spec;
    assert.deepEqual(
      pod?.volumes?.map(({ name }) => name),
      ["gke-gcsfuse-cache", "load-tmp"],
    );
    assert.deepEqual(pod?.initContainers?.[0]?.volumeMounts, [{ name: "gke-gcsfuse-cache", mountPath: "/cache" }]);
  });

  it("stages that keep the name of the same volume share it", async () => {
    const volumes = { shared: cache, tmp: { enabled: false } };
    const pod = (await render(chain({ volumes }, { volumes }))).one("Job").spec?.template.spec;
    assert.deepEqual(pod?.volumes, [{ name: "shared", emptyDir: {} }]);
  });

  it("init containers and sidecars keep their names, and values that name them mean them", async () => {
    const amount = { valueFrom: { resourceFieldRef: { containerName: "istio-proxy", resource: "limits.memory" } } };
    const pipeline = chain(
      { initContainers: { prepare: { image, keepName: true } }, sidecars: { log: { image } } },
      { sidecars: { "istio-proxy": { image, keepName: true, native: false } }, env: { MEMORY: amount } },
    );
    const { initContainers = [], containers = [] } = (await render(pipeline)).one("Job").spec?.template.spec ?? {};
    assert.deepEqual(
      initContainers.map(({ name }) => name),
      ["prepare", "extract-log", "extract"],
    );
    assert.deepEqual(
      containers.map(({ name }) => name),
      ["load", "istio-proxy"],
    );
    assert.equal(containers[0]?.env?.[0]?.valueFrom?.resourceFieldRef?.containerName, "istio-proxy");
  });

  it("names that collide are refused by name", async () => {
    const plain = chain({});
    const container = { image, keepName: true };
    const data = { pipelineVolume: { stage: "workspace", volume: "data" }, mountPath: "/data" };
    const collisions: readonly (readonly [extract: Own, load: Own, refusal: string])[] = [
      [{ sidecars: { log: container } }, { sidecars: { log: container } }, 'two containers called "log"'],
      [{ sidecars: { load: container } }, {}, 'two containers called "load"'],
      [{}, { initContainers: { load: container } }, 'two containers called "load"'],
      [
        { volumes: { shared: cache } },
        { volumes: { shared: { ...cache, emptyDir: { medium: "Memory" } } } },
        'two different volumes called "shared"',
      ],
    ];
    for (const [extract, load, words] of collisions)
      assert.equal(
        await refusal(plain, { extract: { ...extract }, load: { ...load } }),
        `load: keepName: expected a unique name in the pod that stages share, got ${words}`,
      );
    assert.equal(
      await refusal(plain, {
        extract: { volumes: { data: { ...data, keepName: true } } },
        load: { volumes: { data } },
      }),
      "load: keepName: expected one name for claim rel-workspace-data in the pod that stages share, which never starts with " +
        'two, got "workspace-data" and "data"',
    );
  });

  it("a stage with a pod of its own has the same names with keepName as without", async () => {
    const own = (keepName: boolean) => {
      const stages = { load: new BatchJob({ image, sidecars: { log: { image, keepName } } }) };
      return definePipeline({ name: "etl", version: "1.0.0", ordering: "none", stages });
    };
    assert.deepEqual(await render(own(true)), await render(own(false)));
  });
});
