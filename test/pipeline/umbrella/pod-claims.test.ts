import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type Pipeline,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { useRenders } from "../use-renders.ts";

const image = { repository: "busybox", tag: "1.36" };
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
const served = {
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  tests: { enabled: false },
};

/** What an operator sets in a values file. */
const onePod = { workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteOncePod"] } } } } };

function define(stages: object, ordering: "none" | "hooks" | "inPod" | "gates"): Pipeline {
  return definePipeline({ name: "etl", version: "0.1.0", ordering, volumes: { workspace }, stages } as never); // of any stages
}

const shared = (stages: string): string =>
  `workspace.volumes.data.claim.accessModes: expected access modes that let several pods in (ordering "inPod" runs a chain of stages in one), got ReadWriteOncePod, which ${stages} share`;

describe("a claim of one pod by an operator's own values", () => {
  const renders = useRenders();
  const extract = new BatchJob({ image, volumes });
  const load = new BatchJob({ image, volumes, dependsOn: ["extract"] });

  it("is refused where a stage that waits for another mounts it too, which was a deadlock of 24 hours", async () => {
    const gates = define({ extract, load }, "gates");
    assert.equal(await renders.refusal(gates, onePod), shared("extract and load"));
    await renders.render(gates);
    await renders.render(gates, { workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteMany"] } } } } });
  });

  it("is taken where the stages share a pod, run one after the other, or one of them is disabled", async () => {
    await renders.render(define({ extract, load }, "inPod"), onePod);
    await renders.render(define({ extract, load }, "hooks"), onePod);
    await renders.render(define({ extract, load }, "none"), onePod);
    const gates = define({ extract, load }, "gates");
    await renders.render(gates, { ...onePod, extract: { enabled: false } });
    await renders.render(gates, { ...onePod, extract: { volumes: { data: { enabled: false } } } });
  });

  it("is refused where a service keeps it from another stage for as long as it runs, in any ordering", async () => {
    const web = new ServiceStage({ image, volumes, ...served });
    for (const ordering of ["none", "hooks", "inPod", "gates"] as const)
      assert.equal(await renders.refusal(define({ extract, web }, ordering), onePod), shared("extract and web"));
    await renders.render(define({ extract: new BatchJob({ image }), web }, "none"), onePod);
  });

  it("is refused where a stage has several pods, and a new pod of a service waits for the old one", async () => {
    const web = new ServiceStage({ image, volumes, ...served });
    const store = new StatefulStage({ image, volumes, ...served });
    const one = define({ web }, "none");
    const two = define({ store }, "none");
    const batch = define({ extract }, "none");
    const only = "volumes.data.pipelineVolume: only one pod can mount a ReadWriteOncePod volume; use ReadWriteMany or";
    assert.equal(await renders.refusal(one, { ...onePod, web: { replicas: 2 } }), `web: ${only} one replica`);
    assert.equal(await renders.refusal(two, { ...onePod, store: { replicas: 2 } }), `store: ${only} one replica`);
    assert.equal(
      await renders.refusal(batch, { ...onePod, extract: { job: { parallelism: 2, completions: 2 } } }),
      `extract: ${only} job.parallelism 1`,
    );
    await renders.render(batch, { ...onePod, extract: { job: { parallelism: 1, completions: 2 } } });
    assert.equal(
      await renders.refusal(one, { ...onePod, web: { strategy: { type: "RollingUpdate" } } }),
      "web: strategy: a new pod waits for volumes.data.pipelineVolume while the old one runs; use type Recreate or maxSurge 0",
    );
    const [deployment] = (await renders.render(one, onePod)).all("Deployment");
    assert.deepEqual(deployment?.spec?.strategy, { type: "Recreate" });
  });
});
