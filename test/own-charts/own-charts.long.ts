import assert from "node:assert/strict";
import { cp, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { readTree } from "../../cli/files/read-tree.ts";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import { lintChart } from "../../cli/helm/lint-chart.ts";
import { runHelm } from "../../cli/helm/run-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { checkObjects, formatFinding } from "../../generator/mod.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { findArchive, repository } from "../cli/use-project.ts";
import { makeTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { helmVersions } from "../helm-versions.ts";
import { chartwright, chartwrightBin, install, type Manager, managers, pack, succeed } from "./package-manager.ts";
import { placeCharts, placeProject } from "./user-files.ts";

const compiler = join(repository, "node_modules/typescript/bin/tsc");
/** What npm's copy generates: the charts alone, and as stages in each ordering; pnpm's copy does the first three. */
const definitions = [
  "collector",
  "migration",
  "pipelines/gates",
  "pipelines/hooks",
  "pipelines/in-pod",
  "pipelines/none",
  "scratch",
];

/** Compiles and packs the charts, where pnpm keeps each package from what it does not name; returns the archive. */
async function packCharts(root: string, archive: string): Promise<string> {
  const charts = join(root, "charts");
  await placeCharts(charts, archive);
  await install("pnpm", charts);
  await succeed("node", [compiler, "--project", "."], charts);
  return await pack(charts, root);
}

/** An object as far as these tests read it. */
interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly backoffLimit?: number;
    readonly template: {
      readonly spec: Readonly<Record<"containers" | "initContainers", readonly Readonly<Record<string, unknown>>[]>>;
    };
  };
}

// Names of Jobs end in a hash.
const plain = (text: string): string => text.replaceAll(/-[0-9a-f]{8}(?![0-9a-z])/g, "-HASH");
const read = (text: string): readonly Rendered[] => readManifests(text) as unknown as readonly Rendered[]; // they are objects
const describeAll = (objects: readonly Rendered[]): readonly string[] =>
  objects.map(({ kind, metadata }) => plain(`${kind} ${metadata.name}`)).sort();
const namesOf = (list: readonly { readonly name?: unknown }[] = []) => list.map(({ name }) => name);

