import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "mocha";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import { HelmError, runHelm } from "../../../cli/helm/run-helm.ts";
import { type TemplateChartOptions, templateChart } from "../../../cli/helm/template-chart.ts";
import type { Chart } from "../../../generator/chart/define-chart.ts";
import { printChart } from "../../../generator/chart/print-chart.ts";
import { isKubernetesObject, type KubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { NEWEST_KUBERNETES } from "../../../generator/values/kubernetes/newer-fields.ts";
import { printYaml } from "../../../generator/yaml/print-yaml.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeParent } from "../../charts/place-parent.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { splitByAlias } from "../../property/split-by-alias.ts";
import { lintRefusals } from "../lint-refusals.ts";

/** A chart on disk for the tests of one `describe`. */
export interface ChartOnDisk {
  /** Renders the chart with values. */
  render(values: object, options?: TemplateChartOptions): Promise<readonly KubernetesObject[]>;
  /** Renders the chart with each of several values, in one run: its name is another one then. */
  renderEach(values: readonly object[], options?: TemplateChartOptions): Promise<readonly (readonly unknown[])[]>;
  /** What each of several values is refused with, in one run, as `lintRefusals()` tells it. */
  refusals(values: readonly object[], options?: TemplateChartOptions): Promise<readonly (string | undefined)[]>;
  /** What Helm says when it refuses values. */
  refusal(values: object): Promise<string>;
  /** What Helm prints after an install; Helm 3 needs a cluster for that. */
  notes(values: object): Promise<string>;
}

/** Puts a chart on disk for the tests of the enclosing `describe`; other files may change it or come with it. */
export function useChart(
  chart: Chart,
  version: BundledVersion,
  files: ReadonlyMap<string, string> = new Map(),
): ChartOnDisk {
  let directory = "";
  const path = (name: string): string => join(directory, name);
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    await placeFiles(path(chart.name), new Map([...printChart(chart), ...files]));
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
  });
  let written = 0;
  const writeValues = async (values: object): Promise<string> => {
    const file = path(`values-${written++}.yaml`);
    await writeFile(file, printYaml(values));
    return file;
  };
  const render: ChartOnDisk["render"] = async (values, options = {}) => {
    const valuesFiles = [await writeValues(values)];
    // Without a version, Helm 3 renders for 1.32, which lacks fields.
    const given = { kubeVersion: NEWEST_KUBERNETES, ...options, valuesFiles };
    const text = await templateChart(await findHelm({ version }), path(chart.name), given);
    return readManifests(text).map((object) => {
      assert.ok(isKubernetesObject(object), `not an object: ${JSON.stringify(object)}`);
      return object;
    });
  };
  return {
    render,
    async renderEach(values, options = {}) {
      const parent = await placeParent(path(chart.name), chart.name, values, { hasOneSchema: true });
      const valuesFiles = [await writeValues(parent.values)];
      const given = { kubeVersion: NEWEST_KUBERNETES, ...options, valuesFiles };
      const printed = splitByAlias(await templateChart(await findHelm({ version }), parent.directory, given));
      return parent.aliases.map((alias) => readManifests(printed.get(alias) ?? ""));
    },
    refusals: (values, options) => lintRefusals(version, path(chart.name), chart.name, values, options),
    async refusal(values) {
      const rendered = await render(values).catch((error: unknown) => error);
      assert.ok(rendered instanceof HelmError, "Helm took the values");
      return rendered.message;
    },
    async notes(values) {
      const args = ["install", "etl", path(chart.name), "--namespace", "data", "--dry-run=client"];
      const result = await runHelm(await findHelm({ version }), [...args, "--values", await writeValues(values)]);
      assert.equal(result.code, 0, result.stderr);
      return result.stdout.slice(result.stdout.indexOf("NOTES:\n") + "NOTES:\n".length).trimEnd();
    },
  };
}

/** The only object of a kind. */
export function only(objects: readonly KubernetesObject[], kind: string): KubernetesObject {
  const found = objects.filter((object) => object.kind === kind);
  assert.equal(found.length, 1, `expected one ${kind}`);
  return found[0]!;
}

/** The value below an object at keys and indexes, or nothing. */
export function at(object: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], object); // a missing key is undefined
}
