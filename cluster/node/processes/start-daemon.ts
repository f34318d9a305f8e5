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

/** How a program is started that keeps running after this process. */
export interface StartDaemonOptions {
  /** Name of its log: `NAME.log`. */
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Variables in addition to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a program that keeps running after this process ends. Its output goes to a log; it is marked as a part of the
 * cluster, so that it can be found.
 */
export async function startDaemon(layout: NodeLayout, options: StartDaemonOptions): Promise<void> {
  const [program = "", ...args] = options.command;
  const log = await open(join(layout.logs, `${options.name}.log`), "a");
  try {
    const child = spawn(program, args, {
      // A session of its own: it does not receive signals to this process' group, such as those of Ctrl-C.
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
  // All are Go programs: this trades memory for CPU time, of which tests have little.
  const env = { GOGC: "200", ...toolEnvironment(programs) };
  await startDaemon(layout, { name, command: [...enterNetwork, name, ...args], env });
}
