import { join } from "node:path";
import { buildTools } from "./build-tools.ts";
import { locateCache } from "./locate-cache.ts";
import { makeLintEnvironment } from "./make-lint-environment.ts";
import type { Report } from "./provider.ts";
import { chartTools } from "./tool-modules.ts";

/** Builds or finds `ct` and all that it calls but kubectl, and returns the directories in which they lie. */
export async function findChartTesting(report: Report): Promise<readonly string[]> {
  const cache = join(locateCache(), "tools");
  const programs = await buildTools(chartTools, { cache, report });
  return [...programs, await makeLintEnvironment(cache, report)];
}
