import { spawn } from "node:child_process";
import { once } from "node:events";
import { ClusterError } from "../../../cluster/cluster-error.ts";
import { patience } from "../patience.ts";

/** Commands that go on until they are stopped. */
const goesOn = / --watch$| port-forward /;

/** The commands of kubectl and Helm in install notes; a line that ends in a backslash goes on in the next. */
export function readCommands(notes: string): readonly string[] {
  const lines = notes.replaceAll(/ \\\n\s*/g, " ").matchAll(/^ +((?:kubectl|helm) .*)$/gm);
  return [...lines].map(([, command = ""]) => command);
}

/**
 * Runs a command of install notes in a shell, as one would type it; one that would go on is stopped when it has printed
 * a line.
 * @throws ClusterError with what it printed when it fails
 */
export async function runCommandOfNotes(command: string, env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn("sh", ["-c", `exec ${command}`], {
    env: { ...env },
    signal: AbortSignal.timeout(1000 * patience),
  });
  const ended = once(child, "close");
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (goesOn.test(command) && output.includes("\n")) child.kill();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const [code] = await ended;
  const hasWorked = goesOn.test(command) ? output.includes("\n") : code === 0;
  if (!hasWorked) throw new ClusterError("COMMAND", `Cannot run "${command}": ${errors || output}`);
}
