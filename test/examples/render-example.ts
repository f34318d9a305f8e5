/** The examples, rendered as a user would install them. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PodSpec, PodTemplateSpec, VolumeMount } from "kubernetes-types/core/v1.d.ts";
import { after, before, describe, it } from "mocha";
import { printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import {
  checkObjects,
  formatFinding,
  type KubernetesObject,
  printPipeline,
  printValuesFile,
} from "../../generator/mod.ts";
import { type Example, readExamples } from "../../scripts/lib/read-examples.ts";
import { type Render, renderWithHelms } from "../charts/render-charts.ts";
import { placeFiles } from "../cli/sample-chart.ts";

/** The objects of an example. */
export interface RenderedExample {
  /** The objects of a release by its name; of a pipeline in an environment, or with its own `values`. */
  readonly objects: (variant: string) => readonly KubernetesObject[];
  /** The only object of a kind whose name is the given one, or starts with it and ends in a hash. */
  readonly find: (variant: string, kind: string, name: string) => KubernetesObject;
}

/** How an example is installed. */
export interface Install {
  readonly namespace: string;
  /** The release's name, for a pipeline. */
  readonly release?: string;
}

/**
 * Renders an example with the Helms of a run, tests that they agree and that the rules find nothing wrong, and hands the
 * objects to further tests, which may look at them inside of `it`.
 */
export function describeExample(name: string, install: Install, tests: (example: RenderedExample) => void): void {
  describe(`the example ${name}`, () => {
    const rendered = new Map<string, readonly KubernetesObject[]>();
    let example: Example | undefined;
    let directory = "";

    before(async () => {
      directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
      const examples = await readExamples(fileURLToPath(new URL("../..", import.meta.url)));
      example = examples.find((one) => one.name === name) ?? assert.fail(`there is no example ${name}`);
      const renders = await placeExample(example, directory, install);
      const objects = await renderWithHelms([...renders.values()]);
      for (const [i, variant] of [...renders.keys()].entries()) rendered.set(variant, objects[i] ?? []);
    });
    after(async () => {
      await rm(directory, { recursive: true, force: true });
    });

    it("renders to the same objects with Helm, and the rules find nothing wrong with them", () => {
      const { kind, allowances } = example ?? assert.fail("it was not read");
      // Releases lie next to one another in a namespace; the environments of a pipeline do not.
      const together = kind === "releases" ? [[...rendered.values()].flat()] : [...rendered.values()];
      for (const objects of together) {
        const findings = checkObjects(objects, { ...allowances, releaseNamespace: install.namespace });
        assert.deepEqual(findings.map(formatFinding), []);
      }
    });

    const objects = (variant: string): readonly KubernetesObject[] =>
      rendered.get(variant) ?? assert.fail(`${name} has no variant ${variant}`);
    tests({
      objects,
      find(variant, kind, wanted) {
        const isWanted = (found: string): boolean => found === wanted || found.replace(/-[0-9a-f]{8}$/, "") === wanted;
        const [object, ...others] = objects(variant).filter((one) => one.kind === kind && isWanted(one.metadata.name));
        assert.ok(object !== undefined && others.length === 0, `expected one ${kind} ${wanted}`);
        return object;
      },
    });
  });
}

/** The pod template of a workload object. */
export function templateOf({ kind, spec }: KubernetesObject): PodTemplateSpec {
  const { template, jobTemplate } = Object(spec);
  return kind === "CronJob" ? jobTemplate.spec.template : template;
}

/** The pod of a workload object. */
export function podOf(object: KubernetesObject): PodSpec {
  return templateOf(object).spec ?? assert.fail(`${object.kind} has no pod`);
}

/** Where each container of a pod mounts which volume, by the container's name. */
export function mountsOf({
  initContainers = [],
  containers,
}: PodSpec): Readonly<Record<string, readonly VolumeMount[]>> {
  return Object.fromEntries(
    [...initContainers, ...containers].map(({ name, volumeMounts = [] }) => [name, volumeMounts]),
  );
}

/** The volumes of a pod by name, without their names. */
export function volumesOf({ volumes = [] }: PodSpec): Readonly<Record<string, object>> {
  return Object.fromEntries(volumes.map(({ name, ...source }) => [name, source]));
}

async function placeExample(
  example: Example,
  directory: string,
  install: Install,
): Promise<ReadonlyMap<string, Render>> {
  const { namespace } = install;
  if (example.kind === "pipeline") {
    const { pipeline } = example;
    const chart = join(directory, pipeline.name);
    await placeFiles(chart, printPipeline(pipeline));
    const release = install.release ?? pipeline.name;
    const environments = [...pipeline.environments.keys()].map((name): [string, Render] => [
      name,
      { chart, release, namespace, valuesFiles: [join(chart, "environments", `${name}.yaml`)] },
    ]);
    return new Map([["values", { chart, release, namespace }], ...environments]);
  }
  for (const chart of library) await placeFiles(join(directory, chart.name), printChart(chart));
  const renders = new Map<string, Render>();
  for (const [release, { stage }] of example.releases) {
    const text = printValuesFile(stage.values, `Values of ${release}`, example.file);
    await placeFiles(directory, new Map([[`${release}.yaml`, text]]));
    const valuesFiles = [join(directory, `${release}.yaml`)];
    renders.set(release, { chart: join(directory, stage.chart.name), release, namespace, valuesFiles });
  }
  return renders;
}
