import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readYaml } from "../yaml/read-yaml.ts";

/** A chart directory. */
export interface ChartDirectory {
  /** The directory, as given. */
  readonly directory: string;
  readonly name: string;
  readonly version: string;
  /** Paths of the values files `ci/NAME-values.yaml`. */
  readonly ci: readonly string[];
  /** Paths of the values files `environments/NAME.yaml`, by name. */
  readonly environments: ReadonlyMap<string, string>;
}

/** A directory is no chart. */
export class ChartDirectoryError extends Error {
  readonly code = "CHART_DIRECTORY";
  readonly path: string;

  constructor(path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ChartDirectoryError";
    this.path = path;
  }
}

/**
 * Reads the facts about a chart directory that the commands need.
 * @throws ChartDirectoryError when it has no Chart.yaml, or one without a name and a version
 */
export async function readChart(path: string): Promise<ChartDirectory> {
  const directory = path.replace(/(?<=.)\/+$/, "");
  const file = join(directory, "Chart.yaml");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const message = `Cannot read the chart "${directory}": expected a directory with Chart.yaml, got ${describeAbsence(error)}`;
    throw new ChartDirectoryError(directory, message);
  });
  const { name, version } = Object(readChartFile(file, text));
  if (typeof name !== "string" || typeof version !== "string") {
    const found = JSON.stringify({ name, version });
    throw new ChartDirectoryError(file, `Cannot read "${file}": expected a name and a version, got ${found}`);
  }
  const ci = (await listYaml(join(directory, "ci"))).filter((each) => each.endsWith("-values.yaml"));
  const environments = await listYaml(join(directory, "environments"));
  return {
    directory,
    name,
    version,
    ci: ci.map((each) => join(directory, "ci", each)),
    environments: new Map(environments.map((each) => [each.slice(0, -5), join(directory, "environments", each)])),
  };
}

/**
 * Reads the charts that are named, or all below `charts/` when none are.
 * @throws ChartDirectoryError when one is no chart, or there are none
 */
export async function readCharts(paths: readonly string[]): Promise<readonly ChartDirectory[]> {
  const named = paths.length > 0 ? paths : (await listNames("charts")).map((name) => join("charts", name));
  if (named.length === 0) {
    throw new ChartDirectoryError("charts", 'Cannot find charts: expected at least one below "charts", got none');
  }
  return await Promise.all(named.map((path) => readChart(path)));
}

function readChartFile(file: string, text: string): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new ChartDirectoryError(file, `Cannot read "${file}": ${found}`, { cause: error });
  }
}

function describeAbsence(error: unknown): string {
  return error instanceof Error && "code" in error && error.code === "ENOENT" ? "none" : String(error);
}

async function listYaml(directory: string): Promise<readonly string[]> {
  return (await listNames(directory)).filter((name) => name.endsWith(".yaml"));
}

/** The names in a directory, sorted, without hidden ones; an absent directory has none. */
async function listNames(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch(() => [] as string[]);
  return names.filter((name) => !name.startsWith(".")).sort();
}
