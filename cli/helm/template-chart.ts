import { type Helm, HelmError, printCommand, runHelm } from "./run-helm.ts";

/** The options of `helm template`. */
export interface TemplateChartOptions {
  /** Release name (default: `release-name`, as in Helm). */
  readonly release?: string;
  /** Namespace of the release (default: `default`). */
  readonly namespace?: string;
  /** Values files, later ones win. */
  readonly valuesFiles?: readonly string[];
  /** Values in the syntax of `--set`: `image.tag=2`. */
  readonly set?: readonly string[];
  /** Whether hooks are printed too (default: true). */
  readonly includeHooks?: boolean;
  /** Whether the objects in `crds/` are printed too (default: false). */
  readonly includeCrds?: boolean;
  /** Only these templates, by their path in the chart. */
  readonly showOnly?: readonly string[];
  /** Kubernetes version in `.Capabilities`: `1.34.0`. */
  readonly kubeVersion?: string;
  /** API versions in `.Capabilities` in addition to the built-in ones: `monitoring.coreos.com/v1/ServiceMonitor`. */
  readonly apiVersions?: readonly string[];
  /** Renders as an upgrade: `.Release.IsUpgrade` is true (default: false). */
  readonly isUpgrade?: boolean;
  /** Skips the check of the values by the chart's schema (default: false). */
  readonly skipSchemaValidation?: boolean;
}

/**
 * Renders a chart, a directory or a packaged one, and returns the manifests as `helm template` prints them.
 * @throws HelmError when Helm refuses the chart or the values
 */
export async function templateChart(
  helm: Pick<Helm, "path">,
  chart: string,
  options: TemplateChartOptions = {},
): Promise<string> {
  const args = ["template", options.release ?? "release-name", chart, "--namespace", options.namespace ?? "default"];
  args.push(...repeat("--values", options.valuesFiles), ...repeat("--set", options.set));
  args.push(...repeat("--show-only", options.showOnly), ...repeat("--api-versions", options.apiVersions));
  if (options.includeHooks === false) args.push("--no-hooks");
  if (options.includeCrds === true) args.push("--include-crds");
  if (options.kubeVersion !== undefined) args.push("--kube-version", options.kubeVersion);
  if (options.isUpgrade === true) args.push("--is-upgrade");
  if (options.skipSchemaValidation === true) args.push("--skip-schema-validation");
  const result = await runHelm(helm, args);
  if (result.code !== 0) throw new HelmError(`Cannot render the chart "${chart}"`, printCommand(args), result);
  return result.stdout;
}

function repeat(flag: string, values: readonly string[] = []): string[] {
  return values.flatMap((value) => [flag, value]);
}
