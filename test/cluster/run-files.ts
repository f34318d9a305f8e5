import { relative } from "node:path";
import Mocha from "mocha";

/** How files of tests are run. */
export interface RunFilesOptions {
  /** How many at once, each in a process of its own; if one, all of them in this process. */
  readonly jobs: number;
  /** A regular expression that the titles of tests must match (default: all do). */
  readonly grep: string | undefined;
  /** Called with each test that passed: its directory, or its file, below this one. */
  readonly onPass: (part: string) => void;
}

/** Milliseconds after which a test counts as failed, on a machine that is busy with other things too. */
const timeout = 30 * 60_000;

/**
 * Runs files of tests with mocha, which prints how each test ends.
 * @returns how many tests and hooks failed
 */
export async function runFiles(files: readonly string[], options: RunFilesOptions): Promise<number> {
  const { jobs, grep, onPass } = options;
  if (files.length === 0) return 0;
  const parallel = jobs > 1;
  const mocha = new Mocha({
    parallel,
    jobs,
    timeout,
    // None is left out by what is written in a file.
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of files) mocha.addFile(file);
  if (!parallel) await mocha.loadFilesAsync();
  return await new Promise((resolve) => {
    mocha.run(resolve).on("pass", ({ file = "" }) => {
      const [part = ""] = relative(import.meta.dirname, file).split(/[/.]/);
      onPass(part);
    });
  });
}
