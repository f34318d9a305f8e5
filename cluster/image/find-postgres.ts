import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { findProgram } from "../tools/find-program.ts";

/** Programs that the image of PostgreSQL runs: Debian has some in a package of clients, which may come alone. */
export const postgresPrograms = ["postgres", "initdb", "pg_ctl", "pg_isready", "psql"] as const;

/**
 * Finds the newest PostgreSQL of Debian that has all programs, and returns its directory: `/usr/lib/postgresql/15`.
 * @param versions directory that has one of each version
 */
export async function findPostgres(versions = "/usr/lib/postgresql"): Promise<string | undefined> {
  const names = (await readdir(versions).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  for (const directory of names.map((name) => join(versions, name))) {
    const programs = postgresPrograms.map((name) => findProgram(join(directory, "bin", name), ""));
    if (!(await Promise.all(programs)).includes(undefined)) return directory;
  }
  return undefined;
}
