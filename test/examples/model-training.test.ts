import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, podOf, volumesOf } from "./render-example.ts";

const gpu = "nvidia.com/gpu";

describeExample("model-training", { release: "model", namespace: "training" }, ({ objects, find }) => {
  const mainOf = (environment: string, kind: string, name: string) => {
    const [main] = podOf(find(environment, kind, name)).containers;
    return main ?? assert.fail(`${name} has no container`);
  };

  it("has each stage wait for those before it", () => {
    const waits = ["preprocess", "train", "evaluate", "serve", "check"].map((stage) => {
      const { upstream } = Object(find("values", "ConfigMap", `model-${stage}-gate`)["data"]);
      return [
        stage,
        String(upstream)
          .split("\n")[0]
          ?.replace(/-[0-9a-f]{8}$/, ""),
      ];
    });
    assert.deepEqual(Object.fromEntries(waits), {
      preprocess: "fetch job model-fetch",
      train: "preprocess job model-preprocess",
      evaluate: "train job model-train",
      serve: "evaluate job model-evaluate",
      check: "serve tcp model-serve 80",
    });
  });

  for (const { environment, completions, parallelism, backoffLimit } of [
    { environment: "dev", completions: 4, parallelism: 2, backoffLimit: 8 },
    { environment: "prod", completions: 16, parallelism: 8, backoffLimit: 32 },
  ]) {
    it(`prepares ${completions} shards in ${environment}, each with an index, and trains on all`, () => {
      assert.partialDeepStrictEqual(find(environment, "Job", "model-preprocess")["spec"], {
        completionMode: "Indexed",
        completions,
        parallelism,
        backoffLimit,
        backoffLimitPerIndex: 2,
        maxFailedIndexes: 0,
      });
      const shards = [{ name: "SHARDS", value: String(completions) }];
      assert.deepEqual(mainOf(environment, "Job", "model-preprocess").env, shards);
      assert.deepEqual(mainOf(environment, "Job", "model-train").env, shards);
    });
  }

  it("trains on a GPU in prod, on the nodes that have one", () => {
    const train = find("prod", "Job", "model-train");
    const { nodeSelector, tolerations, containers } = podOf(train);
    assert.deepEqual(nodeSelector, { "nvidia.com/gpu.present": "true" });
    assert.deepEqual(tolerations, [{ key: gpu, operator: "Exists", effect: "NoSchedule" }]);
    assert.deepEqual(containers[0]?.resources?.limits, { memory: "16Gi", [gpu]: "1" });
    assert.deepEqual(Object(train["spec"]).podFailurePolicy.rules.at(-1), {
      action: "Ignore",
      onPodConditions: [{ type: "DisruptionTarget", status: "True" }],
    });
  });

  it("runs anywhere in dev", () => {
    const jobs = objects("dev").filter(({ kind }) => kind === "Job");
    assert.equal(jobs.length, 5);
    for (const job of jobs) {
      const { nodeSelector, tolerations, containers } = podOf(job);
      assert.deepEqual([nodeSelector, tolerations], [undefined, undefined], job.metadata.name);
      assert.ok(!(gpu in (containers[0]?.resources?.limits ?? {})), job.metadata.name);
    }
  });

  it("shares a claim for many nodes, and in dev one for a single node, on which all of its pods run", () => {
    const modes = (environment: string) =>
      Object(find(environment, "PersistentVolumeClaim", "model-workspace-data")["spec"]).accessModes;
    assert.deepEqual(["values", "dev", "prod"].map(modes), [["ReadWriteMany"], ["ReadWriteOnce"], ["ReadWriteMany"]]);
    for (const [kind, stage] of [
      ["Job", "fetch"],
      ["Job", "preprocess"],
      ["Job", "train"],
      ["Job", "evaluate"],
      ["Deployment", "serve"],
    ] as const) {
      const { affinity, ...pod } = podOf(find("dev", kind, `model-${stage}`));
      assert.deepEqual(volumesOf(pod)["data"], { persistentVolumeClaim: { claimName: "model-workspace-data" } }, stage);
      const terms = affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
      assert.deepEqual(
        terms.map(({ topologyKey }) => topologyKey),
        ["kubernetes.io/hostname"],
        stage,
      );
      assert.equal(podOf(find("prod", kind, `model-${stage}`)).affinity, undefined, stage);
    }
  });

  it("tries an evaluation once, and allows more of an error in prod", () => {
    assert.equal(Object(find("values", "Job", "model-evaluate")["spec"]).backoffLimit, 0);
    const allowed = (environment: string) => mainOf(environment, "Job", "model-evaluate").env;
    assert.deepEqual(allowed("dev"), [{ name: "MOST_ERROR", value: "0.5" }]);
    assert.deepEqual(allowed("prod"), [{ name: "MOST_ERROR", value: "25" }]);
  });

  it("serves the model from a volume that it cannot change", () => {
    const main = mainOf("values", "Deployment", "model-serve");
    const data = main.volumeMounts?.filter(({ name }) => name === "data");
    assert.deepEqual(data, [{ name: "data", mountPath: "/data", readOnly: true }]);
    assert.partialDeepStrictEqual(main.readinessProbe, { httpGet: { path: "/model", port: "http" } });
  });

  it("scales the service of prod by its load, behind an Ingress, and has no check of sample houses", () => {
    assert.equal(Object(find("prod", "Deployment", "model-serve")["spec"]).replicas, undefined);
    assert.partialDeepStrictEqual(find("prod", "HorizontalPodAutoscaler", "model-serve")["spec"], {
      minReplicas: 2,
      maxReplicas: 8,
    });
    assert.partialDeepStrictEqual(find("prod", "Ingress", "model-serve")["spec"], {
      ingressClassName: "nginx",
      rules: [{ host: "model.example.com" }],
    });
    const names = objects("prod").map(({ metadata }) => metadata.name);
    assert.ok(names.every((name) => !name.startsWith("model-check")));
  });
});
