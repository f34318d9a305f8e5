import { join } from "node:path";
import { type Pipeline, printPipeline } from "../../../generator/mod.ts";
import { oncePer } from "../../../generator/once-per.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { writeAscii } from "../../yaml/write-ascii.ts";

const printOnce = oncePer(printPipeline);

/** A pipeline in an umbrella: under an alias, or as a copy of the chart with a name of its own. */
export interface Placed {
  readonly pipeline: Pipeline;
  readonly alias?: string;
  readonly copy?: string;
  readonly values?: object;
}

const nameOf = ({ pipeline, alias, copy }: Placed): string => alias ?? copy ?? pipeline.name;

/** Writes a company's umbrella chart with some pipelines; each chart is there once, whatever its aliases. */
export async function placeCompany(path: string, placed: readonly Placed[]): Promise<void> {
  const dependencies = placed.map(({ pipeline, alias, copy }) => ({
    name: copy ?? pipeline.name,
    version: pipeline.version,
    repository: "",
    ...(alias === undefined ? {} : { alias }),
  }));
  for (const { pipeline, copy } of placed) {
    const files = new Map(printOnce(pipeline));
    const chart = files.get("Chart.yaml") ?? "";
    if (copy !== undefined) files.set("Chart.yaml", chart.replace(/^name: .*$/m, `name: ${copy}`));
    await placeFiles(join(path, "charts", copy ?? pipeline.name), files);
  }
  await placeFiles(
    path,
    new Map([
      ["Chart.yaml", writeAscii({ apiVersion: "v2", name: "company", version: "1.0.0", dependencies })],
      ["values.yaml", writeAscii(Object.fromEntries(placed.map((one) => [nameOf(one), one.values ?? {}])))],
    ]),
  );
}
