/** Lines in which stages say when they began and were done, and what these lines tell of their order. */
import { readLogs } from "../read-logs.ts";
import type { Releases } from "../use-releases.ts";
import { contract, type Graph } from "./graph.ts";

/** When something happened to a stage. */
export interface Mark {
  readonly stage: string;
  /** `began`; `done` when it ended well, or is about to answer. */
  readonly event: string;
  /** Tells kernels apart: times since the start of one are no times of another. */
  readonly boot: string;
  /** Hundredths of a second since the kernel started. */
  readonly uptime: number;
  /** Seconds since 1970. */
  readonly seconds: number;
}

/** A function of the shell, `mark STAGE EVENT`, which prints the time; the clock of busybox shows no parts of a second. */
export const markFunction = `mark() {
  read -r up idle </proc/uptime
  echo "mark $1 $2 $(cat /proc/sys/kernel/random/boot_id) \${up%.*}\${up#*.} $(date +%s)"
}`;

const line = /^mark (\S+) (\S+) (\S+) (\d+) (\d+)$/gm;

/**
 * Reads the marks in the logs of containers, once there are as many as expected.
 * @param which arguments of `kubectl logs`
 */
export async function readMarks(
  releases: Releases,
  which: readonly string[],
  expected: number,
): Promise<readonly Mark[]> {
  const all = ["--all-containers", ...which];
  return parseMarks(await readLogs(releases, all, (log) => parseMarks(log).length >= expected));
}

/** Finds the marks among other lines of logs, in the order of the lines. */
function parseMarks(log: string): readonly Mark[] {
  return [...log.matchAll(line)].map(([, stage = "", event = "", boot = "", uptime, seconds]) => ({
    stage,
    event,
    boot,
    uptime: Number(uptime),
    seconds: Number(seconds),
  }));
}

/** What happened, as words in the order of the alphabet: one mark of a stage that did the same twice is there twice. */
export function listEvents(marks: readonly Mark[]): readonly string[] {
  return marks.map(({ stage, event }) => `${stage} ${event}`).sort();
}

/** A sentence for each stage that began before one was done which it waits for. */
export function listEarlyStarts(graph: Graph, marks: readonly Mark[]): readonly string[] {
  const find = (stage: string, event: string): readonly Mark[] =>
    marks.filter((mark) => mark.stage === stage && mark.event === event);
  return [...contract(graph)].flatMap(([stage, upstream]) =>
    find(stage, "began").flatMap((began) =>
      upstream
        .filter((other) => !find(other, "done").some((done) => isBefore(done, began)))
        .map((other) => `${stage} began before ${other} was done`),
    ),
  );
}

function isBefore(done: Mark, began: Mark): boolean {
  return done.boot === began.boot ? done.uptime <= began.uptime : done.seconds <= began.seconds;
}
