import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { printChart } from "../../generator/chart.ts";
import { evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../generator/library/batch-job/chart.ts";
import { printYaml } from "../../generator/yaml/print-yaml.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";

const image = { repository: "busybox", tag: "1.36" };
const aliases = ["extract", "load"];

describe("a chart that someone else's umbrella has twice", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    const dependencies = aliases.map((alias) => ({ name: "batch-job", version: "0.1.0", repository: "", alias }));
    await placeFiles(
      join(directory, "nightly"),
      new Map([
        ["Chart.yaml", printYaml({ apiVersion: "v2", name: "nightly", version: "1.0.0", dependencies })],
        ["values.yaml", printYaml({ extract: { image }, load: { image } })],
        ...[...printChart(batchJob)].map(([path, text]) => [`charts/batch-job/${path}`, text] as const),
      ]),
    );
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  for (const version of helmVersions) {
    // Alone, a chart leaves its own name out where the release has it.
    it(`has other names for each alias, also under a release with both in its name, by Helm ${version}`, async () => {
      const release = "extract-and-load";
      const rendered = readManifests(
        await templateChart(await findHelm({ version }), join(directory, "nightly"), { release }),
      );
      const names = namesOf(rendered);
      assert.deepEqual(names, [
        "extract-and-load-extract",
        "extract-and-load-extract-test",
        "extract-and-load-load",
        "extract-and-load-load-test",
      ]);
      const computed = aliases.flatMap((alias) =>
        evaluateChart(batchJob, { alias, values: { image }, release: { name: release } }),
      );
      assert.deepEqual(namesOf(computed), names);
    });
  }
});

function namesOf(objects: readonly object[]): readonly string[] {
  return objects
    .map((object) => Object(object))
    .filter(({ kind }) => kind === "ServiceAccount" || kind === "Pod")
    .map(({ metadata }) => metadata.name)
    .toSorted();
}
