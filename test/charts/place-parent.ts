/** A chart that depends on another one once for each of several values: Helm is run once for all of them. */
import { mkdir, mkdtemp, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { placeFiles } from "../cli/sample-chart.ts";
import { writeAscii } from "../yaml/write-ascii.ts";

/** A chart on disk that depends on another. */
export interface Parent {
  readonly directory: string;
  /** The name that the other chart has for each of the values, in their order. */
  readonly aliases: readonly string[];
  /** The values to give. */
  readonly values: Readonly<Record<string, object>>;
}

/** Makes such a chart next to the directory of the other, whose name is given. */
export async function placeParent(chart: string, name: string, values: readonly object[]): Promise<Parent> {
  const directory = await mkdtemp(join(dirname(chart), "many-"));
  const aliased = values.map((each, i) => [`c${i}`, each] as const);
  const aliases = aliased.map(([alias]) => alias);
  const dependencies = aliases.map((alias) => ({ name, alias, version: ">=0.0.0-0", repository: "" }));
  const manifest = { apiVersion: "v2", name: "many", version: "1.0.0", dependencies };
  await placeFiles(directory, new Map([["Chart.yaml", writeAscii(manifest)]]));
  await mkdir(join(directory, "charts"));
  await symlink(chart, join(directory, "charts", name));
  return { directory, aliases, values: Object.fromEntries(aliased) };
}
