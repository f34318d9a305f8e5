/** What a chart refuses several values with, asked in one run: `helm lint` tells what fails, and goes on. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import { runHelm } from "../../cli/helm/run-helm.ts";
import type { TemplateChartOptions } from "../../cli/helm/template-chart.ts";
import { NEWEST_KUBERNETES } from "../../generator/values/kubernetes/newer-fields.ts";
import { END, placeParent } from "../charts/place-parent.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { writeAscii } from "../yaml/write-ascii.ts";

/**
 * The message of the first `fail` or `required` that each of the values comes to, where a render would stop. There is
 * none for values that come to none, and for those that Helm did not come to: lint ends where a template cannot go on.
 */
export async function lintRefusals(
  version: BundledVersion,
  chart: string,
  name: string,
  values: readonly object[],
  { skipSchemaValidation = false }: TemplateChartOptions = {},
): Promise<readonly (string | undefined)[]> {
  const parent = await placeParent(chart, name, values, { hasEnds: true, hasOneSchema: true });
  // Lint renders no chart without a template of its own.
  await placeFiles(parent.directory, new Map([["templates/empty.yaml", ""]]));
  const valuesFile = join(parent.directory, "given.yaml");
  await writeFile(valuesFile, writeAscii(parent.values));
  const args = ["lint", parent.directory, "--values", valuesFile, "--kube-version", NEWEST_KUBERNETES];
  const more = skipSchemaValidation ? ["--skip-schema-validation"] : [];
  const { stderr } = await runHelm(await findHelm({ version }), [...args, ...more]);
  const messages = version === "3.17.3" ? readLines(stderr) : readRecords(stderr);
  const first = new Map<string, string>();
  let before: string[] = [];
  for (const message of messages) {
    const alias = message.endsWith(END) ? message.slice(0, -END.length) : undefined;
    if (alias === undefined || !parent.aliases.includes(alias)) {
      before.push(message);
      continue;
    }
    const [told] = before;
    if (told !== undefined && !first.has(alias)) first.set(alias, told);
    before = [];
  }
  return parent.aliases.map((alias) => first.get(alias));
}

/** Helm 3 logs `engine.go:227: [INFO] Fail: message`. */
function readLines(log: string): readonly string[] {
  return [...log.matchAll(/^\S+: \[INFO\] (?:Fail|Missing required value): (.*)$/gm)].map(([, told = ""]) => told);
}

/** Helm 4 logs records with a `message`, quoted where it is more than a word. */
function readRecords(log: string): readonly string[] {
  const found = log.matchAll(/^level=\w+ msg="(?:funcMap fail|missing required value)" message=(.*)$/gm);
  return [...found].map(([, told = ""]) => (told.startsWith('"') ? readQuoted(told) : told));
}

/** Go escapes a few characters as JSON does not: such a message is not told. */
function readQuoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
