import type { Helm } from "../../cli/helm/run-helm.ts";
import { type TemplateChartOptions, templateChart } from "../../cli/helm/template-chart.ts";
import { isKubernetesObject, type KubernetesObject } from "../../generator/mod.ts";
import { readManifests } from "./read-manifests.ts";

/**
 * Renders a chart with Helm and returns its objects, in Helm's order.
 * @throws HelmError when Helm refuses the chart or the values
 * @throws ManifestError for a document that is not YAML or no object
 * @throws TypeError for an object without an apiVersion, a kind or metadata
 */
export async function renderObjects(
  helm: Pick<Helm, "path">,
  chart: string,
  options: TemplateChartOptions,
): Promise<readonly KubernetesObject[]> {
  return readManifests(await templateChart(helm, chart, options)).map((manifest) => {
    if (isKubernetesObject(manifest)) return manifest;
    const found = JSON.stringify(manifest).slice(0, 80);
    throw new TypeError(`Cannot read an object of "${chart}": expected apiVersion, kind and metadata, got ${found}`);
  });
}
