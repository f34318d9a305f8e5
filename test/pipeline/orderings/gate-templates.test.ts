import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTree } from "../../../cli/files/write-tree.ts";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { runHelm } from "../../../cli/helm/run-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  evaluate,
  type OrderingName,
  type Pipeline,
  printPipeline,
  type Rerun,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { helmVersions } from "../../helm-versions.ts";
import { type ExistingObject, serveObjects } from "../../library/csi-volume/serve-objects.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const served = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } } as const;
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } } as const;
const release = { name: "rel", namespace: "data" };

/** A graph with a fork, a join, services, a schedule and a volume; extract and store wait for nothing. */
function createPipeline(ordering: OrderingName, rerun: Rerun = "downstream"): Pipeline {
  const ignored = { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] } as const;
  return definePipeline({
    name: "etl",
    version: "1.0.0",
    ordering,
    rerun,
    volumes: { workspace },
    stages: {
      store: new StatefulStage({ image, ...served, networkPolicy: { enabled: true } }),
      extract: new BatchJob({ image, volumes }),
      clean: new BatchJob({ image, dependsOn: ["extract"], job: { podFailurePolicy: { rules: [ignored] } } }),
      enrich: new BatchJob({ image, dependsOn: ["extract", "store"], networkPolicy: { enabled: true } }),
      load: new BatchJob({ image, dependsOn: ["clean", "enrich"], volumes }),
      nightly: new BatchJob({ image, kind: "CronJob", cron: { schedule: "0 3 * * *" }, dependsOn: ["store"] }),
      ...(ordering === "hooks" ? {} : { serve: new ServiceStage({ image, dependsOn: ["load", "store"], ...served }) }),
    },
  }) as Pipeline; // whichever stages it has
}

const render = (pipeline: Pipeline, values: object = {}) => evaluate(pipeline, { release, values: { ...values } });
type Rendered = ReturnType<typeof render>;

/** The lines of the file that tells a stage's gate what it waits for, the hashes of Jobs left out. */
const linesOf = (rendered: Rendered, stage: string): readonly string[] =>
  (rendered.one("ConfigMap", `rel-${stage}-gate`).data?.["upstream"] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/-[0-9a-f]{8}$/, "-HASH"));
const jobName = (rendered: Rendered, stage: string): string =>
  rendered
    .all("Job")
    .map(({ metadata }) => metadata?.name ?? "")
    .find((name) => name.startsWith(`rel-${stage}`)) ?? "";
const podOf = (rendered: Rendered, stage: string) => rendered.one("Job", jobName(rendered, stage)).spec?.template.spec;

