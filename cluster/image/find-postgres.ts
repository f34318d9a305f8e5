import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { findProgram } from "../tools/find-program.ts";

/** Programs of the image of PostgreSQL: Debian has some in a package of clients, which may be installed alone. */
export const postgresPrograms = ["postgres", "initdb", "pg_ctl", "pg_isready", "psql"] as const;

/**
 * Finds the newest PostgreSQL of Debian that has all programs, and returns its directory: `/usr/lib/postgresql/15`.
 * @param versions directory with a subdirectory for each version
 */
export async function findPostgres(versions = "/usr/lib/postgresql"): Promise<string | undefined> {
  const names = (await readdir(versions).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  for (const directory of names.map((name) => join(versions, name))) {
    const programs = postgresPrograms.map((name) => findProgram(join(directory, "bin", name), ""));
    if (!(await Promise.all(programs)).includes(undefined)) return directory;
  }
  return undefined;
}
