import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "mocha";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import type { Helm } from "../../../cli/helm/run-helm.ts";
import { type TemplateChartOptions, templateChart } from "../../../cli/helm/template-chart.ts";
import { printChart } from "../../../generator/chart/print-chart.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import type { CsiVolumeValues } from "../../../generator/library/csi-volume/values.ts";
import { isKubernetesObject, type KubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { NEWEST_KUBERNETES } from "../../../generator/values/kubernetes/newer-fields.ts";
import type { Overrides } from "../../../generator/values/overrides.ts";
import { printYaml } from "../../../generator/yaml/print-yaml.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { computeFunction } from "../../functions/compute.ts";

/** What a user may set. */
export type Values = Overrides<CsiVolumeValues>;

/** A chart on disk, and how to render it. */
export interface ChartOnDisk {
  readonly helm: Helm;
  /** The directory of the chart. */
  readonly chart: string;
  /** Writes a values file next to the chart. */
  writeValues(values: object): Promise<string>;
  /** Renders release `etl` in namespace `eu`, unless the options say otherwise. */
  render(values: object, options?: TemplateChartOptions): Promise<readonly KubernetesObject[]>;
  /** What Helm says when it refuses values. */
  refusal(values: object): Promise<string>;
}

/** Puts the chart on disk for the tests of the enclosing `describe`; `wrap` makes another chart's files of its own. */
export function useVolumes(
  version: BundledVersion,
  wrap: (files: ReadonlyMap<string, string>) => ReadonlyMap<string, string> = (files) => files,
): ChartOnDisk {
  const state = { helm: undefined as Helm | undefined, directory: "" };
  before(async () => {
    state.helm = await findHelm({ version });
    state.directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    await placeFiles(join(state.directory, "chart"), wrap(printChart(csiVolume)));
  });
  after(async () => {
    await rm(state.directory, { recursive: true, force: true });
  });
  const onDisk: ChartOnDisk = {
    get helm() {
      assert.ok(state.helm !== undefined, "the chart is there only inside of tests");
      return state.helm;
    },
    get chart() {
      return join(state.directory, "chart");
    },
    async writeValues(values) {
      const path = join(state.directory, "values.yaml");
      await writeFile(path, printYaml(values));
      return path;
    },
    async render(values, options = {}) {
      const valuesFiles = [await onDisk.writeValues(values)];
      // Without a version, Helm 3 renders for 1.32, which lacks fields.
      const release = { release: "etl", namespace: "eu", kubeVersion: NEWEST_KUBERNETES, ...options };
      const text = await templateChart(onDisk.helm, onDisk.chart, { ...release, valuesFiles });
      return readManifests(text).map((object) => {
        assert.ok(isKubernetesObject(object), `not an object: ${JSON.stringify(object)}`);
        return object;
      });
    },
    async refusal(values) {
      const rendered = await onDisk.render(values).catch((error: unknown) => error);
      assert.ok(rendered instanceof Error, "Helm took the values");
      return rendered.message;
    },
  };
  return onDisk;
}

/** What a function of the chart computes in process. */
export function compute(name: string, ...args: readonly unknown[]): unknown {
  const fn = csiVolume.collected.functions.get(name);
  assert.ok(fn !== undefined, `the chart has no function ${name}`);
  return computeFunction(fn, ...args);
}

/** The only object of a kind, or of a kind and a name. */
export function pick(objects: readonly KubernetesObject[], kind: string, name?: string): KubernetesObject {
  const found = objects.filter((one) => one.kind === kind && (name === undefined || one.metadata.name === name));
  assert.equal(found.length, 1, `${kind} ${name ?? ""} among ${objects.map((one) => one.metadata.name).join(", ")}`);
  return found[0] as KubernetesObject; // there is one
}
