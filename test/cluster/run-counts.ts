import { sharedLines } from "./shared-lines.ts";

/** What a run of the tests did to the cluster, for the table at its end. */
export interface RunCounts {
  /** Counts something that was done, such as "installs". */
  add(what: string, count?: number): void;
  /** All that any process counted, in the order of the alphabet. */
  list(): readonly (readonly [what: string, count: number])[];
}

/**
 * Counts in a file, for tests run in several processes.
 * @param path of the file; it need not be there yet
 */
export function runCounts(path: string): RunCounts {
  const lines = sharedLines<readonly [what: string, count: number]>(path);
  return {
    add(what, count = 1) {
      lines.add([what, count]);
    },
    list() {
      const counts = new Map<string, number>();
      for (const [what, count] of lines.read()) counts.set(what, (counts.get(what) ?? 0) + count);
      return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
    },
  };
}

const commands: Readonly<Record<string, string>> = {
  install: "installs",
  upgrade: "upgrades",
  rollback: "rollbacks",
  uninstall: "uninstalls",
  test: "runs of helm test",
};

/** What a command of Helm's counts as; nothing when it changes no release. */
export function nameHelmCommand([command = ""]: readonly string[]): string | undefined {
  return Object.hasOwn(commands, command) ? commands[command] : undefined;
}
