import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "mocha";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import type { Helm } from "../../../cli/helm/run-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import { printChart } from "../../../generator/chart/print-chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { isKubernetesObject, type KubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { printYaml } from "../../../generator/yaml/print-yaml.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeFiles } from "../../cli/sample-chart.ts";

/** The least that the schema asks for. */
export const image = { repository: "nginx", tag: "1.14.2" };

/** The chart on disk, and how to render it. */
export interface StageOnDisk {
  readonly helm: Helm;
  /** The directory of the chart. */
  readonly chart: string;
  /** Renders the chart with values. */
  render(values: object, options?: RenderOptions): Promise<readonly KubernetesObject[]>;
  /** What Helm says when it refuses values. */
  refusal(values: object): Promise<string>;
  /** Writes values next to the chart. */
  writeValues(values: object): Promise<string>;
}

interface RenderOptions {
  readonly release?: string;
  readonly namespace?: string;
}

/** Puts the chart on disk for the tests of the enclosing `describe`, with other files in place of its own if given. */
export function useStage(version: BundledVersion, files?: Readonly<Record<string, string>>): StageOnDisk {
  const stage = { helm: undefined as Helm | undefined, directory: "" };
  before(async () => {
    stage.helm = await findHelm({ version });
    stage.directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    const printed = new Map([...printChart(statefulStage), ...Object.entries(files ?? {})]);
    await placeFiles(join(stage.directory, "stateful-stage"), printed);
  });
  after(async () => {
    await rm(stage.directory, { recursive: true, force: true });
  });
  const onDisk: StageOnDisk = {
    get helm() {
      assert.ok(stage.helm !== undefined, "the chart is there only inside of tests");
      return stage.helm;
    },
    get chart() {
      return join(stage.directory, "stateful-stage");
    },
    async writeValues(values) {
      const path = join(stage.directory, "values.yaml");
      await writeFile(path, printYaml(values));
      return path;
    },
    async render(values, options = {}) {
      const valuesFiles = [await onDisk.writeValues(values)];
      const text = await templateChart(onDisk.helm, onDisk.chart, { ...options, valuesFiles });
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

/** The only object of a kind, or of a kind and a name. */
export function pick(objects: readonly KubernetesObject[], kind: string, name?: string): KubernetesObject {
  const [object, ...others] = objects.filter(
    (one) => one.kind === kind && (name === undefined || one.metadata.name === name),
  );
  assert.ok(object !== undefined && others.length === 0, `expected one ${kind} ${name ?? ""}`);
  return object;
}

/** The value at keys of an object, joined by dots. */
export function at(object: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (value === undefined ? value : (value as Record<string, unknown>)[key]), object); // a missing key is undefined
}
