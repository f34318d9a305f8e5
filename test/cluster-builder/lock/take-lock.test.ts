import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { after, describe, it } from "mocha";
import { readProcessStart } from "../../../cluster/lock/check-process.ts";
import { takeLock } from "../../../cluster/lock/take-lock.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

describe("takeLock()", () => {
  const directory = useTemporaryDirectory();
  const children: ChildProcess[] = [];
  after(() => {
    for (const child of children) child.kill("SIGKILL");
  });

  /** Starts a process that does nothing, and returns its id. */
  async function startProcess(): Promise<number> {
    const child = spawn("sleep", ["60"]);
    children.push(child);
    await once(child, "spawn");
    return child.pid ?? assert.fail("no process id");
  }

  const place = (holder: string): Promise<void> =>
    placeFiles(join(directory.path, ".chart.lock"), new Map([[holder, ""]]));
  const take = (): Promise<() => Promise<void>> => takeLock(join(directory.path, "chart"), 0);

  it("takeLock() takes over the lock of a dead process whose id another process has by now", async () => {
    const pid = await startProcess();
    const start = Number(readProcessStart(pid));
    await place(`${pid}-${start - 1}ticks`);
    const unlock = await take();
    assert.deepEqual(await readdir(join(directory.path, ".chart.lock")), [
      `${process.pid}-${readProcessStart(process.pid)}ticks`,
    ]);
    await unlock();
    assert.deepEqual(await readdir(directory.path), []);
  });

  it("takeLock() leaves the lock of a process that runs", async () => {
    const pid = await startProcess();
    for (const start of [`${readProcessStart(pid)}ticks`, "0"]) {
      await place(`${pid}-${start}`);
      await assert.rejects(take(), { name: "ClusterError", code: "LOCKED" });
    }
  });

  it("takeLock() keeps a lock of this process to itself until it is given back", async () => {
    const unlock = await take();
    await assert.rejects(take(), { name: "ClusterError", code: "LOCKED" });
    await unlock();
    await (await take())();
    assert.deepEqual(await readdir(directory.path), []);
  });
});
