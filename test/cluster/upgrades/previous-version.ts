import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import * as tar from "tar";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { runCommand } from "../../../cluster/run-command.ts";

/** A chart as git has it of the time when its version was another. */
export interface PreviousVersion {
  readonly version: string;
  /** The last commit that has this version. */
  readonly commit: string;
  /** Names of the values files in its `ci`. */
  readonly ci: readonly string[];
}

/**
 * Finds the version that a chart had before, in the history that is there: of a shallow clone that is short.
 * @param repository directory of a git work tree
 * @param chart path of the chart in it
 * @param version the chart's version now
 * @returns nothing when the chart never had another version
 */
export async function findPreviousVersion(
  repository: string,
  chart: string,
  version: string,
): Promise<PreviousVersion | undefined> {
  const file = `${chart}/Chart.yaml`;
  const log = await runCommand("git", ["log", "--format=%H", "--", file], { cwd: repository });
  const changes = log.split("\n").filter((commit) => commit !== "");
  // The version changes in a commit: what was before it is the last of the version before.
  for (const commit of ["HEAD", ...changes.map((change) => `${change}^`)]) {
    const { code, stdout } = await runProcess("git", ["show", `${commit}:${file}`], { cwd: repository });
    const found = code === 0 ? /^version: (.*)$/m.exec(stdout)?.[1] : undefined;
    if (found === undefined || found === version) continue;
    const names = await runCommand("git", ["ls-tree", "--name-only", `${commit}:${chart}/ci`], { cwd: repository });
    return { version: found, commit, ci: names.split("\n").filter((name) => name !== "") };
  }
  return undefined;
}

/**
 * Writes a chart as a commit has it into a directory.
 * @returns path of the chart
 */
export async function placeCommit(
  repository: string,
  { commit }: PreviousVersion,
  chart: string,
  directory: string,
): Promise<string> {
  await mkdir(directory, { recursive: true });
  const archive = join(directory, "previous.tar");
  await runCommand("git", ["archive", "--format=tar", `--output=${archive}`, commit, chart], { cwd: repository });
  await tar.extract({ file: archive, cwd: directory });
  return join(directory, chart);
}
