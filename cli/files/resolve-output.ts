import { lstat, mkdir, realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { OutputError } from "./output-error.ts";

/**
 * Resolves a directory that will be written below `base`, makes its missing parents, and returns its absolute path.
 * @param parents `kept` makes none, to check a place before anything is written
 * @throws OutputError when it is `base` itself, lies outside, is no directory, or is reached through a symbolic link
 */
export async function resolveOutput(root: string, base: string, parents: "made" | "kept" = "made"): Promise<string> {
  const doing = `Cannot write the directory "${root}"`;
  const inside = relative(resolve(base), resolve(base, root));
  if (inside === "")
    throw new OutputError("OUTSIDE", root, `${doing}: expected one below "${base}", got "${base}" itself`);
  if (isAbsolute(inside) || inside === ".." || inside.startsWith(`..${sep}`)) {
    throw new OutputError("OUTSIDE", root, `${doing}: expected one below "${base}", got one outside of it`);
  }
  // The base is trusted and may itself be reached through a link, like temporary directories on some systems.
  let path = await realpath(base);
  const names = inside.split(sep);
  for (const [index, name] of names.entries()) {
    path = join(path, name);
    const stats = await lstat(path).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw new OutputError("FAILED", path, `${doing}: ${String(error)}`, { cause: error });
    });
    if (stats?.isSymbolicLink()) {
      throw new OutputError(
        "SYMBOLIC_LINK",
        path,
        `${doing}: expected real directories, got a symbolic link at "${path}"`,
      );
    }
    if (stats !== undefined && !stats.isDirectory()) {
      throw new OutputError("NOT_A_DIRECTORY", path, `${doing}: expected a directory at "${path}", got a file`);
    }
    const isMissingParent = stats === undefined && index < names.length - 1;
    if (isMissingParent && parents === "made") await mkdir(path, { recursive: true });
  }
  return path;
}
