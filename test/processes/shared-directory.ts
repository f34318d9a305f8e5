import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const variable = "CHARTWRIGHT_TEST_SHARED";

/** The directory for what is made once for all processes of a test run; it is removed at its end. */
export function findSharedDirectory(): string {
  return process.env[variable] ?? makeSharedDirectory();
}

function makeSharedDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "chartwright-tests-"));
  process.env[variable] = path;
  process.once("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Called by mocha in its own process, before it starts others, which inherit the variable. */
export function mochaGlobalSetup(): void {
  makeSharedDirectory();
}
