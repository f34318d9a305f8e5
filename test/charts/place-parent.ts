/** A chart that depends on another one once for each of several values: Helm is run once for all of them. */
import { mkdir, mkdtemp, readdir, readFile, symlink } from "node:fs/promises";
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

const SCHEMA = "values.schema.json";

/** What follows the alias of a chart in that of the chart that ends it. */
export const END = "-end";

// It fails where the other chart has templates: in its own directory, and with its tests.
const ending = ["templates/end.yaml", "templates/tests/end.yaml"].map(
  (path) => [`charts/end/${path}`, "{{ fail .Chart.Name }}\n"] as const,
);

/**
 * Makes such a chart next to the directory of the other, whose name is given; with ends, one more chart fails with its
 * own name, that of the other followed by END, after each. With one schema, that of the other chart is the parent's, for
 * each of the values: Helm compiles it once then, and not for each alias.
 */
export async function placeParent(
  chart: string,
  name: string,
  values: readonly object[],
  { hasEnds = false, hasOneSchema = false } = {},
): Promise<Parent> {
  const directory = await mkdtemp(join(dirname(chart), "many-"));
  const aliased = values.map((each, i) => [`c${i}`, each] as const);
  const aliases = aliased.map(([alias]) => alias);
  const depend = (name: string, alias: string): object => ({ name, alias, version: ">=0.0.0-0", repository: "" });
  const ends = hasEnds ? aliases.map((alias) => depend("end", `${alias}${END}`)) : [];
  const dependencies = [...aliases.map((alias) => depend(name, alias)), ...ends];
  const manifest = { apiVersion: "v2", name: "many", version: "1.0.0", dependencies };
  const end = { apiVersion: "v2", name: "end", version: "1.0.0" };
  const more = hasEnds ? [["charts/end/Chart.yaml", writeAscii(end)] as const, ...ending] : [];
  await placeFiles(directory, new Map([["Chart.yaml", writeAscii(manifest)], ...more]));
  await mkdir(join(directory, "charts"), { recursive: true });
  const copy = join(directory, "charts", name);
  if (hasOneSchema) {
    await mkdir(copy);
    const entries = (await readdir(chart)).filter((entry) => entry !== SCHEMA);
    await Promise.all(entries.map((entry) => symlink(join(chart, entry), join(copy, entry))));
    const { definitions = {}, ...schema } = Object(JSON.parse(await readFile(join(chart, SCHEMA), "utf8")));
    const ofEach = { definitions, type: "object", patternProperties: { "^c[0-9]+$": schema } };
    await placeFiles(directory, new Map([[SCHEMA, JSON.stringify(ofEach)]]));
  } else {
    await symlink(chart, copy);
  }
  return { directory, aliases, values: Object.fromEntries(aliased) };
}
