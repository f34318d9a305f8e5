/** How long the type check of the whole repository takes. */
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "../../cli/helm/run-process.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

/**
 * Measures `npm run types` without npm.
 * @throws Error with the output of the check if it finds an error, or fails
 */
export async function measureTypes(root: string, advance: () => void): Promise<readonly Row[]> {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const run = async (): Promise<void> => {
    const { code, stdout, stderr } = await runProcess(process.execPath, [compiler, "-p", join(root, "tsconfig.json")]);
    if (code !== 0) throw new Error(`Cannot check the types: ${stderr || stdout}`);
  };
  const { ours } = await timeByTurns({ ours: { run } }, advance);
  return [{ what: "Check the types of the repository: tsc -p tsconfig.json", ours: formatTime(ours) }];
}
