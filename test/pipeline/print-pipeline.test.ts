import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { writeTree } from "../../cli/files/write-tree.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { runProcess } from "../../cli/helm/run-process.ts";
import { type TemplateChartOptions, templateChart } from "../../cli/helm/template-chart.ts";
import { printReadme } from "../../generator/chart/readme.ts";
import { printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type Files,
  type Pipeline,
  printPipeline,
  ServiceStage,
  StatefulStage,
  ValuesError,
  withEnvironment,
} from "../../generator/mod.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { helmVersions } from "../helm-versions.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const data = { mountPath: "/data", pipelineVolume: workspace.volume("data") } as const;
const store = new StatefulStage({
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
});
const pipeline = definePipeline({
  name: "etl",
  version: "1.0.0",
  volumes: { workspace },
  stages: {
    store,
    extract: new BatchJob({ image, volumes: { data } }),
    transform: new BatchJob({ dependsOn: ["extract"], image, volumes: { data } }),
    load: new BatchJob({ dependsOn: ["transform"], image, volumes: { data } }),
    serve: new ServiceStage({
      image,
      env: { STORE: { fromService: store.address("hostPort", "http") } },
      ports: { http: { containerPort: 8080 } },
      networkPolicy: { enabled: true, fromStages: ["load"] },
    }),
  },
});

/** A pipeline of batch stages that form one chain. */
function createChain(count: number): Pipeline {
  const stages = Array.from({ length: count }, (_, i): [string, BatchJob<string>] => [
    `stage${i}`,
    new BatchJob({ image, dependsOn: i > 0 ? [`stage${i - 1}`] : [] }),
  ]);
  return definePipeline({ name: "chain", version: "1.0.0", stages: Object.fromEntries(stages) });
}

