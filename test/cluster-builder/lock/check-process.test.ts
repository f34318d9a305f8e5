import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "mocha";
import { isProcessAlive, readProcessStart } from "../../../cluster/lock/check-process.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

describe("isProcessAlive()", () => {
  it("isProcessAlive() counts a zombie process as dead", async () => {
    // The shell becomes a program that waits for none of its children.
    const parent = spawn("sh", ["-c", 'sh -c exit & echo "$!"; exec sleep 60']);
    try {
      const [printed] = await once(parent.stdout, "data");
      const child = Number(String(printed));
      for (let i = 0; i < 100 && isProcessAlive(child); i++) await sleep(100);
      assert.equal(isProcessAlive(child), false);
      assert.equal(isProcessAlive(parent.pid ?? 0), true);
    } finally {
      parent.kill("SIGKILL");
    }
  });
});

describe("readProcessStart()", () => {
  const directory = useTemporaryDirectory();

  it("readProcessStart() distinguishes processes that start one after the other, whatever their programs' names", async () => {
    const shell = join(directory.path, ") S 1 (");
    await symlink("/bin/sh", shell);
    const start = () => spawn(shell, ["-c", "read line"]);
    const older = start();
    await sleep(50);
    const younger = start();
    try {
      const [first = Number.NaN, second = Number.NaN] = [older, younger].map(({ pid = 0 }) =>
        Number(readProcessStart(pid)),
      );
      // In hundredths of a second.
      assert(second - first >= 4 && second - first < 1000, `${first} ${second}`);
      assert.equal(readProcessStart(older.pid ?? 0), `${first}`);
    } finally {
      older.kill("SIGKILL");
      younger.kill("SIGKILL");
    }
  });
});
