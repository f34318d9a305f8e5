/** The charts, and what Helm makes of values that nobody means well with. */
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { HelmError } from "../../cli/helm/run-helm.ts";
import { type TemplateChartOptions, templateChart } from "../../cli/helm/template-chart.ts";
import { checkObjects, type Files, formatFinding, type KubernetesObject } from "../../generator/mod.ts";
import { printCharts, type Render, renderWithHelms, useCharts } from "../charts/render-charts.ts";
import { helmVersions } from "../helm-versions.ts";
import { writeAscii } from "../yaml/write-ascii.ts";

/** Charts in a directory of the tests. */
export interface NastyCharts {
  /** A chart with values, for other ways to render it. */
  place(chart: string, values: object | string): Promise<Render>;
  /** The objects of a chart, as Helm prints them; the values are data, or the text of a values file. */
  render(chart: string, values: object | string, options?: TemplateChartOptions): Promise<readonly KubernetesObject[]>;
  /** What each Helm of the run says when it refuses values, which it must. */
  refuse(chart: string, values: object | string, options?: TemplateChartOptions): Promise<readonly string[]>;
}

/** What a workload chart needs. */
export const image = { repository: "busybox", tag: "1.36" } as const;

/** What a chart with a Service needs. */
export const served = {
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
} as const;

/** Gives the tests of the enclosing `describe` the charts of the library, the reference pipeline and others. */
export function useNastyCharts(others: ReadonlyMap<string, Files> = new Map()): NastyCharts {
  const directory = useCharts(new Map([...printCharts(), ...others]));
  let count = 0;
  const place: NastyCharts["place"] = async (chart, values) => {
    count += 1;
    const path = join(directory.path, `nasty-${count}.yaml`);
    await writeFile(path, typeof values === "string" ? values : writeAscii(values));
    return { chart: join(directory.path, chart), valuesFiles: [path] };
  };
  return {
    place,
    async render(chart, values, options = {}) {
      const [objects = []] = await renderWithHelms([{ ...options, ...(await place(chart, values)) }]);
      // What helm test runs has nothing of the values.
      return objects.filter(({ metadata }) => metadata.annotations?.["helm.sh/hook"] !== "test");
    },
    async refuse(name, values, options = {}) {
      const { chart, valuesFiles = [] } = await place(name, values);
      const said = helmVersions.map(async (version) => {
        const rendering = templateChart(await findHelm({ version }), chart, { ...options, valuesFiles });
        const error = await rendering.then(
          () => undefined,
          (reason: unknown) => reason,
        );
        assert(error instanceof HelmError, `Helm ${version} took ${JSON.stringify(values).slice(0, 200)}`);
        return error.stderr;
      });
      return await Promise.all(said);
    },
  };
}

/** What objects have that a pod of the level `restricted` may not have. */
export function listRights(objects: readonly KubernetesObject[]): readonly string[] {
  const findings = checkObjects(objects, { releaseNamespace: "default" });
  return findings.filter(({ rule }) => rule === "restricted").map(formatFinding);
}

/** The one object of a kind. */
export function findKind(objects: readonly KubernetesObject[], kind: string): KubernetesObject {
  const [object, ...others] = objects.filter((one) => one.kind === kind);
  assert(object !== undefined && others.length === 0, `expected one ${kind}`);
  return object;
}

/** The pod template of the one object of a kind. */
// biome-ignore lint/suspicious/noExplicitAny: a pod has the fields of its chart
export function findPod(objects: readonly KubernetesObject[], kind: string): any {
  return Object(findKind(objects, kind)["spec"]).template;
}
