import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type ProcessResult, runProcess } from "./run-process.ts";

/** A Helm binary that can be run. */
export interface Helm {
  /** Path of the binary, or `helm` when it is found on PATH. */
  readonly path: string;
  /** Version without a leading `v`: `4.1.4`. */
  readonly version: string;
  /** How it was found. */
  readonly source: "HELM" | "PATH" | "bundled";
}

/** How one Helm command is run. */
export interface RunHelmOptions {
  /** Text for the standard input. */
  readonly input?: string;
  /** Working directory (default: that of this process). */
  readonly cwd?: string;
  /** Variables of the environment in addition to the hermetic ones, such as KUBECONFIG. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A failed Helm command, with its output. */
export class HelmError extends Error {
  readonly code = "HELM";
  /** Helm's exit code. */
  readonly exitCode: number;
  readonly stderr: string;
  /** The command, as typed into a shell. */
  readonly command: string;

  constructor(doing: string, command: string, result: ProcessResult) {
    const printed = [result.stderr, result.stdout].map((text) => text.trim()).find((text) => text !== "");
    super(`${doing}: helm ended with code ${result.code}: ${printed ?? "it printed nothing"}`);
    this.name = "HelmError";
    this.exitCode = result.code;
    this.stderr = result.stderr;
    this.command = command;
  }
}

// Nothing listens on the discard port, so a request that would leave this machine fails at once. Go's
// HTTP client never uses a proxy for loopback addresses: a chart repository in a test still works.
const noNetwork = "http://127.0.0.1:9";

/**
 * Runs Helm in a hermetic environment: without configuration, cache, plugins, cluster or network of the user.
 * The result has the exit code; the promise rejects only if the binary cannot be started.
 */
export async function runHelm(
  helm: Pick<Helm, "path">,
  args: readonly string[],
  options: RunHelmOptions = {},
): Promise<ProcessResult> {
  const { env, ...rest } = options;
  // Not created here: most commands write nothing, and so need no write permission. Helm creates it if needed.
  const home = join(tmpdir(), `chartwright-helm-${randomBytes(8).toString("hex")}`);
  try {
    return await runProcess(helm.path, args, { ...rest, env: { ...hermeticEnvironment(home), ...env } });
  } finally {
    await rm(home, { recursive: true, force: true }).catch(() => {});
  }
}

/** Prints a Helm command, as typed into a shell. */
export function printCommand(args: readonly string[]): string {
  const words = args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`));
  return ["helm", ...words].join(" ");
}

function hermeticEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    HELM_CONFIG_HOME: join(home, "config"),
    HELM_CACHE_HOME: join(home, "cache"),
    HELM_DATA_HOME: join(home, "data"),
    HELM_PLUGINS: join(home, "plugins"),
    KUBECONFIG: devNull,
    // Helm ends before collecting its garbage pays off: a fifth less CPU time, for 6 to 20 MB more memory.
    GOGC: "400",
    HTTP_PROXY: noNetwork,
    HTTPS_PROXY: noNetwork,
  };
}
