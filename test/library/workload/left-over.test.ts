import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTree } from "../../../cli/files/write-tree.ts";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import { printChart } from "../../../generator/chart.ts";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { printValuesFile } from "../../../generator/mod.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { helmVersions } from "../../helm-versions.ts";

const digest = `sha256:${"0".repeat(64)}`;
const base = {
  image: { repository: "busybox", tag: "1.36", digest },
  podSecurityContext: { seccompProfile: { type: "Localhost", localhostProfile: "audit.json" } },
  securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "audit.json" } },
};
const environment = {
  image: { digest: "" },
  podSecurityContext: { seccompProfile: { type: "RuntimeDefault" } },
  securityContext: { seccompProfile: { type: "RuntimeDefault" } },
};

describe("what another values file leaves over", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-"));
    const values = { "base.yaml": base, "environment.yaml": environment };
    const files = Object.entries(values).map(
      ([name, content]) => [name, printValuesFile(content, name, "a test")] as const,
    );
    await writeTree(join(directory, "batch-job"), printChart(batchJob), { base: directory });
    await writeTree(join(directory, "values"), new Map(files), { base: directory });
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  for (const version of helmVersions) {
    it(`is no part of what Helm ${version} renders: the file of a seccomp profile, an emptied digest`, async () => {
      const helm = await findHelm({ version });
      const valuesFiles = ["base.yaml", "environment.yaml"].map((file) => join(directory, "values", file));
      const rendered = readManifests(
        await templateChart(helm, join(directory, "batch-job"), { release: "rel", valuesFiles }),
      );
      const job = Object(rendered.find(({ kind }) => kind === "Job"));
      const pod = job.spec.template.spec;
      assert.deepEqual(pod.securityContext.seccompProfile, { type: "RuntimeDefault" });
      assert.deepEqual(pod.containers[0].securityContext.seccompProfile, { type: "RuntimeDefault" });
      assert.equal(pod.containers[0].image, "busybox:1.36");
      const computed = evaluateChart(batchJob, { values: [base, environment], release: { name: "rel" } });
      assert.deepEqual(
        computed.find((object) => Object(object).kind === "Job"),
        job,
      );
    });
  }
});
