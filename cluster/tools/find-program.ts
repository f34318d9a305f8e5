import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** Finds a program in the directories of a PATH, or at its own path if its name is one, or returns nothing. */
export async function findProgram(name: string, path: string): Promise<string | undefined> {
  const directories = path.split(delimiter).filter((directory) => directory !== "");
  const files = isAbsolute(name) ? [name] : directories.map((directory) => join(directory, name));
  for (const file of files) {
    const canRun = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (canRun) return file;
  }
  return undefined;
}
