import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { readCharts } from "../../cli/chart-directory/read-chart.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { printKindConfig } from "../../cluster/kind/print-kind-config.ts";
import type { KubernetesObject } from "../../generator/mod.ts";
import manifest from "../../package.json" with { type: "json" };
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { readPage, root } from "./read-markdown.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly "timeout-minutes"?: number;
  readonly permissions?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly include: readonly Cluster[] } };
  readonly steps: readonly Step[];
}

/** One cluster of the matrix in cluster.yml. */
interface Cluster {
  readonly kubernetes: string;
  readonly digest: string;
  readonly helm: string;
  readonly nodes: string;
}

interface Workflow {
  readonly permissions: unknown;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface KindConfig {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
}

const directory = ".github/workflows";
const names = readdirSync(join(root, directory)).sort();
const texts = new Map(names.map((name) => [name, readPage(`${directory}/${name}`)]));
// actionlint knows the shape of workflows; these are the fields that are read here.
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));

const jobs = [...workflows].flatMap(([name, workflow]) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name} ${id}`, job })),
);
const steps = jobs.flatMap(({ job }) => job.steps);
const clusters = workflows.get("cluster.yml")?.jobs["cluster"]?.strategy?.matrix.include ?? [];

/** The first group of a pattern in a file of the repository. */
function find(path: string, pattern: RegExp): string {
  const [, found] = pattern.exec(readPage(path)) ?? [];
  assert(found !== undefined, `${path} does not say ${pattern}`);
  return found;
}

/** "1.36" of "v1.36.4". */
function minorOf(version: string): string {
  return /^v(\d+\.\d+)\.\d+$/.exec(version)?.[1] ?? version;
}

/** Whether a claim is among the objects that no pod of them uses. */
function hasUnusedClaim(objects: readonly KubernetesObject[]): boolean {
  const isClaim = ({ kind }: KubernetesObject): boolean => kind === "PersistentVolumeClaim";
  const others = JSON.stringify(objects.filter((object) => !isClaim(object)));
  return objects.filter(isClaim).some(({ metadata }) => !others.includes(`"claimName":"${metadata.name}"`));
}

/** The charts that, with one of their ci files, make a claim which no pod uses. */
async function listChartsOfUnusedClaims(): Promise<readonly string[]> {
  const helm = await findHelm();
  const found = new Set<string>();
  for (const { directory, name, ci } of await readCharts([])) {
    for (const file of ci) {
      const options = { release: "any", namespace: "default", valuesFiles: [file] };
      if (hasUnusedClaim(await renderObjects(helm, join(root, directory), options))) found.add(name);
    }
  }
  return [...found].sort();
}

describe(directory, () => {
  it(".github/workflows holds the workflows for npm alone and for a cluster", () => {
    assert.deepEqual(names, ["ci.yml", "cluster.yml"]);
  });

  it(".github/workflows pins every action to one commit, and says its version", () => {
    const lines = [...texts.values()].flatMap((text) => text.split("\n").filter((line) => /\buses:/.test(line)));
    const pin = /^ +(?:- )?uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/;
    assert.deepEqual(
      lines.filter((line) => !pin.test(line)),
      [],
    );
    assert.equal(lines.length, steps.filter((step) => step.uses !== undefined).length);
    const pins = new Set(lines.map((line) => pin.exec(line)?.slice(1).join(" ")));
    const actions = new Set(lines.map((line) => pin.exec(line)?.[1]));
    assert.equal(pins.size, actions.size, [...pins].sort().join("\n"));
  });

  it(".github/workflows may read the repository and do nothing else", () => {
    for (const [name, workflow] of workflows) assert.deepEqual(workflow.permissions, { contents: "read" }, name);
    for (const { name, job } of jobs) assert.equal(job.permissions, undefined, name);
    for (const [name, text] of texts) assert.doesNotMatch(text, /\bsecrets\b|github\.token/, name);
  });

  it(".github/workflows ends each job in time, and replaces a run by a newer one", () => {
    for (const { name, job } of jobs) {
      const minutes = job["timeout-minutes"];
      assert(minutes !== undefined && minutes <= 60, name);
    }
    for (const [name, workflow] of workflows) {
      // The name of the workflow keeps the two from cancelling each other.
      assert.equal(workflow.concurrency?.group, `\${{ github.workflow }}-\${{ github.ref }}`, name);
    }
  });

  it(".github/workflows runs npm scripts that package.json has", () => {
    const runs = steps.flatMap((step) => (step.run === undefined ? [] : [step.run]));
    const named = runs.flatMap((run) =>
      [...run.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, script, short]) => script ?? short ?? ""),
    );
    assert.deepEqual(
      named.filter((script) => !Object.keys(manifest.scripts).includes(script)),
      [],
    );
    for (const script of ["ok", "start", "cluster", "test:cluster"]) assert(named.includes(script), script);
  });

  it(".github/workflows takes clusters of the oldest and the newest Kubernetes, and one of two nodes", () => {
    const oldest = find("README.md", /Charts need Kubernetes (\d+\.\d+) or later/);
    const newest = find("generator/values/kubernetes/README.md", /of a Kubernetes (\d+\.\d+)\.\d+ API server/);
    assert.deepEqual(
      clusters.map(({ kubernetes, nodes }) => [minorOf(kubernetes), nodes]),
      [
        [oldest, "one-node"],
        [newest, "one-node"],
        [newest, "two-nodes"],
      ],
    );
    for (const { digest } of clusters) assert.match(digest, /^sha256:[0-9a-f]{64}$/);
    const images = new Set(clusters.map(({ kubernetes, digest }) => `${kubernetes}@${digest}`));
    assert.equal(images.size, 2);
  });

  it(".github/workflows lets ct install all charts but those whose claims would never be bound without a pod", async () => {
    const installs = steps.flatMap(({ run = "" }) => (run.startsWith(".github/run-ct install") ? [run] : []));
    const excluded = (await listChartsOfUnusedClaims()).join(",");
    assert.notEqual(excluded, "");
    assert.deepEqual(installs, [`.github/run-ct install --excluded-charts ${excluded}`]);
  });

  it(".github/workflows uses the oldest Helm with the oldest Kubernetes, and the pinned one elsewhere", () => {
    const oldest = find("README.md", /^- Helm (\d+\.\d+) or later/m);
    const newest = find("tools/helm/go.mod", /helm\.sh\/helm\/v4 (v[\d.]+)/);
    const [first, ...others] = clusters.map(({ helm }) => helm);
    assert.equal(minorOf(first ?? ""), oldest);
    assert.deepEqual(others, [newest, newest]);
  });
});

describe(".github/kind", () => {
  const read = (name: string): KindConfig => parse(readPage(`.github/kind/${name}.yaml`));
  // In it npm run cluster looks for a cluster of kind.
  const home = dirname(workflows.get("cluster.yml")?.jobs["cluster"]?.env?.["KUBECONFIG"] ?? "");

  it(".github/kind makes the cluster that npm run cluster makes, where it looks for it", () => {
    assert.equal(home, "/home/runner/.cache/chartwright/kind");
    assert.deepEqual(read("one-node"), JSON.parse(printKindConfig(`${home}/kubelet`)));
  });

  it(".github/kind adds a second node to it, and lets pods on both", () => {
    const one = read("one-node");
    const patch = "kind: InitConfiguration\nnodeRegistration:\n  taints: []\n";
    assert.deepEqual(read("two-nodes"), {
      ...one,
      nodes: [
        { ...one.nodes[0], kubeadmConfigPatches: [patch] },
        { role: "worker", labels: { "topology.kubernetes.io/zone": "zone-2" } },
      ],
    });
  });
});

describe(".github/run-ct", () => {
  it(".github/run-ct runs the ct that tools/chart-testing pins", () => {
    const version = find("tools/chart-testing/go.mod", /helm\/chart-testing\/v3 (v[\d.]+)/);
    assert.equal(find(".github/run-ct", /quay\.io\/helmpack\/chart-testing:(\S+)/), version);
  });
});
