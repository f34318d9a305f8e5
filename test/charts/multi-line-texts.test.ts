/** Texts of several lines, as people read them in what Helm prints. */
import assert from "node:assert/strict";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { BatchJob, definePipeline, printPipeline } from "../../generator/mod.ts";
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { helmVersions } from "../helm-versions.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { printCharts, useCharts } from "./render-charts.ts";

const image = { repository: "app", tag: "1" };
const conf = "shared_buffers = 1GB\nwork_mem = 4MB # <small>\n";
interface Variable {
  readonly name: string;
  readonly value: string;
}

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

    it(`is a block in the variables of containers too, in each form of a variable: Helm ${version}`, async () => {
      const env = { SCRIPT: script, CONF: { value: conf }, LINE: "one", PATTERN: "a\\nb" };
      const values = { image, env, sidecars: { log: { image, env } }, tests: { enabled: false } };
      await placeFiles(directory.path, new Map([["values.yaml", writeAscii(values)]]));
      const helm = await findHelm({ version });
      const options = { valuesFiles: [`${directory.path}/values.yaml`] };
      const text = await templateChart(helm, `${charts.path}/batch-job`, options);
      assert.equal(text.match(/- name: SCRIPT\n *value: \|\n *set -e\n *echo "loading <orders>"\n/g)?.length, 2, text);
      assert.equal(text.match(/- name: CONF\n *value: \|\n *shared_buffers = 1GB\n/g)?.length, 2, text);
      assert.equal(text.match(/- name: "LINE"\n *value: "one"\n/g)?.length, 1, text);
      const objects = await renderObjects(helm, `${charts.path}/batch-job`, options);
      const [pod] = objects.filter(({ kind }) => kind === "Job").map(({ spec }) => Object(spec).template.spec);
      // A native sidecar is an init container.
      const containers = [...pod.initContainers, ...pod.containers];
      const written = { ...env, CONF: conf };
      for (const each of containers) {
        assert.deepEqual(Object.fromEntries(each.env.map(({ name, value }: Variable) => [name, value])), written);
      }
      assert.equal(containers.length, 2);
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
