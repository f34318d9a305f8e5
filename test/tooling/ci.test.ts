import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { isProcessAlive } from "../../cluster/lock/check-process.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe(".ci", () => {
  for (const script of [".ci/run", ".ci/run-cluster", ".ci/install-go", ".ci/lib"]) {
    it(`${script} is a valid Bash script`, () => {
      const result = spawnSync("bash", ["-n", script], { cwd: root, encoding: "utf8" });
      assert.equal(result.stderr, "");
      assert.equal(result.status, 0);
    });
  }
});

describe("begin_run, of .ci/lib", () => {
  const checkout = useTemporaryDirectory();
  const otherCheckout = useTemporaryDirectory();
  const begin = "set -euo pipefail; . .ci/lib; begin_run; ";

  /** Makes a checkout of no more than the library. */
  async function place(directory: string): Promise<void> {
    await mkdir(join(directory, ".ci"));
    await copyFile(join(root, ".ci/lib"), join(directory, ".ci/lib"));
  }

  const run = (directory: string, script: string) =>
    spawnSync("bash", ["-c", begin + script], { cwd: directory, encoding: "utf8" });

  /** Starts a run whose step has a child, as npm has, and returns its shell and the id of that child, which sleeps. */
  async function startLongRun(directory: string): Promise<{ readonly shell: ChildProcess; readonly child: number }> {
    const script = `${begin} step sh -c 'sleep 300 & echo "child $!"; wait'`;
    const shell = spawn("bash", ["-c", script], { cwd: directory, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    while (!/^child \d+$/m.test(printed)) {
      const [chunk] = await once(shell.stdout, "data");
      printed += String(chunk);
    }
    return { shell, child: Number(/^child (\d+)$/m.exec(printed)?.[1]) };
  }

  it("begin_run ends what a run that was killed left running, and nothing of another checkout", async () => {
    await place(checkout.path);
    await place(otherCheckout.path);
    const other = await startLongRun(otherCheckout.path);
    const killed = await startLongRun(checkout.path);
    killed.shell.kill("SIGKILL");
    await once(killed.shell, "exit");
    assert.equal(isProcessAlive(killed.child), true);
    const { status, stderr } = run(checkout.path, "step true");
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.equal(isProcessAlive(killed.child), false);
    assert.equal(isProcessAlive(other.child), true);
    other.shell.kill("SIGKILL");
    run(otherCheckout.path, "step true");
    assert.equal(isProcessAlive(other.child), false);
  });

  it("begin_run refuses a second run in a checkout, and leaves the first one alone", async () => {
    await place(checkout.path);
    const first = await startLongRun(checkout.path);
    const second = run(checkout.path, "step true");
    assert.equal(second.stderr, `another run is under way in ${checkout.path}\n`);
    assert.equal(second.status, 1);
    assert.equal(isProcessAlive(first.child), true);
    first.shell.kill("SIGKILL");
    await once(first.shell, "exit");
    assert.equal(run(checkout.path, "step true").status, 0);
    assert.equal(isProcessAlive(first.child), false);
  });

  it("begin_run goes on where a part of the run calls it", async () => {
    await place(checkout.path);
    const part = `step bash -c '. .ci/lib; begin_run; echo "part of $CHARTWRIGHT_RUN"'`;
    const { status, stdout } = run(checkout.path, part);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^part of ${checkout.path}$`, "m"));
  });
});
