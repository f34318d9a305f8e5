import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "mocha";

/** Makes an empty directory; whoever calls it removes it. */
export async function makeTemporaryDirectory(): Promise<string> {
  return await realpath(await mkdtemp(join(tmpdir(), "chartwright-test-")));
}

/** Gives each test of the enclosing `describe` an empty directory of its own, removed afterwards. */
export function useTemporaryDirectory(): { readonly path: string } {
  const directory = { path: "" };
  beforeEach(async () => {
    directory.path = await makeTemporaryDirectory();
  });
  afterEach(async () => {
    await rm(directory.path, { recursive: true, force: true });
  });
  return directory;
}
