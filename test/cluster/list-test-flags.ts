import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readYaml } from "../../scripts/lib/read-yaml.ts";

/** A chart that another one holds. */
interface Dependency {
  readonly name: string;
  readonly alias?: string;
}

/**
 * The flags of Helm's that switch on the tests of a chart: those of its own, and those of the charts that it holds.
 * Whether a chart has tests, its schema says.
 * @param chart directory of the chart; the charts that it holds lie beside it, too, with their schemas
 */
export async function listTestFlags(chart: string): Promise<readonly string[]> {
  const own = (await hasTests(chart)) ? ["--set=tests.enabled=true"] : [];
  const { dependencies = [] }: { dependencies?: readonly Dependency[] } = Object(
    readYaml(await readFile(join(chart, "Chart.yaml"), "utf8")),
  );
  const inner = dependencies.map(async ({ name, alias = name }) =>
    (await hasTests(join(dirname(chart), name))) ? [`--set=${alias}.tests.enabled=true`] : [],
  );
  return [...own, ...(await Promise.all(inner)).flat()];
}

async function hasTests(chart: string): Promise<boolean> {
  const schema = JSON.parse(await readFile(join(chart, "values.schema.json"), "utf8"));
  return Object.hasOwn(schema.properties, "tests");
}
