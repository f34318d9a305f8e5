/** Texts of several lines, as people read them in what Helm prints. */
import assert from "node:assert/strict";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { BatchJob, definePipeline, printPipeline } from "../../generator/mod.ts";
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { helmVersions, printCharts, useCharts } from "./render-charts.ts";

const image = { repository: "app", tag: "1" };
const conf = "shared_buffers = 1GB\nwork_mem = 4MB # <small>\n";
const script = 'set -e\necho "loading <orders>"\n';

// A chain, whose containers are computed, and hooks, whose manifests Helm trims.
const stages = {
  extract: new BatchJob({ image, args: [script] }),
  load: new BatchJob({
    image,
    args: [script],
    dependsOn: ["extract"],
  }),
};
const pipelines = new Map(
  (["inPod", "hooks"] as const).map((ordering) => {
    const pipeline = definePipeline({ name: ordering.toLowerCase(), version: "0.1.0", ordering, stages });
    return [pipeline.name, printPipeline(pipeline)];
  }),
);

describe("text of several lines that ends in a line break", () => {
  const charts = useCharts(new Map([...printCharts(), ...pipelines]));
  const directory = useTemporaryDirectory();

  for (const version of helmVersions) {
    it(`is a block in the ConfigMap of a file, and in the args of containers, not a line of JSON: Helm ${version}`, async () => {
      const values = {
        image,
        args: [script],
        initContainers: { prepare: { image, args: [script] } },
        configMaps: { postgres: { data: { "postgresql.conf": conf } } },
        tests: { enabled: false },
      };
      await placeFiles(directory.path, new Map([["values.yaml", writeAscii(values)]]));
      const helm = await findHelm({ version });
      const text = await templateChart(helm, `${charts.path}/batch-job`, {
        valuesFiles: [`${directory.path}/values.yaml`],
      });
      assert.ok(text.includes("data:\n  postgresql.conf: |\n    shared_buffers = 1GB\n    work_mem = 4MB # <small>\n"));
      assert.equal(text.match(/args:\n *- \|\n *set -e\n *echo "loading <orders>"\n/g)?.length, 2, text);
      assert.doesNotMatch(text, /\\u003c|\\n/);
    });

    it(`keeps it, also in a chain, and in a hook, of which Helm trims the end: Helm ${version}`, async () => {
      const helm = await findHelm({ version });
      for (const name of pipelines.keys()) {
        const objects = await renderObjects(helm, `${charts.path}/${name}`, {});
        const pods = objects.filter(({ kind }) => kind === "Job").map(({ spec }) => Object(spec).template.spec);
        const containers = pods.flatMap((pod) => [...(pod.initContainers ?? []), ...pod.containers]);
        assert.deepEqual(
          containers.map(({ args }) => args),
          [[script], [script]],
        );
        for (const pod of pods) assert.equal(Object.keys(pod).at(-1), "restartPolicy");
      }
    });
  }
});