describe("the gates of a pipeline", () => {
  const gates = render(createPipeline("gates"));

  it("wait for the Jobs and the addresses before a stage, and watch what runs before those", () => {
    assert.deepEqual(linesOf(gates, "enrich"), ["extract job rel-extract-HASH", "store tcp rel-store 80"]);
    assert.deepEqual(linesOf(gates, "load"), [
      "clean job rel-clean-HASH",
      "enrich job rel-enrich-HASH",
      "extract before rel-extract-HASH",
    ]);
    assert.deepEqual(linesOf(gates, "serve"), [
      "load job rel-load-HASH",
      "store tcp rel-store 80",
      "clean before rel-clean-HASH",
      "enrich before rel-enrich-HASH",
      "extract before rel-extract-HASH",
    ]);
  });

  it("name the Jobs as they are called", () => {
    const named = gates.one("Role", "rel-load-gate").rules?.[0]?.resourceNames;
    assert.deepEqual(named, [jobName(gates, "clean"), jobName(gates, "enrich"), jobName(gates, "extract")]);
  });

  it("may get these Jobs and nothing else", () => {
    const [rule, ...others] = gates.one("Role", "rel-clean-gate").rules ?? [];
    assert.deepEqual(
      { ...rule, others },
      {
        apiGroups: ["batch"],
        resources: ["jobs"],
        resourceNames: [jobName(gates, "extract")],
        verbs: ["get"],
        others: [],
      },
    );
    assert.deepEqual(gates.one("RoleBinding", "rel-clean-gate").subjects, [
      { kind: "ServiceAccount", name: "rel-clean", namespace: "data" },
    ]);
  });

  it("are not there, nor any right, where a stage waits for nothing", () => {
    const configMaps = gates.all("ConfigMap").filter(({ metadata }) => metadata?.name !== "rel-tests");
    assert.deepEqual(
      configMaps.map(({ metadata }) => metadata?.name),
      [...["clean", "enrich", "load", "nightly", "serve"].map((stage) => `rel-${stage}-gate`), "rel-gates"],
    );
    assert.equal(podOf(gates, "extract")?.initContainers, undefined);
    const roles = gates
      .all("Role")
      .map(({ metadata }) => metadata?.name)
      .filter((name) => name !== "rel-tests");
    assert.deepEqual(
      roles,
      ["clean", "enrich", "load", "serve"].map((stage) => `rel-${stage}-gate`),
    );
  });

  it("run one script of the release, whose name stays the same when it changes, not one of each stage", () => {
    const scripts = gates.all("ConfigMap").filter(({ data }) => data?.["gate.sh"] !== undefined);
    assert.deepEqual(
      scripts.map(({ metadata }) => `${metadata?.namespace}/${metadata?.name}`),
      ["data/rel-gates", "data/rel-tests"],
    );
    const gated = ["clean", "enrich", "load"].map((stage) => podOf(gates, stage));
    for (const pod of [...gated, gates.one("Deployment").spec?.template.spec]) {
      const sources = pod?.volumes?.find(({ name }) => name === "gate")?.projected?.sources ?? [];
      assert.equal(sources[1]?.configMap?.name, "rel-gates");
    }
  });

  it("have their script in each namespace of a stage that waits, once", () => {
    const values = { serve: { namespaceOverride: "web" }, store: { namespaceOverride: "web" } };
    const pipeline = definePipeline({
      name: "etl",
      version: "1.0.0",
      ordering: "gates",
      stages: {
        store: new StatefulStage({ image, ...served }),
        serve: new ServiceStage({ image, dependsOn: ["store"], ...served }),
        load: new BatchJob({ image, dependsOn: ["store"] }),
        report: new BatchJob({ image, dependsOn: ["load"] }),
      },
    }) as Pipeline; // whichever stages it has
    const namespacesWith = (more: object): readonly unknown[] =>
      render(pipeline, { ...values, ...more })
        .all("ConfigMap")
        .filter(({ metadata }) => metadata?.name === "rel-gates")
        .map(({ metadata }) => metadata?.namespace);
    assert.deepEqual(namespacesWith({}), ["web", "data"]);
    assert.deepEqual(namespacesWith({ serve: { enabled: false } }), ["data"]);
    const off = { enabled: false };
    assert.deepEqual(namespacesWith({ serve: off, load: off, report: off }), []);
    // No stage waits where all dependencies are disabled.
    assert.deepEqual(namespacesWith({ store: off, load: off }), []);
    assert.deepEqual(namespacesWith({ store: off }), ["data"]);
  });

  it("alone have the token", () => {
    const pod = podOf(gates, "load");
    assert.equal(pod?.automountServiceAccountToken, false);
    const withToken = (pod?.volumes ?? []).filter(({ projected }) =>
      projected?.sources?.some(({ serviceAccountToken }) => serviceAccountToken !== undefined),
    );
    assert.deepEqual(
      withToken.map(({ name }) => name),
      ["gate"],
    );
    const mounting = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].filter(({ volumeMounts }) =>
      volumeMounts?.some(({ name }) => name === "gate"),
    );
    assert.deepEqual(
      mounting.map(({ name, securityContext }) => [name, securityContext]),
      [["gate", { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } }]],
    );
  });

  it("end the Job of their stage at once, before the user's own rules", () => {
    const { rules } = gates.one("Job", jobName(gates, "clean")).spec?.podFailurePolicy ?? {};
    assert.deepEqual(rules, [
      { action: "FailJob", onExitCodes: { containerName: "gate", operator: "In", values: [40, 41, 42] } },
      { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
    ]);
    assert.equal(gates.one("Job", jobName(gates, "extract")).spec?.podFailurePolicy, undefined);
  });

  it("hold a service back until its first success only: its pods stay as they are when Jobs change", () => {
    const changed = render(createPipeline("gates"), { extract: { args: ["--all"] } });
    assert.notEqual(jobName(changed, "load"), jobName(gates, "load"));
    assert.deepEqual(changed.one("Deployment").spec, gates.one("Deployment").spec);
    const [gate] = gates.one("Deployment").spec?.template.spec?.initContainers ?? [];
    assert.deepEqual(gate?.command, ["sh", "/gate/gate.sh", "serve"]);
  });

  it("give a Deployment the time in which its pods wait", () => {
    assert.equal(gates.one("Deployment").spec?.progressDeadlineSeconds, 86400 + 600);
    const most = render(createPipeline("gates"), {
      global: { pipeline: { gate: { timeoutSeconds: 2147483647 } } },
      serve: { progressDeadlineSeconds: 900 },
    });
    assert.equal(most.one("Deployment").spec?.progressDeadlineSeconds, 2147483647);
  });

  it("replace a disabled dependency by its own dependencies", () => {
    const without = render(createPipeline("gates"), { clean: { enabled: false }, store: { enabled: false } });
    assert.deepEqual(linesOf(without, "load"), ["enrich job rel-enrich-HASH", "extract job rel-extract-HASH"]);
    const alone = render(createPipeline("gates"), { extract: { enabled: false }, store: { enabled: false } });
    assert.equal(podOf(alone, "enrich")?.initContainers, undefined);
  });

  it("schedule the pods that share a claim of one node to the same node", () => {
    const label = { "volume-workspace-data": "ReadWriteOnce" };
    const { metadata, spec } = gates.one("Job", jobName(gates, "load")).spec?.template ?? {};
    assert.equal(metadata?.labels?.["volume-workspace-data"], "ReadWriteOnce");
    assert.deepEqual(spec?.affinity, {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            labelSelector: { matchLabels: { "app.kubernetes.io/instance": "rel", ...label } },
            topologyKey: "kubernetes.io/hostname",
          },
        ],
      },
    });
    const shared = render(createPipeline("gates"), {
      workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteMany"] } } } },
    });
    assert.equal(podOf(shared, "load")?.affinity, undefined);
  });

  it("reach the API server and each other's Services through network policies", () => {
    const egress = gates.one("NetworkPolicy", "rel-enrich").spec?.egress ?? [];
    assert.deepEqual(egress.slice(1), [
      {
        to: [
          {
            podSelector: {
              matchLabels: { "app.kubernetes.io/name": "store", "app.kubernetes.io/instance": "rel" },
            },
          },
        ],
      },
      {
        ports: [
          { port: 443, protocol: "TCP" },
          { port: 6443, protocol: "TCP" },
        ],
      },
    ]);
    const ingress = gates.one("NetworkPolicy", "rel-store").spec?.ingress ?? [];
    const names = ingress.flatMap(({ from }) => from ?? []).map(({ podSelector }) => podSelector?.matchLabels ?? {});
    assert.deepEqual(
      names.map((labels) => labels["app.kubernetes.io/name"] ?? labels["app.kubernetes.io/component"]),
      ["enrich", "nightly", "serve", "test"],
    );
  });

  it("see the Jobs before those services that alone they wait for", () => {
    const store = new StatefulStage({ image, dependsOn: ["extract"], ...served });
    const stages = { extract: new BatchJob({ image }), store, load: new BatchJob({ image, dependsOn: ["store"] }) };
    const rendered = render(definePipeline({ name: "etl", version: "1.0.0", stages }), {
      load: { networkPolicy: { enabled: true } },
    });
    assert.deepEqual(linesOf(rendered, "load"), ["store tcp rel-store 80", "extract before rel-extract-HASH"]);
    assert.deepEqual(rendered.one("Role", "rel-load-gate").rules?.[0]?.resourceNames, [jobName(rendered, "extract")]);
    const files = podOf(rendered, "load")?.volumes?.find(({ name }) => name === "gate")?.projected?.sources ?? [];
    assert.ok(files.some(({ serviceAccountToken }) => serviceAccountToken !== undefined));
    const egress = rendered.one("NetworkPolicy", "rel-load").spec?.egress ?? [];
    assert.deepEqual(
      egress.at(-1)?.ports?.map(({ port }) => port),
      [443, 6443],
    );
  });

  it("let a changed stage run again with all that follow it, and nothing else", () => {
    const changed = render(createPipeline("gates"), { clean: { image: { tag: "1.37" } } });
    const renamed = ["extract", "clean", "enrich", "load"].filter(
      (stage) => jobName(changed, stage) !== jobName(gates, stage),
    );
    assert.deepEqual(renamed, ["clean", "load"]);
  });

  it("let a changed stage run again alone where the pipeline says self", () => {
    const pipeline = createPipeline("gates", "self");
    const [before, after] = [render(pipeline), render(pipeline, { clean: { image: { tag: "1.37" } } })];
    const renamed = ["extract", "clean", "enrich", "load"].filter(
      (stage) => jobName(after, stage) !== jobName(before, stage),
    );
    assert.deepEqual(renamed, ["clean"]);
    assert.ok(linesOf(after, "load").includes("clean job rel-clean-HASH"));
  });

  it("let all Jobs run again with another run id", () => {
    const again = render(createPipeline("gates"), { global: { pipeline: { runId: "2" } } });
    for (const stage of ["extract", "clean", "enrich", "load"]) {
      assert.notEqual(jobName(again, stage), jobName(gates, stage));
    }
  });

  it("are of the image, with the patience and the resources that the values say", () => {
    const gate = {
      image: { registry: "registry.example.com", digest: `sha256:${"0".repeat(64)}` },
      timeoutSeconds: 60,
    };
    const own = render(createPipeline("gates"), { global: { pipeline: { gate } } });
    const [container] = podOf(own, "load")?.initContainers ?? [];
    assert.equal(container?.image, `registry.example.com/curlimages/curl@sha256:${"0".repeat(64)}`);
    assert.equal(own.one("ConfigMap", "rel-load-gate").data?.["timeout"], "60");
  });

  const refused: readonly (readonly [string, object, RegExp])[] = [
    [
      "a Job that becomes a CronJob",
      { clean: { kind: "CronJob", cron: { schedule: "@daily" } } },
      /^clean: kind: expected Job/,
    ],
    [
      "a time to live",
      { clean: { job: { ttlSecondsAfterFinished: 1 } } },
      /^clean: job\.ttlSecondsAfterFinished: expected none/,
    ],
    ["pods that restart", { load: { restartPolicy: "OnFailure" } }, /^load: restartPolicy: expected Never/],
    [
      "pods that are replaced while they end",
      { load: { job: { podReplacementPolicy: "TerminatingOrFailed" } } },
      /^load: job\.podReplacementPolicy: expected Failed/,
    ],
    [
      "a Job in another namespace",
      { clean: { namespaceOverride: "other" } },
      /^load: namespaceOverride: expected the namespace of the dependency clean, other, got data$/,
    ],
    [
      "a stage without a TCP port",
      { store: { service: { ports: { http: { protocol: "UDP" } } } } },
      /^serve: store\.service\.ports: expected a TCP port in a stage with dependents, got none$/,
    ],
    [
      "a container called gate",
      { load: { initContainers: { gate: { image } } } },
      /^load: initContainers\.gate: expected another name/,
    ],
    [
      "a ConfigMap called gate",
      { load: { configMaps: { gate: { data: {} } } } },
      /^load: configMaps\.gate: expected another name/,
    ],
    [
      "a volume called gate",
      { load: { volumes: { gate: { mountPath: "/a", emptyDir: {} } } } },
      /^load: volumes\.gate: expected another name/,
    ],
  ];
  for (const [what, values, message] of refused) {
    it(`refuse ${what}`, () => {
      assert.throws(() => render(createPipeline("gates"), values), { name: "RenderError", message });
    });
  }
});

