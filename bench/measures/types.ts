/** How long the type check of the whole repository takes. */
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "../../scripts/lib/run-process.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

/** Measures `npm run types` without npm. What the check finds is not asked here. */
export async function measureTypes(root: string, advance: () => void): Promise<readonly Row[]> {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const run = () => runProcess(process.execPath, [compiler, "-p", join(root, "tsconfig.json")]);
  const { ours } = await timeByTurns({ ours: { run } }, advance);
  return [{ what: "Check the types of the repository: tsc -p tsconfig.json", ours: formatTime(ours) }];
}
