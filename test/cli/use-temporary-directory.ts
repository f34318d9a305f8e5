import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "mocha";

/** Gives each test of the enclosing `describe` an empty directory of its own, removed afterwards. */
export function useTemporaryDirectory(): { readonly path: string } {
  const directory = { path: "" };
  beforeEach(async () => {
    directory.path = await realpath(await mkdtemp(join(tmpdir(), "chartwright-test-")));
  });
  afterEach(async () => {
    await rm(directory.path, { recursive: true, force: true });
  });
  return directory;
}
