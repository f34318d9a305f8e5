/** What a run of the tests did to the cluster, for the table at its end. */
export interface RunCounts {
  /** Counts something that was done, such as "installs". */
  add(what: string, count?: number): void;
  /** All that was counted, in the order of its first time. */
  list(): readonly (readonly [what: string, count: number])[];
}

/** Begins to count. */
export function runCounts(): RunCounts {
  const counts = new Map<string, number>();
  return {
    add(what, count = 1) {
      counts.set(what, (counts.get(what) ?? 0) + count);
    },
    list: () => [...counts],
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
