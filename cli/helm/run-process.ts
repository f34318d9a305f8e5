import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";

/** The result of a child process. */
export interface ProcessResult {
  /** Exit code; 128 when a signal ended the process. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a child process is started. */
export interface RunProcessOptions {
  /** Text for the standard input (default: an empty input). */
  readonly input?: string;
  /** Working directory (default: that of this process). */
  readonly cwd?: string;
  /** The whole environment of the child (default: that of this process). */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program without a shell and collects what it prints; rejects only when it cannot be started. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: RunProcessOptions = {},
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    // A program may end without reading its input: its output then explains why, not the broken pipe.
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({
        code: code ?? 128,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
    child.stdin.end(options.input ?? "");
  });
}
