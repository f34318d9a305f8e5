import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";
import { evaluate } from "../../generator/mod.ts";
import { NEWER_FIELDS } from "../../generator/values/kubernetes/newer-fields.ts";
import { readExamples } from "../../scripts/lib/read-examples.ts";
import { gatedFields, isGated, listNewerFields, newerFields } from "../cluster/list-newer-fields.ts";
import { readPage, root } from "./read-markdown.ts";

const [, oldest = ""] = /Charts need Kubernetes (\d+\.\d+) or later/.exec(readPage("README.md")) ?? [];

/** Fields and values that are newer than the oldest Kubernetes, next to some that are not. */
const job = {
  metadata: { labels: { successPolicy: "a label" } },
  spec: {
    successPolicy: { rules: [{ succeededCount: 1 }] },
    template: {
      spec: {
        affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ matchLabelKeys: ["a"] }] } },
        topologySpreadConstraints: [{ matchLabelKeys: ["a"] }],
        nodeSelector: { successPolicy: "a label" },
        securityContext: {
          appArmorProfile: null,
          seLinuxOptions: { type: "container_t" },
          supplementalGroupsPolicy: "Strict",
          sysctls: [{ name: "net.ipv4.tcp_syncookies" }, { name: "net.ipv4.tcp_rmem" }],
        },
        containers: [
          {
            lifecycle: { preStop: { sleep: { seconds: 0 } } },
            securityContext: { appArmorProfile: { type: "RuntimeDefault" }, procMount: "Default" },
          },
        ],
      },
    },
  },
};
const pod = ".spec.template.spec";

describe("listNewerFields()", () => {
  it("listNewerFields() names the fields and values that a Kubernetes is too old for, and each one's first", () => {
    assert.deepEqual(listNewerFields(job, "v1.29.14").toSorted(), [
      ".spec.successPolicy needs 1.31",
      `${pod}.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.matchLabelKeys needs 1.31`,
      `${pod}.containers.0.lifecycle.preStop.sleep needs 1.30`,
      `${pod}.containers.0.lifecycle.preStop.sleep.seconds needs 1.33`,
      `${pod}.containers.0.securityContext.appArmorProfile needs 1.30`,
      `${pod}.securityContext.supplementalGroupsPolicy needs 1.33`,
      `${pod}.securityContext.sysctls.1.name needs 1.32`,
    ]);
    assert.deepEqual(listNewerFields(job, "1.32").toSorted(), [
      `${pod}.containers.0.lifecycle.preStop.sleep.seconds needs 1.33`,
      `${pod}.securityContext.supplementalGroupsPolicy needs 1.33`,
    ]);
    assert.deepEqual(listNewerFields(job, "v1.36.3"), []);
  });

  it("listNewerFields() refuses what is no version of Kubernetes", () => {
    assert.throws(() => listNewerFields(job, "2"), {
      name: "TypeError",
      message: 'Cannot read the version "2": expected one like v1.29.14',
    });
  });

  it("listNewerFields() finds nothing in the objects of ci files and examples that the oldest Kubernetes lacks", async () => {
    const ofCi = library.flatMap((chart) =>
      Object.values(chart.ci).map((values) => evaluate(chart, { values: { ...values } })),
    );
    const ofExamples = (await readExamples(root)).flatMap((example) =>
      example.kind === "pipeline"
        ? [{}, ...[...example.pipeline.environments.keys()].map((environment) => ({ environment }))].map((options) =>
            evaluate(example.pipeline, options),
          )
        : [...example.releases.values()].map(({ stage }) => evaluate(stage.chart, { values: { ...stage.values } })),
    );
    const objects = [...ofCi, ...ofExamples].flatMap((rendered) => rendered.objects);
    assert.deepEqual(
      objects.flatMap((object) => listNewerFields(object, oldest)),
      [],
    );
    assert(objects.length > 100, `${objects.length}`);
  });

  it("the fields that charts refuse on an older Kubernetes are among those that docs/values.md names", () => {
    const known = newerFields.map(({ name, since }) => `${name} ${since}`);
    const refused = NEWER_FIELDS.map(({ name, since }) => `${name} ${since}`);
    assert.deepEqual(
      refused.filter((field) => !known.includes(field)),
      [],
    );
    // Values that only an older Pod Security refuses, and no field; and what a check of its own refuses.
    const others = known.filter((field) => /under Pod Security|^`RestartAllContainers`/.test(field));
    assert.equal(others.length, 3);
    assert.deepEqual(known.filter((field) => !refused.includes(field)).toSorted(), others.toSorted());
  });

  it("docs/values.md names all fields that the oldest Kubernetes lacks, by the first that takes them", () => {
    const rows = newerFields.map(({ name, since }) => `| ${name} | ${since} |`);
    const [, table = ""] = /^\| what \| from \|\n\| --- \| --- \|\n(.*)\n$/ms.exec(readPage("docs/values.md")) ?? [];
    assert.deepEqual(table.split("\n"), rows);
  });

  it("docs/values.md names each field that servers drop unless a feature gate is set", () => {
    const [, text = ""] = /An API server drops (.*?)\n\n/s.exec(readPage("docs/values.md")) ?? [];
    assert.deepEqual(
      gatedFields.filter(({ name }) => !text.includes(`\`${name}\``)),
      [],
    );
    const path = ".spec.volumes.3.projected.sources.1.clusterTrustBundle";
    assert.deepEqual([`${path}.labelSelector.matchLabels`, path, ".spec.volumes.3.projected"].map(isGated), [
      true,
      true,
      false,
    ]);
  });
});
