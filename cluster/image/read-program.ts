import { readFile, realpath } from "node:fs/promises";
import type { TarFile } from "../../cli/chart-directory/pack-tar.ts";
import { runProcess } from "../../cli/helm/run-process.ts";
import { ClusterError } from "../cluster-error.ts";
import { runCommand } from "../run-command.ts";
import { findProgram } from "../tools/find-program.ts";
import { toolEnvironment } from "../tools/tool-environment.ts";

/**
 * Reads a program of this machine, to be put at a path in an image.
 * @throws ClusterError when it is not installed
 */
export async function readProgram(name: string, path: string, programs: readonly string[] = []): Promise<TarFile> {
  return { type: "file", path, mode: 0o755, content: await readFile(await locateProgram(name, programs)) };
}

/**
 * Reads the shared libraries of a program, including the loader: each must be put at the same path.
 * @throws ClusterError when the program is not installed
 */
export async function readLibraries(name: string): Promise<readonly TarFile[]> {
  const printed = await runCommand("ldd", [await locateProgram(name, [])]);
  const read = async (path: string): Promise<TarFile> => ({
    type: "file",
    path: path.slice(1),
    mode: 0o755,
    content: await readFile(await realpath(path)),
  });
  return await Promise.all(listLibraries(printed).map(read));
}

/** Whether a program needs no shared libraries, so that it runs in an image without other files. */
export async function isStatic(file: string): Promise<boolean> {
  // It ends with code 1 when the program has no loader.
  const { stdout } = await runProcess("ldd", [file]);
  return listLibraries(stdout).length === 0;
}

/** Reads the paths of libraries in the output of ldd: `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f...)`. */
export function listLibraries(printed: string): readonly string[] {
  return [...printed.matchAll(/^\s+(?:\S+ => )?(\/\S+) \(0x[0-9a-f]+\)$/gm)].map(([, path = ""]) => path);
}

async function locateProgram(name: string, programs: readonly string[]): Promise<string> {
  const file = await findProgram(name, toolEnvironment(programs)["PATH"] ?? "");
  if (file !== undefined) return file;
  throw new ClusterError("MISSING", `Cannot make an image of the program "${name}": it is not installed`);
}
