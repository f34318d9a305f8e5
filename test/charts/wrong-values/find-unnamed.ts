/** Which mistakes Helm, or our own check, does not refuse by their path. */
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Helm, runHelm } from "../../../cli/helm/run-helm.ts";
import type { JsonObject, JsonSchema } from "../../../generator/chart.ts";
import { compileSchema } from "../../../generator/values/validate-values.ts";
import { placeParent } from "../place-parent.ts";
import type { WrongValues } from "./pack-mistakes.ts";
import { printRefusal, type Refusals, readHelmRefusals } from "./read-refusals.ts";
import type { Plan } from "./subject.ts";

/** Where a chart is, and its name. */
export interface PlacedChart {
  readonly directory: string;
  readonly name: string;
}

/** Renders the chart in a directory with values and returns Helm's complaint, "" where it has none. */
export async function complainOf(helm: Helm, directory: string, values: object): Promise<string> {
  const file = join(directory, "..", `${randomUUID()}.yaml`);
  // JSON is YAML; it ends with a newline, without which some versions of Helm drop the file.
  await writeFile(file, `${JSON.stringify(values, null, 1)}\n`);
  const { code, stderr } = await runHelm(helm, ["template", "refused", directory, "--values", file]);
  return code === 0 ? "" : stderr;
}

/** What Helm refuses of each of several values files of a chart, in one run. */
export async function refusalsOf(
  helm: Helm,
  { directory, name }: PlacedChart,
  files: readonly JsonObject[],
): Promise<readonly Refusals[]> {
  const parent = await placeParent(directory, name, files);
  const complaint = await complainOf(helm, parent.directory, parent.values);
  return parent.aliases.map((alias) => readHelmRefusals(complaint, alias));
}

/** The mistakes that Helm does not name, as `keyword path`. */
export async function findUnnamed(helm: Helm, chart: PlacedChart, { files }: Plan): Promise<readonly string[]> {
  const refusals = await refusalsOf(
    helm,
    chart,
    files.map(({ forHelm }) => forHelm),
  );
  return files.flatMap((file, i) => missingFrom(refusals[i] ?? new Set(), file));
}

/** The mistakes whose paths our own check does not name, as `keyword path`. */
export function listUnnamedByUs(schema: JsonSchema, plan: Plan): readonly string[] {
  const check = compileSchema(schema);
  return plan.files.flatMap(({ plain, mistakes }) => {
    const named = new Set(check(plain).map(({ path }) => path));
    const missing = mistakes.filter(({ path }) => !named.has(path.join(".")));
    return missing.map(({ mistake, path }) => printRefusal(mistake.keyword, path));
  });
}

function missingFrom(refusals: Refusals, { mistakes }: WrongValues): readonly string[] {
  const missing = mistakes.filter(({ mistake: { keyword, schema }, path }) => {
    // Helm 4 calls an enum of one word a const.
    const isConst = keyword === "enum" && schema.enum?.length === 1 && refusals.has(printRefusal("const", path));
    return !isConst && !refusals.has(printRefusal(keyword, path));
  });
  return missing.map(({ mistake, path }) => printRefusal(mistake.keyword, path));
}