describe("printPipeline()", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-"));
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  // The fields that the tests look at; what Helm prints has more.
  interface Rendered {
    readonly kind: string;
    readonly metadata: { readonly name: string };
    // biome-ignore lint/suspicious/noExplicitAny: a rendered object has the shape of its kind
    readonly spec: any;
  }
  const renderFiles = async (
    name: string,
    files: Files,
    options: TemplateChartOptions = {},
  ): Promise<readonly Rendered[]> => {
    await writeTree(join(directory, name), files, { base: directory });
    const helm = await findHelm({ version: "4.1.4" });
    return readManifests(await templateChart(helm, join(directory, name), options)) as unknown as Rendered[];
  };
  const render = (of: Pipeline, set: string[] = [], release = "rel"): Promise<readonly Rendered[]> =>
    renderFiles(of.name, printPipeline(of), { release, set });
  const jobs = (objects: readonly Rendered[]) => objects.filter(({ kind }) => kind === "Job");
  const names = (containers: readonly { readonly name: string }[]) => containers.map(({ name }) => name);

  it("renders a chain of batch stages as one Job whose containers run in order", async () => {
    const [job, ...others] = jobs(await render(pipeline));
    assert.equal(others.length, 0);
    assert.match(job?.metadata.name ?? "", /^rel-load-[0-9a-f]{8}$/);
    const pod = job?.spec.template.spec;
    assert.deepEqual(names(pod.initContainers), ["extract", "transform"]);
    assert.deepEqual(names(pod.containers), ["load"]);
  });

  it("lists a claim that all stages of a chain mount once", async () => {
    const [job] = jobs(await render(pipeline));
    const pod = job?.spec.template.spec;
    const claims = pod.volumes.filter((volume: object) => "persistentVolumeClaim" in volume);
    assert.deepEqual(claims, [{ name: "workspace-data", persistentVolumeClaim: { claimName: "rel-workspace-data" } }]);
    for (const container of [...pod.initContainers, ...pod.containers]) {
      assert.deepEqual(container.volumeMounts[0], { name: "workspace-data", mountPath: "/data" });
    }
  });

  it("adds to the pod of a chain what its earlier stages need there", async () => {
    const stages = {
      extract: new BatchJob({
        image: { ...image, pullSecrets: ["extract-registry"] },
        configMaps: { settings: { data: { depth: "1" } } },
        sidecars: { proxy: { image } },
      }),
      load: new BatchJob({ dependsOn: ["extract"], image }),
    };
    const chain = definePipeline({ name: "chain", version: "1.0.0", stages });
    const [job] = jobs(await render(chain));
    const { metadata, spec: pod } = job?.spec.template ?? {};
    assert.deepEqual(pod.imagePullSecrets, [{ name: "extract-registry" }]);
    assert.deepEqual(Object.keys(metadata.annotations), ["checksum/extract"]);
    assert.deepEqual(names(pod.initContainers), ["extract-proxy", "extract"]);
    assert.equal(pod.initContainers[0].restartPolicy, "Always");
  });

  it("refuses a probe of an earlier stage of a chain, whose container runs to its end", () => {
    const readinessProbe = { exec: { command: ["true"] } };
    const stages = {
      extract: new BatchJob({ image, readinessProbe }),
      load: new BatchJob({ dependsOn: ["extract"], image }),
    };
    assert.throws(() => definePipeline({ name: "chain", version: "1.0.0", stages }), {
      name: "PipelineError",
      message: /extract\.readinessProbe: expected the same as in load, in whose pod the stages extract, load run/,
    });
  });

  it("refuses a sidecar that is no init container in a stage that runs in another one's pod", async () => {
    const stages = {
      extract: new BatchJob({ image, sidecars: { proxy: { image, native: false } } }),
      load: new BatchJob({ dependsOn: ["extract"], image }),
    };
    const refusal = /sidecars\.proxy\.native: expected true in a stage that runs in the pod of a later one, got false/;
    assert.throws(() => printPipeline(definePipeline({ name: "chain", version: "1.0.0", stages })), refusal);
    const native = { ...stages, extract: new BatchJob({ image, sidecars: { proxy: { image } } }) };
    const chain = definePipeline({ name: "chain", version: "1.0.0", stages: native });
    await assert.rejects(render(chain, ["extract.sidecars.proxy.native=false"]), refusal);
  });

  it("says in the notes where services answer", () => {
    const notes = printPipeline(pipeline).get("templates/NOTES.txt") ?? "";
    assert.match(notes, /\}\}\n\nServices answer inside the cluster at:\n/);
    assert.match(
      notes,
      /\{\{ \$serviceName \}\} \(\{\{ \$portName \}\}\): \{\{ \$service\.host \}\}:\{\{ toJson \$port \}\}/,
    );
  });

  it("says in the notes how to read the log of each stage of a chain, whose container has the stage's name", async () => {
    const notes = printPipeline(pipeline).get("templates/NOTES.txt") ?? "";
    assert(notes.includes("Read the log of one of the stages extract, transform, load:\n"), notes);
    const [job] = jobs(await render(pipeline));
    assert.deepEqual(names(job?.spec.template.spec.initContainers), ["extract", "transform"]);
    assert.deepEqual(names(job?.spec.template.spec.containers), ["load"]);
  });

  it("lets the last stage that is enabled render the chain", async () => {
    const [job] = jobs(await render(pipeline, ["load.enabled=false"]));
    assert.match(job?.metadata.name ?? "", /^rel-transform-[0-9a-f]{8}$/);
    assert.deepEqual(names(job?.spec.template.spec.initContainers), ["extract"]);
    const [short] = jobs(await render(pipeline, ["extract.enabled=false"]));
    assert.deepEqual(names(short?.spec.template.spec.initContainers), ["transform"]);
  });

  it("renders each batch stage as a Job of its own without an ordering", async () => {
    const stages = { a: new BatchJob({ image }), b: new BatchJob({ dependsOn: ["a"], image }) };
    const alone = definePipeline({ name: "alone", version: "1.0.0", ordering: "none", stages });
    const found = jobs(await render(alone)).map(({ metadata }) => metadata.name.slice(0, -9));
    assert.deepEqual(found.sort(), ["rel-a", "rel-b"]);
  });

  it("gives containers the address of another stage as it really is", async () => {
    const address = async (set: string[]) => {
      const objects = await render(pipeline, set);
      return objects.find(({ kind }) => kind === "Deployment")?.spec.template.spec.containers[0].env[0].value;
    };
    assert.equal(await address([]), "rel-store:80");
    assert.equal(await address(["store.fullnameOverride=db", "store.service.ports.http.port=8000"]), "db:8000");
  });

  it("selects the pods of another stage in a network policy", async () => {
    const policy = (await render(pipeline)).find(({ kind }) => kind === "NetworkPolicy");
    assert.deepEqual(policy?.spec.ingress, [
      {
        from: [
          { podSelector: { matchLabels: { "app.kubernetes.io/name": "load", "app.kubernetes.io/instance": "rel" } } },
        ],
      },
      {
        from: [
          {
            podSelector: {
              matchLabels: { "app.kubernetes.io/instance": "rel", "app.kubernetes.io/component": "test" },
            },
          },
        ],
      },
    ]);
  });

  it("names objects by release and stage, also when the release has the stage's name in it", async () => {
    const deployment = (await render(pipeline, [], "serve")).find(({ kind }) => kind === "Deployment");
    assert.equal(deployment?.metadata.name, "serve-serve");
  });

  it("names the volume when a stage that makes it is disabled", async () => {
    await assert.rejects(
      render(pipeline, ["workspace.enabled=false"]),
      /: extract: volumes\.data\.pipelineVolume: no stage "workspace" with a volume "data" in this pipeline/,
    );
  });

  it("refuses an environment with a key that no stage has", () => {
    // @ts-expect-error: the compiler refuses the key too
    const wrong = withEnvironment(pipeline, "prod", { lod: { enabled: false } });
    assert.throws(() => printPipeline(wrong), {
      name: "ValuesError",
      message: 'Cannot use environment prod of pipeline etl: lod: unknown key, did you mean "load"?',
    });
  });

  it("refuses an environment with a wrong value", () => {
    const wrong = withEnvironment(pipeline, "prod", { load: { job: { backoffLimit: -1 } } });
    assert.throws(() => printPipeline(wrong), ValuesError);
  });

  it("has a subchart for each stage and volume, with the version and the defaults of its library chart, and no other", () => {
    const files = printPipeline(pipeline);
    const found = [...files].filter(([path]) => /^charts\/.*\.yaml$/.test(path));
    const expected = [...pipeline.parts].flatMap(([name, { stage }]) => [
      [`charts/${name}/Chart.yaml`, { name, version: stage.chart.version }],
      [`charts/${name}/values.yaml`, parse(printChart(stage.chart).get("values.yaml") ?? "")],
    ]);
    assert.partialDeepStrictEqual(
      Object.fromEntries(found.map(([path, text]) => [path, parse(text)])),
      Object.fromEntries(expected),
    );
    assert.equal(found.length, expected.length);
  });

  it("has a page for each library chart that it uses, outside of what Helm packages", () => {
    const files = printPipeline(pipeline);
    const pages = [...files].filter(([path]) => path.startsWith("docs/"));
    assert.deepEqual(
      pages,
      library.map((chart) => [`docs/${chart.name}.md`, printReadme(chart, pipeline.name)]),
    );
    assert.match(files.get(".helmignore") ?? "", /^\/docs\/$/m);
    assert.match(files.get("README.md") ?? "", /^\| `load` \| \[batch-job\]\(docs\/batch-job\.md\) \|/m);
  });

  it("printPipeline() has each named template of its stages' charts once, under a name that begins with the pipeline's", () => {
    const files = [...printPipeline(pipeline)].filter(([path]) => path.includes("templates/"));
    const names = (form: RegExp): readonly string[] =>
      files.flatMap(([, text]) => [...text.matchAll(form)].map(([, name = ""]) => name));
    const defined = names(/\{\{- define "([^"]+)"/g);
    assert.deepEqual([...defined].sort(), [...new Set(defined)].sort());
    assert.deepEqual(
      defined.filter((name) => !/^etl[./]/.test(name)),
      [],
    );
    assert.deepEqual(
      names(/include "([^"]+)"/g).filter((name) => !defined.includes(name)),
      [],
    );
    for (const name of [
      "batch-job.job",
      "stateful-stage.statefulSet",
      "allStages.checkVolumes",
      "allStages.volumeNames",
    ])
      assert(defined.includes(`etl/${name}`), name);
    assert(!defined.some((name) => name.includes("connection")), "tests of the charts");
    for (const [path, text] of files.filter(([name]) => name.startsWith("charts/"))) {
      assert.match(path, /^charts\/[^/]+\/templates\/_stage.tpl$/);
      assert.match(text, /^(\{\{- \/\* .* \*\/ -\}\}\n){2}$/);
    }
  });

  it("real Helm lints a pipeline with its stages' charts strictly", async () => {
    const directory = await mkdtemp(join(tmpdir(), "chartwright-lint-"));
    try {
      const chart = join(directory, "etl");
      await writeTree(chart, printPipeline(pipeline), { base: directory });
      for (const version of helmVersions) {
        const helm = await findHelm({ version });
        const { code, stdout, stderr } = await runProcess(helm.path, ["lint", "--strict", "--with-subcharts", chart]);
        assert.equal(code, 0, stdout + stderr);
      }
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it("printPipeline() prints a stage of a chain in as many words, however long the chain is", () => {
    const sizes = [10, 20].map((count) => {
      const files = printPipeline(createChain(count));
      const texts = [...files].filter(([path]) => path.startsWith("templates/")).map(([, text]) => text.length);
      return texts.reduce((sum, size) => sum + size, 0) / count;
    });
    const [few = 0, many = 0] = sizes;
    assert(many < few * 1.1, `${many} bytes of templates for a stage of 20, ${few} for one of 10`);
  });

  it("printPipeline() has Helm compute once what all stages may know", async () => {
    const files = new Map(printPipeline(pipeline));
    const helpers = files.get("templates/_helpers.tpl") ?? "";
    // Each time that the context is computed, it counts itself in the root.
    const counted = `{{- define "etl.context" -}}\n{{- $_ := set . "count" (add1 (default 0 .count)) }}`;
    files.set("templates/_helpers.tpl", helpers.replace('{{- define "etl.context" -}}', counted));
    files.set("templates/a-last.yaml", "kind: Count\nmetadata:\n  name: count\nspec: {{ .count }}\n");
    const objects = await renderFiles("counted", files);
    assert.equal(objects.find(({ kind }) => kind === "Count")?.spec, 1);
  });
});
