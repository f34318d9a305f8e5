import { runCommand } from "../run-command.ts";
import { findProgram } from "./find-program.ts";
import { toolEnvironment } from "./tool-environment.ts";

/** Finds Python: the system's, for which apt-get installs missing packages, else the first of the PATH. */
export async function findPython(): Promise<string | undefined> {
  return (await findProgram("/usr/bin/python3", "")) ?? (await findProgram("python3", toolEnvironment()["PATH"] ?? ""));
}

/**
 * The identity of a Python: its version and its real path.
 * @throws ClusterError when it does not run
 */
export async function describePython(python: string): Promise<string> {
  return await runCommand(python, ["-c", "import os, sys; print(sys.version, os.path.realpath(sys.executable))"]);
}
