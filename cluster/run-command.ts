import { basename } from "node:path";
import { type RunProcessOptions, runProcess } from "../cli/helm/run-process.ts";
import { ClusterError } from "./cluster-error.ts";

/**
 * Runs a program that must succeed and returns its output.
 * @throws ClusterError with the output of the program, when it exits with a code other than 0 or could not be started
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: RunProcessOptions = {},
): Promise<string> {
  const typed = [basename(command), ...args].join(" ");
  const result = await runProcess(command, args, options).catch((error: unknown) => {
    throw new ClusterError("COMMAND", `Cannot run "${typed}": ${String(error)}`, { cause: error });
  });
  if (result.code === 0) return result.stdout;
  const printed = (result.stderr || result.stdout).trim();
  throw new ClusterError("COMMAND", `Cannot run "${typed}": it ended with code ${result.code}: ${printed}`);
}
