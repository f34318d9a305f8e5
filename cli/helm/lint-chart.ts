import { type Helm, HelmError, printCommand, runHelm } from "./run-helm.ts";

/**
 * Runs `helm lint --strict` on a chart directory and returns its output; a warning counts as a failure.
 * Lint ignores `fail` and `required`: guards are tested with `templateChart`.
 * @throws HelmError with the complaints
 */
export async function lintChart(
  helm: Pick<Helm, "path">,
  directory: string,
  valuesFiles: readonly string[] = [],
): Promise<string> {
  const args = ["lint", "--strict", directory, ...valuesFiles.flatMap((file) => ["--values", file])];
  const result = await runHelm(helm, args);
  if (result.code === 0) return result.stdout;
  // Helm lists the complaints on its output and only counts them on its error output.
  const printed = { ...result, stderr: [result.stdout, result.stderr].map((text) => text.trim()).join("\n") };
  throw new HelmError(`Cannot pass the chart "${directory}"`, printCommand(args), printed);
}
