import { realpathSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The metadata of a module; in Deno and in Node since 24.2, `main` is whether it is the program. */
export interface ModuleMeta {
  readonly url: string;
  readonly main?: boolean;
}

/**
 * Whether a module is the program that was started, and not one that was imported: `isMain(import.meta)`. That includes
 * a start through a symbolic link, as in npm's `node_modules/.bin`.
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
