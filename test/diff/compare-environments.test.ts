import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { compareEnvironments } from "../../generator/diff/compare-environments.ts";
import type { Paint } from "../../generator/diff/paint.ts";
import { printComparison } from "../../generator/diff/print-comparison.ts";
import { BatchJob, CsiVolume, definePipeline, type Pipeline, StatefulStage } from "../../generator/mod.ts";

const image = { repository: "busybox", tag: "1.36" } as const;

const small = definePipeline({
  name: "small",
  version: "0.1.0",
  stages: {
    load: new BatchJob({ image, command: ["sh", "-c", "set -eu\ndate\n"], env: { LEVEL: "info" } }),
    store: new StatefulStage({ image, ports: { http: { containerPort: 80 } } }),
  },
  environments: {
    staging: { load: { podAnnotations: { "example.com/team": "data" } } },
    prod: {
      global: { commonLabels: { tier: "prod" } },
      load: {
        command: ["sh", "-c", "set -eu\ndate -u\n"],
        env: { LEVEL: "warn", REGION: "eu" },
        job: { backoffLimit: 0 },
      },
      store: { replicas: 3, serviceAccount: { create: false } },
    },
    again: { global: { pipeline: { runId: "2" } } },
    switched: { load: { kind: "CronJob", cron: { schedule: "0 2 * * *" } } },
  },
});

interface Sides {
  readonly from?: string;
  readonly to?: string;
}

function print(pipeline: Pipeline, { from, to }: Sides, paint: Paint = (_, text) => text): string {
  const comparison = compareEnvironments(pipeline, { from, to, release: { name: "rel", namespace: "data" } });
  return numberHashes(
    printComparison(comparison, { from: from ?? "base", to: to ?? "base", namespace: "data", paint }),
  );
}

/** Replaces the hashes of names, which change with the templates, by numbers, one for each hash. */
function numberHashes(text: string): string {
  const hashes = new Set(text.match(/(?<=-)[0-9a-f]{8}\b/g));
  return [...hashes].reduce((rest, hash, index) => rest.replaceAll(hash, `HASH${index + 1}`), text);
}

describe("compareEnvironments() and printComparison()", () => {
  it("printComparison() prints the values and the objects that differ between two environments", () => {
    assert.equal(
      print(small, { from: "staging", to: "prod" }),
      `--- staging
+++ prod

values
  + global.commonLabels.tier: "prod"
  ~ load.command:
        - |
          set -eu
      -   date
      +   date -u
  ~ load.env.LEVEL: "info" -> "warn"
  + load.env.REGION: "eu"
  ~ load.job.backoffLimit: 4 -> 0
  - load.podAnnotations.example\\.com/team: "data"
  + store.replicas: 3
  ~ store.serviceAccount.create: true -> false

objects
  ~ Job rel-load-HASH1 -> rel-load-HASH2 (batch/v1)
      + metadata.labels.tier: "prod"
      ~ spec.backoffLimit: 4 -> 0
      - spec.template.metadata.annotations["example.com/team"]: "data"
      ~ spec.template.spec.containers[main].command:
            - |
              set -eu
          -   date
          +   date -u
      ~ spec.template.spec.containers[main].env[LEVEL].value: "info" -> "warn"
      + spec.template.spec.containers[main].env[REGION]: { "name": "REGION", "value": "eu" }
  - ServiceAccount rel-store (v1)
  ~ StatefulSet rel-store (apps/v1)
      + metadata.labels.tier: "prod"
      + spec.replicas: 3
      ~ spec.template.spec.serviceAccountName: "rel-store" -> "default"
  ~ Service rel-store-headless (v1)
  ~ ServiceAccount rel-load (v1)
      + metadata.labels.tier: "prod"
`,
    );
  });

  it("printComparison() says which Job replaces which when only its hash differs", () => {
    assert.equal(
      print(small, { to: "again" }),
      `--- base
+++ again

values
  + global.pipeline.runId: "2"

objects
  ~ Job rel-load-HASH1 -> rel-load-HASH2 (batch/v1)
      only the hash in the name differs
  4 unchanged
`,
    );
  });

  it("printComparison() prints objects that only one environment has", () => {
    assert.equal(
      print(small, { from: "switched" }),
      `--- switched
+++ base

values
  - load.cron.schedule: "0 2 * * *"
  - load.kind: "CronJob"

objects
  - CronJob rel-load (batch/v1)
  + Job rel-load-HASH1 (batch/v1)
  4 unchanged
`,
    );
  });

  it("printComparison() says that nothing differs", () => {
    assert.equal(
      print(small, { from: "prod", to: "prod" }),
      "--- prod\n+++ prod\n\nvalues\n  no difference\n\nobjects\n  no difference\n  4 unchanged\n",
    );
  });

  it("printComparison() passes the kind of each part to the painter", () => {
    assert.equal(
      print(small, { to: "again" }, (role, text) => `<${role}|${text}>`),
      `<-|--- base>
<+|+++ again>

<heading|values>
  <+|+> global.pipeline.runId: "2"

<heading|objects>
  <~|~ Job rel-load-HASH1 -> rel-load-HASH2><quiet| (batch/v1)>
      <quiet|only the hash in the name differs>
  <quiet|4 unchanged>
`,
    );
  });

  it("compareEnvironments() finds no difference between an environment and itself, whatever is in it", () => {
    for (const name of [undefined, ...reference.environments.keys()]) {
      const release = { name: "rel", namespace: "data" };
      const { values, objects } = compareEnvironments(reference, { from: name, to: name, release });
      assert.deepEqual([values, objects.changed], [[], []]);
      assert(objects.unchanged > 0);
    }
  });

  it("compareEnvironments() finds in the other direction what it finds in the one, with the sides changed", () => {
    const release = { name: "rel", namespace: "data" };
    const there = compareEnvironments(small, { from: "staging", to: "prod", release });
    const back = compareEnvironments(small, { from: "prod", to: "staging", release });
    assert(there.values.length > 0);
    assert.deepEqual(
      back.values,
      there.values.map(({ path, from, to }) => ({
        path,
        ...(to === undefined ? {} : { from: to }),
        ...(from === undefined ? {} : { to: from }),
      })),
    );
    assert.equal(back.objects.unchanged, there.objects.unchanged);
  });

  it("compareEnvironments() names the environment that cannot be rendered", () => {
    const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
    const wrong = definePipeline({
      name: "wrong",
      version: "0.1.0",
      volumes: { workspace },
      stages: { load: new BatchJob({ image, volumes }) },
      environments: { prod: { workspace: { enabled: false } } },
    });
    const guard = 'load: volumes.data.pipelineVolume: no stage "workspace" with a volume "data" in this pipeline';
    assert.throws(() => print(wrong, { to: "prod" }), {
      name: "EnvironmentError",
      message: `Cannot use environment prod of pipeline wrong: ${guard}`,
    });
  });
});
