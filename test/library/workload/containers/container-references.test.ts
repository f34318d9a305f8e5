import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { BatchJob, definePipeline } from "../../../../generator/mod.ts";
import { useRenders } from "../../../pipeline/use-renders.ts";
import { testRefusals } from "../../test-refusals.ts";

const image = { repository: "busybox", tag: "1.36" };
const memoryOf = (containerName: string) => ({ resourceFieldRef: { containerName, resource: "limits.memory" } });
const variable = (containerName: string) => ({ MEMORY: { valueFrom: memoryOf(containerName) } });
const file = (containerName: string) => ({ path: "memory", ...memoryOf(containerName) });
const downwardAPI = (containerName: string) => ({
  info: { mountPath: "/i", downwardAPI: { items: [file(containerName)] } },
});
const projected = (containerName: string) => ({
  info: {
    mountPath: "/i",
    projected: { sources: [{ secret: { name: "s" } }, { downwardAPI: { items: [file(containerName)] } }] },
  },
});
const containers = {
  initContainers: { prepare: { image }, off: { image, enabled: false } },
  sidecars: { log: { image }, native: { image, native: true } },
};
/** Wherever values name a container, by the path of the name. */
const places: Readonly<Record<string, (containerName: string) => object>> = {
  "env.MEMORY.valueFrom.resourceFieldRef.containerName": (name) => ({ env: variable(name) }),
  "initContainers.prepare.env.MEMORY.valueFrom.resourceFieldRef.containerName": (name) => ({
    initContainers: { ...containers.initContainers, prepare: { image, env: variable(name) } },
  }),
  "sidecars.log.env.MEMORY.valueFrom.resourceFieldRef.containerName": (name) => ({
    sidecars: { ...containers.sidecars, log: { image, env: variable(name) } },
  }),
  "volumes.info.downwardAPI.items.0.resourceFieldRef.containerName": (name) => ({ volumes: downwardAPI(name) }),
  "volumes.info.projected.sources.1.downwardAPI.items.0.resourceFieldRef.containerName": (name) => ({
    volumes: projected(name),
  }),
};

/** Values that name a container in all of these places at once. */
const everywhere = (name: string): object => ({
  image,
  initContainers: { ...containers.initContainers, prepare: { image, env: variable(name) } },
  sidecars: { ...containers.sidecars, log: { image, env: variable(name) } },
  env: variable(name),
  volumes: { info: downwardAPI(name).info, more: { ...projected(name).info, mountPath: "/more" } },
});

for (const chart of [batchJob, statefulStage, serviceStage]) {
  describe(`references to containers in ${chart.name}`, () => {
    testRefusals(
      `a reference to a container that the pod does not have is refused in ${chart.name}, a disabled one too`,
      chart,
      [
        ...["main", "prepare", "log", "native"].map((name) => ({ values: everywhere(name), refusal: "" })),
        ...Object.entries(places).flatMap(([path, valuesWith], i) =>
          ["off", "load", ""].map((name, turn) => ({
            values: { image, ...containers, ...valuesWith(name) },
            refusal: `${path}: no container of the pod is called "${name}"`,
            isUnchecked: true,
            // Each place and each name, not each of their combinations.
            isComputedOnly: turn !== i % 3,
          })),
        ),
      ],
    );
  });
}

describe("references to containers in the pod of a chain", () => {
  const { render, refusal } = useRenders();
  const rules = (containerName: string) => ({
    podFailurePolicy: {
      rules: [{ action: "FailJob", onExitCodes: { containerName, operator: "In", values: [1] } }] as const,
    },
  });
  const stageWith = (name: string) => ({
    image,
    ...containers,
    env: variable(name),
    volumes: { ...projected(name), more: { ...downwardAPI(name).info, mountPath: "/more" } },
  });
  const chain = (name: string, job: object = {}) =>
    definePipeline({
      name: "etl",
      version: "1.0.0",
      ordering: "inPod",
      stages: {
        extract: new BatchJob(stageWith(name)),
        load: new BatchJob({ ...stageWith(name), dependsOn: ["extract"], job }),
      },
    });

  /** The names of containers to which the objects of a chain refer, in the order of the pod. */
  const referencesOf = async (name: string, values: object = {}) => {
    const { template, podFailurePolicy } =
      (await render(chain(name, rules(name)), { ...values })).one("Job").spec ?? {};
    const { initContainers = [], containers = [], volumes = [] } = template?.spec ?? {};
    const items = volumes.flatMap(({ projected, downwardAPI }) => [
      ...(projected?.sources ?? []).flatMap((source) => source.downwardAPI?.items ?? []),
      ...(downwardAPI?.items ?? []),
    ]);
    return {
      names: [...initContainers, ...containers].map((container) => container.name),
      env: [...initContainers, ...containers].flatMap(({ env = [] }) =>
        env.map(({ valueFrom }) => valueFrom?.resourceFieldRef?.containerName),
      ),
      volumes: items.map(({ resourceFieldRef }) => resourceFieldRef?.containerName),
      codes: podFailurePolicy?.rules.map(({ onExitCodes }) => onExitCodes?.containerName),
    };
  };

  const plain = chain("main");

  it("main is the stage's own container in a failure policy, a variable and a volume of a chain", async () => {
    assert.deepEqual(await referencesOf("main"), {
      names: [
        ...["extract-prepare", "extract-log", "extract-native", "extract"],
        ...["load-prepare", "load-log", "load-native", "load"],
      ],
      env: ["extract", "load"],
      volumes: ["extract", "extract", "load", "load"],
      codes: ["load"],
    });
  });

  it("other containers have the names that they have in the pod of a chain", async () => {
    const { env, volumes, codes } = await referencesOf("prepare");
    assert.deepEqual(env, ["extract-prepare", "load-prepare"]);
    assert.deepEqual(volumes, ["extract-prepare", "extract-prepare", "load-prepare", "load-prepare"]);
    assert.deepEqual(codes, ["load-prepare"]);
  });

  it("a failure policy of a chain may also name containers as they are called in the pod", async () => {
    for (const name of ["load", "load-log", "extract", "extract-prepare"]) {
      const { spec } = (await render(chain("main", rules(name)))).one("Job");
      assert.equal(spec?.podFailurePolicy?.rules[0]?.onExitCodes?.containerName, name);
    }
    assert.equal(
      await refusal(plain, { load: { job: rules("transform") } }),
      'load: job.podFailurePolicy.rules.0.onExitCodes.containerName: no container of the pod is called "transform"',
    );
  });

  it("a values file that names a container of no stage is refused, whether its stage has the pod or not", async () => {
    const path = "env.MEMORY.valueFrom.resourceFieldRef.containerName";
    for (const stage of ["extract", "load"])
      assert.equal(
        await refusal(plain, { [stage]: { env: variable("other") } }),
        `${stage}: ${path}: no container of the pod is called "other"`,
      );
  });
});