describe("The charts of a user, in a package of their own", function () {
  // Package managers, a compiler and a registry's cache: on a loaded machine that takes its time.
  this.timeout(180_000);
  let root: string;
  const projects = new Map<Manager, string>();
  const projectOf = (manager: Manager): string => projects.get(manager) ?? "";
  const chartOf = (name: string): string => join(projectOf("npm"), "charts", name);

  before(async () => {
    root = await makeTemporaryDirectory();
    const archive = await findArchive();
    const archives = { chartwright: archive, "my-charts": await packCharts(root, archive) };
    await Promise.all(
      managers.map(async (manager) => {
        const project = join(root, manager);
        projects.set(manager, project);
        await placeProject(project, archives);
        await install(manager, project);
        const files = (manager === "npm" ? definitions : definitions.slice(0, 3)).map((name) => `${name}.ts`);
        const { code, stdout, stderr } = await chartwright(manager, project, ["generate", ...files]);
        assert.equal(code, 0, stderr);
        assert.match(stdout, /^ {2}charts\/collector +written/);
      }),
    );
  });
  after(() => rm(root, { recursive: true, force: true }));

  /** Renders a chart of the project with one of its environments, or with its ci values. */
  async function render(name: string, values: string, version?: BundledVersion) {
    const helm = await findHelm(version === undefined ? {} : { version });
    return await templateChart(helm, chartOf(name), { release: "rel", valuesFiles: [join(chartOf(name), values)] });
  }

  /** The objects of a pipeline as its default Helm renders them. */
  const renderPlain = async (name: string) =>
    read(await templateChart(await findHelm(), chartOf(name), { release: "rel" }));

  it("npm and pnpm install what writes the same charts, alone and as stages", async () => {
    const [npm, pnpm] = await Promise.all(managers.map((manager) => readTree(join(projectOf(manager), "charts"))));
    const shared = [...(npm ?? [])].filter(([path]) => /^(collector|migration|gates)\//.test(path));
    assert.deepEqual(pnpm, new Map(shared));
    for (const path of ["collector/templates/daemon-set.yaml", "gates/templates/collector/_daemon-set.tpl"]) {
      assert.match(pnpm?.get(path) ?? "", /^kind: DaemonSet$/m);
    }
  });

  for (const manager of managers) {
    it(`what ${manager} installs types their values, in stages and in environments`, async () => {
      await succeed("node", [compiler, "--project", "."], projectOf(manager));
    });
  }

  for (const version of helmVersions) {
    it(`Helm ${version} finds nothing wrong in them, and renders what the rules take`, async () => {
      const helm = await findHelm({ version });
      const variants = [
        ...["collector", "migration"].map((name) => [name, "ci/default-values.yaml"] as const),
        ...["prod", "small"].map((name) => ["gates", `environments/${name}.yaml`] as const),
      ];
      for (const [name, values] of variants) {
        await lintChart(helm, chartOf(name), [join(chartOf(name), values)]);
        const text = await render(name, values, version);
        assert.equal(text, await render(name, values), name);
        const findings = checkObjects(readManifests(text) as never, { releaseNamespace: "default" });
        assert.deepEqual(findings.map(formatFinding), [], name);
      }
    });
  }

  it("the files of each alone name the source that its definition names, or the file of the user", async () => {
    const files = await readTree(join(projectOf("npm"), "charts"));
    const sources = ["collector/values.yaml", "scratch/values.yaml", "scratch/values.schema.json"].map(
      (path) => /Generated by Chartwright from ([\w/.]+)/.exec(files.get(path) ?? "")?.[1],
    );
    assert.deepEqual(sources, ["src/collector.ts", "scratch.ts", "scratch.ts"]);
  });

  it("no file of theirs names a file that the user does not have", async () => {
    const files = await readTree(join(projectOf("npm"), "charts"));
    const own = [...files].filter(([path]) => /^(gates\/templates\/)?(collector|migration|scratch)\//.test(path));
    assert(own.length > 60, `${own.length} files`);
    assert.deepEqual(
      own.filter(([, text]) => /\bgenerator\//.test(text)).map(([path]) => path),
      [],
    );
    assert.match(
      files.get("collector/templates/service.yaml") ?? "",
      /^\{\{- \/\* Generated by Chartwright from a template of chartwright\/chart, for src\/collector\.ts\. \*\/ -\}\}\n/,
    );
  });

  it("each alone has its objects and its test", async () => {
    const [collector, migration] = await Promise.all(
      ["collector", "migration"].map(async (name) => read(await render(name, "ci/default-values.yaml"))),
    );
    assert.deepEqual(describeAll(collector ?? []), [
      "DaemonSet rel-collector",
      "Pod rel-collector-test",
      "Service rel-collector",
      "ServiceAccount rel-collector",
    ]);
    assert.deepEqual(describeAll(migration ?? []), [
      "Job rel-migration-v1-HASH",
      "Pod rel-migration-test",
      "Role rel-migration-test",
      "RoleBinding rel-migration-test",
      "ServiceAccount rel-migration",
    ]);
  });

  it("an environment sets their values, and their dependents wait in gates", async () => {
    const objects = read(await render("gates", "environments/prod.yaml"));
    assert.deepEqual(
      describeAll(objects).filter((object) => /^(DaemonSet|Job|Deployment|Pod) /.test(object)),
      [
        "DaemonSet rel-agent",
        "Deployment rel-web",
        "Job rel-audit-v1-HASH",
        "Job rel-load-HASH",
        "Job rel-schema-v2-HASH",
        "Pod rel-tests",
      ],
    );
    const find = (kind: string, name: string) =>
      objects.find((object) => object.kind === kind && plain(object.metadata.name) === name);
    assert.equal(find("DaemonSet", "rel-agent")?.spec?.template.spec.containers[0]?.["image"], "busybox:1.37");
    assert.equal(find("Job", "rel-schema-v2-HASH")?.spec?.backoffLimit, 5);
    const gates = ["load", "audit", "web"].map((stage) => find("ConfigMap", `rel-${stage}-gate`)?.data?.["upstream"]);
    assert.deepEqual(
      gates.map((upstream) => plain(upstream ?? "")),
      [
        "agent tcp rel-agent 80\nschema job rel-schema-v2-HASH\n",
        "load job rel-load-HASH\nschema before rel-schema-v2-HASH\n",
        "agent tcp rel-agent 80\naudit job rel-audit-v1-HASH\nload before rel-load-HASH\nschema before rel-schema-v2-HASH\n",
      ],
    );
    const waiting = objects.filter(({ spec }) => namesOf(spec?.template?.spec.initContainers).includes("gate"));
    assert.deepEqual(describeAll(waiting), ["Deployment rel-web", "Job rel-audit-v1-HASH", "Job rel-load-HASH"]);
  });

  it("helm test of the pipeline looks at them", async () => {
    const objects = read(await render("gates", "environments/prod.yaml"));
    const tests = objects.filter(({ metadata }) => metadata.annotations?.["helm.sh/hook"] === "test");
    const [files] = tests.filter(({ kind }) => kind === "ConfigMap");
    assert.equal(
      plain(files?.data?.["upstream"] ?? ""),
      [
        ...["agent tcp rel-agent 80", "audit job rel-audit-v1-HASH", "load job rel-load-HASH"],
        ...["schema job rel-schema-v2-HASH", "web tcp rel-web 80", ""],
      ].join("\n"),
    );
  });

  it("with ordering hooks their Jobs are hooks, and a batch stage waits for their DaemonSet", async () => {
    const objects = await renderPlain("hooks");
    const jobs = objects.filter(({ kind }) => kind === "Job");
    assert.deepEqual(
      jobs.map(({ metadata: { name, annotations } }) => [name, annotations?.["helm.sh/hook-weight"]]),
      [
        ["rel-audit-v1", "2"],
        ["rel-load", "1"],
        ["rel-schema-v1", "0"],
      ],
    );
    const gates = objects.filter(({ kind, metadata }) => kind === "ConfigMap" && metadata.name.endsWith("-gate"));
    assert.deepEqual(
      gates.map(({ metadata, data }) => [metadata.name, data?.["upstream"]]),
      [["rel-load-gate", "agent tcp rel-agent 80\n"]],
    );
  });

  it("with ordering inPod their Job runs before others in one pod, and has the pod of others", async () => {
    const [job, ...others] = (await renderPlain("in-pod")).filter(({ kind }) => kind === "Job");
    assert.deepEqual(others, []);
    assert.equal(plain(job?.metadata.name ?? ""), "rel-audit-v1-HASH");
    assert.deepEqual(namesOf(job?.spec?.template.spec.initContainers), ["schema", "load"]);
    assert.deepEqual(namesOf(job?.spec?.template.spec.containers), ["audit"]);
  });

  it("with ordering none nothing waits for them", async () => {
    const objects = await renderPlain("none");
    assert.deepEqual(
      objects.filter(({ spec }) => spec?.template?.spec.initContainers !== undefined),
      [],
    );
  });

  it("the notes name them, how to watch them, and where they answer", async () => {
    const notesOf = async (name: string, values: string) => {
      const args = ["install", "rel", chartOf(name), "--namespace", "data", "--dry-run=client"];
      const { code, stdout, stderr } = await runHelm(await findHelm(), [
        ...args,
        `--values=${join(chartOf(name), values)}`,
      ]);
      assert.equal(code, 0, stderr);
      return plain(stdout.slice(stdout.indexOf("NOTES:")));
    };
    const pipeline = await notesOf("gates", "environments/prod.yaml");
    for (const text of [
      "\n  agent   service\n  schema  batch stage\n",
      "\n  load    batch stage, after agent, schema\n",
      "\n  agent (http): rel-agent:80\n",
      "\n  kubectl get jobs,cronjobs,statefulsets,deployments,daemonset,pods --namespace data \\\n",
    ]) {
      assert(pipeline.includes(text), `${pipeline}\nlacks${text}`);
    }
    assert.match(
      await notesOf("collector", "ci/default-values.yaml"),
      /^ {2}kubectl rollout status daemonset\/rel-collector --namespace data$/m,
    );
    assert.match(
      await notesOf("migration", "ci/default-values.yaml"),
      /^ {2}kubectl logs job\/rel-migration-v1-HASH --namespace data --container main --follow$/m,
    );
  });

  /** What the installed command prints; it must succeed. */
  async function print(manager: Manager, ...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await chartwrightBin(projectOf(manager), args);
    assert.equal(code, 0, `${args.join(" ")}:\n${stderr}`);
    return stdout;
  }

  for (const manager of managers) {
    it(`the command that ${manager} installs draws them by their kinds`, async () => {
      const graph = await print(manager, "graph", "pipelines/gates.ts", "--env", "prod");
      const stages = graph.slice(graph.indexOf("Stages:\n"), graph.indexOf("  audit"));
      assert.equal(
        stages,
        `Stages:
  agent   DaemonSet, busybox:1.37, http 80
  schema  Job, busybox:1.36, schema v2
  load    Job, busybox:1.36
          after agent, schema
          reads the address of agent (http 80)
`,
      );
    });
  }

  it("the other commands compare, check, render, lint and pack them", async () => {
    const difference = await print("npm", "diff", "pipelines/gates.ts", "--to", "prod");
    const image = 'spec.template.spec.containers[main].image: "busybox:1.36" -> "busybox:1.37"';
    assert(difference.includes(`  ~ DaemonSet gates-agent (apps/v1)\n      ~ ${image}\n`), difference);
    assert.match(difference, /^ {2}~ Job gates-audit-v1-[0-9a-f]{8} -> gates-audit-v1-[0-9a-f]{8} \(batch\/v1\)$/m);
    assert.match(await print("npm", "check", "collector.ts"), /files are current\n$/);
    const rendered = await print(
      "npm",
      "render",
      "charts/collector",
      "--values",
      "charts/collector/ci/default-values.yaml",
    );
    assert.match(rendered, /^kind: DaemonSet$/m);
    assert.match(await print("npm", "lint", "charts/collector"), /collector/);
    assert.match(await print("npm", "package", "charts/collector"), /dist\/collector-1\.0\.0\.tgz/);
  });

  it("a package of charts that contains a chartwright of its own is refused, with the paths of both copies", async () => {
    const project = projectOf("npm");
    const first = await realpath(join(project, "node_modules/chartwright"));
    const second = join(project, "node_modules/my-charts/node_modules/chartwright");
    await cp(first, second, { recursive: true });
    const { code, stderr } = await chartwrightBin(project, ["generate", "pipelines/none.ts"]);
    assert.equal(code, 1);
    const [, one = "", other = ""] =
      /Cannot load chartwright twice in one process: got "(.*?)" and "(.*?)"; install it once/.exec(stderr) ?? [];
    assert.deepEqual([one.startsWith(`${first}/build/`), other.startsWith(`${second}/build/`)], [true, true], stderr);
  });
});
