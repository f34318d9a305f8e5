import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printTextGraph } from "../../../generator/graph/print-text.ts";
import {
  BatchJob,
  type BatchJobOptions,
  CsiVolume,
  definePipeline,
  type MixedOrdering,
  PipelineError,
  printPipeline,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { graphPipeline } from "../../../generator/pipeline/diagram/graph-pipeline.ts";
import { useRenders } from "../use-renders.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const served = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } } as const;
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi", accessModes: ["ReadWriteOnce"] } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } } as const;
const nightly = { kind: "CronJob", cron: { schedule: "0 3 * * *" } } as const;
const job = (dependsOn: readonly string[] = [], more: Omit<BatchJobOptions, "image"> = {}) =>
  new BatchJob<string>({ image, dependsOn, ...more });

const withStages = (stages: object, inPod: readonly (readonly string[])[]) =>
  definePipeline({
    name: "etl",
    version: "1.0.0",
    volumes: { workspace },
    ordering: { inPod } as never, // the tests make sure that the names are those of stages
    stages: stages as Readonly<Record<string, BatchJob<string>>> as never,
  });

/** A chain in the middle of a graph: its pod waits for seed and store, and serve waits for its Job. */
const graph = (schedule: object = {}) => ({
  store: new StatefulStage({ image, ...served, networkPolicy: { enabled: true } }),
  seed: job(),
  extract: job(["seed"], { volumes }),
  transform: job(["extract", "store"]),
  load: job(["transform"], schedule),
});
const serve = new ServiceStage<string>({ image, ...served, dependsOn: ["transform"] });
const pods = [["extract", "transform", "load"]];

describe("stages that share a pod in a graph", () => {
  const { render, refusal } = useRenders();
  const once = withStages({ ...graph(), serve }, pods);

  it("run in the Job of the last one, which waits in a gate for what any of them depends on", async () => {
    const objects = await render(once);
    const jobs = objects.objects.filter(({ kind }) => kind === "Job").map(({ metadata }) => metadata.name);
    assert.deepEqual(jobs.map((name) => name.replace(/-[0-9a-f]{8}$/, "")).sort(), ["rel-load", "rel-seed"]);
    const pod = objects.one("Job", "load").spec?.template.spec;
    const names = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(({ name }) => name);
    assert.deepEqual(names, ["gate", "extract", "transform", "load"]);
    const lines = objects.one("ConfigMap", "rel-load-gate").data?.["upstream"]?.replace(/-[0-9a-f]{8}$/gm, "-HASH");
    assert.equal(lines, "seed job rel-seed-HASH\nstore tcp rel-store 80\n");
  });

  it("are one Job to stages outside: what depends on any of them waits for it, and fails with what it waits for", async () => {
    const objects = await render(once);
    const [{ metadata } = assert.fail()] = objects.objects.filter(({ metadata }) =>
      /^rel-load-[0-9a-f]{8}$/.test(metadata.name),
    );
    const lines = objects.one("ConfigMap", "rel-serve-gate").data?.["upstream"]?.split("\n");
    assert.deepEqual(lines?.[0], `load job ${metadata.name}`);
    assert.match(lines?.[1] ?? "", /^seed before rel-seed-/);
  });

  it("have the labels of claims that any of them mounts, so that pods which wait for one another share a node", async () => {
    const template = (await render(once)).one("Job", "load").spec?.template;
    assert.equal(template?.metadata?.labels?.["volume-workspace-data"], "ReadWriteOnce");
    const [term] = template?.spec?.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    assert.equal(term?.labelSelector?.matchLabels?.["volume-workspace-data"], "ReadWriteOnce");
  });

  it("may connect to a service that they wait for, whichever of them has the pod", async () => {
    const policy = (await render(once)).one("NetworkPolicy", "rel-store").spec;
    const names = policy?.ingress?.flatMap(({ from = [] }) =>
      from.map(({ podSelector }) => podSelector?.matchLabels?.["app.kubernetes.io/name"]),
    );
    assert.ok(names?.includes("load"), JSON.stringify(policy));
  });

  it("have the pod of the last one that is enabled, and its name in the gates of others", async () => {
    const objects = await render(once, { load: { enabled: false } });
    const pod = objects.one("Job", "transform").spec?.template.spec;
    assert.deepEqual(
      pod?.containers.map(({ name }) => name),
      ["transform"],
    );
    assert.match(objects.one("ConfigMap", "rel-serve-gate").data?.["upstream"] ?? "", /^transform job rel-transform-/);
    const none = await render(once, {
      ...Object.fromEntries(["extract", "transform", "load"].map((stage) => [stage, { enabled: false }])),
    });
    assert.match(none.one("ConfigMap", "rel-serve-gate").data?.["upstream"] ?? "", /^seed job .*\nstore tcp /);
  });

  it("run on the schedule of the last one, while others wait in gates", async () => {
    const stages = {
      store: graph().store,
      extract: job([], { volumes }),
      transform: job(["extract", "store"]),
      load: job(["transform"], nightly),
      seed: job(),
      web: new ServiceStage({ image, ...served, dependsOn: ["seed"] }),
    };
    const objects = await render(withStages(stages, pods));
    const pod = objects.one("CronJob", "rel-load").spec?.jobTemplate.spec?.template.spec;
    assert.deepEqual(
      pod?.initContainers?.map(({ name }) => name),
      ["gate", "extract", "transform"],
    );
    assert.match(objects.one("ConfigMap", "rel-web-gate").data?.["upstream"] ?? "", /^seed job /);
    assert.equal(objects.objects.filter(({ kind }) => kind === "Job").length, 1);
  });

  it("are refused a schedule where stages outside depend on them, or they on a Job, in values files too", async () => {
    const values = { load: { ...nightly } };
    assert.equal(await refusal(once, values), "load: kind: expected Job in a stage with dependents, got CronJob");
    assert.equal(
      await refusal(withStages(graph(), pods), values),
      "load: kind: expected Job in a stage that depends on seed, a Job that runs once and not on a schedule, got CronJob " +
        "(ordering.inPod lets them share a pod)",
    );
  });

  it("are drawn in one box", () => {
    const drawn = graphPipeline(once);
    assert.deepEqual(drawn.groups, [
      { id: "pod of load", title: "one pod of a Job", nodes: ["extract", "transform", "load"] },
    ]);
    assert.match(
      printTextGraph(drawn).join("\n"),
      /Ordering inPod and gates: stages share a pod \(extract, transform, load\)/,
    );
  });

  it("are named in the notes and the README", () => {
    const files = printPipeline(once);
    assert.match(files.get("templates/NOTES.txt") ?? "", /The stages extract, transform, load run in one pod/);
    assert.match(files.get("README.md") ?? "", /Ordering inPod and gates/);
  });

  const refuses = (stages: object, inPod: MixedOrdering["inPod"], path: string, words: RegExp) =>
    assert.throws(
      () => withStages(stages, inPod),
      (error) => error instanceof PipelineError && error.path === path && words.test(error.message),
    );

  it("are refused where they cannot share one", () => {
    const stages = { ...graph(), serve };
    refuses(stages, [["extract"]], "ordering.inPod.0", /expected at least two stages, got \[extract\]/);
    refuses(stages, [["extract", "transfrom"]], "ordering.inPod.0", /expected "transform", got "transfrom"/);
    refuses(
      stages,
      [
        ["transform", "load"],
        ["extract", "transform"],
      ],
      "ordering.inPod.1",
      /got "transform" a second time/,
    );
    refuses(
      stages,
      [["seed", "transform"]],
      "transform.dependsOn",
      /a dependency on "seed", the stage before it in ordering.inPod.0/,
    );
    refuses(stages, [["transform", "serve"]], "ordering.inPod.0", /batch stages .*got "serve" of chart service-stage/);
    refuses(
      { ...stages, check: job(["extract"]), load: job(["transform", "check"]) },
      pods,
      "load.dependsOn",
      /dependencies without a cycle, got the cycle load -> check -> load/,
    );
    refuses(graph(nightly), pods, "extract.dependsOn", /no dependency of a CronJob on a Job, which runs once/);
  });

  it("are not given to definePipeline() in another form, in TypeScript or in JavaScript", () => {
    for (const ordering of [{ inPod: ["extract"] }, { inPods: [] }, { inPod: {} }, []])
      assert.throws(
        () =>
          definePipeline({ name: "etl", version: "1.0.0", stages: { extract: job() }, ordering: ordering as never }),
        { path: "ordering" },
      );
    const stages = { extract: new BatchJob({ image }), load: new BatchJob({ image, dependsOn: ["extract"] }) };
    const given = { name: "etl", version: "1.0.0", stages };
    // @ts-expect-error: no stage has this name
    assert.throws(() => definePipeline({ ...given, ordering: { inPod: [["extract", "lod"]] } }), {
      path: "ordering.inPod.0",
    });
  });
});
