import { basename, dirname, join } from "node:path";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { ClusterError } from "../cluster-error.ts";
import { locateCache } from "../locate-cache.ts";
import type { Report } from "../provider.ts";
import { buildTools } from "./build-tools.ts";
import { makeLintEnvironment } from "./make-lint-environment.ts";
import { chartTools } from "./tool-modules.ts";

/**
 * Builds or finds `ct` and all programs that it calls except kubectl, and returns their directories.
 * @throws ClusterError when one of them cannot be found or built, FindHelmError when there is no Helm
 */
export async function findChartTesting(report: Report): Promise<readonly string[]> {
  const cache = join(locateCache(), "tools");
  const programs = await buildTools(chartTools, { cache, report });
  return [...(await locateHelm()), ...programs, await makeLintEnvironment(cache, report)];
}

/** The directory in which ct finds the Helm of all commands here; none if that is on PATH. */
async function locateHelm(): Promise<readonly string[]> {
  const { path, source } = await findHelm();
  if (source === "PATH") return [];
  if (basename(path) === "helm") return [dirname(path)];
  throw new ClusterError("UNSUPPORTED", `Cannot use Helm "${path}": ct calls "helm"; give the program that name`);
}
