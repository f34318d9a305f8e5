import { realpathSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** What a module says of itself; Deno and Node from 24.2 on say in `main` whether it is the program. */
export interface ModuleMeta {
  readonly url: string;
  readonly main?: boolean;
}

/**
 * Tells whether a module is the program that was started, and not one that was imported: `isMain(import.meta)`.
 * It is also when it was started through a symbolic link, as npm's `node_modules/.bin` has them.
 */
export function isMain(meta: ModuleMeta): boolean {
  if (meta.main !== undefined) return meta.main;
  const program = process.argv[1];
  if (program === undefined) return false;
  try {
    return realpathSync(program) === realpathSync(fileURLToPath(meta.url));
  } catch {
    // The program is no file, as with `node --eval`.
    return false;
  }
}