describe("the hooks of a pipeline", () => {
  const hooks = render(createPipeline("hooks"));

  it("run the batch stages after an install or an upgrade, in the order of the graph, under one name each", () => {
    const annotations = Object.fromEntries(
      hooks.all("Job").map(({ metadata }) => [metadata?.name, metadata?.annotations]),
    );
    const weighted = (weight: string) => ({
      "helm.sh/hook": "post-install,post-upgrade",
      "helm.sh/hook-delete-policy": "before-hook-creation",
      "helm.sh/hook-weight": weight,
    });
    assert.deepEqual(annotations, {
      "rel-extract": weighted("0"),
      "rel-clean": weighted("1"),
      "rel-enrich": weighted("1"),
      "rel-load": weighted("2"),
    });
  });

  it("wait for Services, which Helm does not, in a gate without any right", () => {
    assert.deepEqual(linesOf(hooks, "enrich"), ["store tcp rel-store 80"]);
    assert.deepEqual(
      hooks.all("Role").map(({ metadata }) => metadata?.name),
      ["rel-tests"],
    );
    assert.equal(podOf(hooks, "load")?.initContainers, undefined);
  });
});

describe("the orderings of a pipeline, compared with real Helm", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-"));
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  it("list for a service the stages that have succeeded once, read from the cluster", async () => {
    const pipeline = createPipeline("gates");
    const chart = join(directory, "passed", pipeline.name);
    await writeTree(chart, printPipeline(pipeline), { base: directory });
    const complete = [{ type: "Complete", status: "True" }];
    const job = (name: string, conditions: readonly object[]): ExistingObject => ({
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { name, namespace: release.namespace },
      status: { conditions },
    });
    const upstream =
      "load job rel-load-1\nstore tcp rel-store 80\nclean before rel-clean-1\nextract before rel-extract-1\n";
    const server = await serveObjects(
      [
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: {
            name: "rel-serve-gate",
            namespace: release.namespace,
            labels: { "app.kubernetes.io/managed-by": "Helm" },
            annotations: {
              "meta.helm.sh/release-name": release.name,
              "meta.helm.sh/release-namespace": release.namespace,
            },
          },
          data: { upstream, passed: "enrich" },
        },
        job("rel-load-1", complete),
        job("rel-clean-1", [{ type: "Complete", status: "False" }]),
        job("rel-extract-1", [{ type: "Suspended", status: "False" }, ...complete]),
      ],
      directory,
    );
    try {
      for (const version of helmVersions) {
        const args = ["template", release.name, chart, "--namespace", release.namespace];
        const { code, stdout, stderr } = await runHelm(
          await findHelm({ version }),
          [...args, "--dry-run=server", "--disable-openapi-validation"],
          { env: { KUBECONFIG: server.kubeconfig } },
        );
        assert.equal(code, 0, stderr);
        const found = byName(readManifests(stdout)) as Readonly<Record<string, { data?: { passed?: string } }>>;
        assert.equal(found["ConfigMap rel-serve-gate"]?.data?.passed, "enrich extract load");
        assert.equal(found["ConfigMap rel-load-gate"]?.data?.passed, undefined);
      }
    } finally {
      await server.close();
    }
  });

  const disabled = [[], ["clean"], ["extract", "store"]];
  for (const ordering of ["gates", "hooks", "none"] as const) {
    it(`render with ${ordering} what is computed, also without some stages`, async () => {
      const pipeline = createPipeline(ordering);
      const chart = join(directory, ordering, pipeline.name);
      await writeTree(chart, printPipeline(pipeline), { base: directory });
      for (const version of helmVersions) {
        for (const stages of disabled) {
          const set = stages.map((stage) => `${stage}.enabled=false`);
          const rendered = await templateChart(await findHelm({ version }), chart, {
            release: release.name,
            namespace: release.namespace,
            set,
          });
          const off = Object.fromEntries(stages.map((stage) => [stage, { enabled: false }]));
          assert.deepEqual(byName(render(pipeline, off).objects), byName(readManifests(rendered)));
        }
      }
    });
  }
});

/** Objects by what names them. */
function byName(objects: readonly object[]): object {
  const plain = JSON.parse(JSON.stringify(objects)) as { kind: string; metadata: { name: string } }[];
  return Object.fromEntries(plain.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}
