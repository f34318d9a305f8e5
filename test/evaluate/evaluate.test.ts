import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTree } from "../../cli/files/write-tree.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import aiDataPipeline from "../../examples/ai-data-pipeline/ai-data-pipeline.ts";
import csiVolumeEtl from "../../examples/csi-volume-etl/csi-volume-etl.ts";
import featureStore from "../../examples/feature-store/feature-store.ts";
import modelTraining from "../../examples/model-training/model-training.ts";
import nightlyEtl from "../../examples/nightly-etl/nightly-etl.ts";
import referencePipeline from "../../examples/reference-pipeline/reference-pipeline.ts";
import { printChart } from "../../generator/chart.ts";
import { evaluateChart, evaluateNotes } from "../../generator/evaluate/evaluate-chart.ts";
import { library } from "../../generator/library/library.ts";
import { type Files, type Pipeline, printPipeline } from "../../generator/mod.ts";
import { evaluatePipeline, evaluatePipelineNotes } from "../../generator/pipeline/evaluate-pipeline.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { notesObject, withNotesObject } from "../charts/notes-object.ts";

const release = { name: "rel", namespace: "data" };

/** Objects by what names them, as plain JSON. */
function byName(objects: readonly object[]): object {
  const plain = JSON.parse(JSON.stringify(objects)) as { kind: string; metadata: { name: string } }[];
  const entries = plain.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("evaluate, compared with the objects and notes of real Helm", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-"));
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  const written = new Set<string>();
  const render = async (
    name: string,
    print: () => Files,
    valuesFile: string | undefined,
  ): Promise<readonly object[]> => {
    const chart = join(directory, name);
    if (!written.has(name)) await writeTree(chart, withNotesObject(name, print()), { base: directory });
    written.add(name);
    const valuesFiles = valuesFile === undefined ? [] : [join(chart, valuesFile)];
    const helm = await findHelm({ version: "4.1.4" });
    return readManifests(
      await templateChart(helm, chart, { release: release.name, namespace: release.namespace, valuesFiles }),
    );
  };

  for (const chart of library) {
    for (const [ci, values] of Object.entries(chart.ci)) {
      it(`evaluateChart() computes what Helm renders of ${chart.name} with ci/${ci}-values.yaml`, async () => {
        const rendered = await render(chart.name, () => printChart(chart), `ci/${ci}-values.yaml`);
        const options = { values: { ...values }, release };
        const notes = notesObject(evaluateNotes(chart, options));
        assert.deepEqual(byName([...evaluateChart(chart, options), notes]), byName(rendered));
      });
    }
  }

  const examples: readonly Pipeline[] = [aiDataPipeline, csiVolumeEtl, featureStore, modelTraining, nightlyEtl];
  const pipelines: readonly Pipeline[] = [referencePipeline, ...examples];
  for (const pipeline of pipelines) {
    for (const environment of [undefined, ...pipeline.environments.keys()]) {
      it(`evaluatePipeline() computes what Helm renders of ${pipeline.name} in ${environment ?? "no environment"}`, async () => {
        const file = environment === undefined ? undefined : `environments/${environment}.yaml`;
        const rendered = await render(pipeline.name, () => printPipeline(pipeline), file);
        const options = environment === undefined ? { release } : { release, environment };
        const notes = notesObject(evaluatePipelineNotes(pipeline, options));
        assert.deepEqual(byName([...evaluatePipeline(pipeline, options), notes]), byName(rendered));
      });
    }
  }
});
