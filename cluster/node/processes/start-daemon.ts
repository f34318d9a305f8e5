import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { toolEnvironment } from "../../tools/tool-environment.ts";
import { enterNetwork } from "../network-namespace.ts";
import type { Node } from "../node.ts";
import type { NodeLayout } from "../node-layout.ts";
import type { Daemon } from "./daemons.ts";
import { clusterVariable } from "./find-processes.ts";

/** How a program is started that outlives this process. */
export interface StartDaemonOptions {
  /** Name of its log: `NAME.log`. */
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Variables in addition to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a program that goes on when this process ends. Its output goes into a log; it is marked as a part of the
 * cluster, so that it is found again.
 */
export async function startDaemon(layout: NodeLayout, options: StartDaemonOptions): Promise<void> {
  const [program = "", ...args] = options.command;
  const log = await open(join(layout.logs, `${options.name}.log`), "a");
  try {
    const child = spawn(program, args, {
      // A session of its own: signals to this process' group, as Ctrl-C sends them, do not reach it.
      detached: true,
      cwd: layout.root,
      stdio: ["ignore", log.fd, log.fd],
      env: { ...process.env, ...options.env, [clusterVariable]: layout.root },
    });
    await once(child, "spawn");
    child.unref();
  } finally {
    await log.close();
  }
}

/** Starts one of the node's own programs, in the node's network. */
export async function startProgram({ layout, programs }: Node, { name, args }: Daemon): Promise<void> {
  // All are Go's: they take some more memory, and less of the processors, of which tests have few.
  const env = { GOGC: "200", ...toolEnvironment(programs) };
  await startDaemon(layout, { name, command: [...enterNetwork, name, ...args], env });
}
