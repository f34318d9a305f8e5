import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { printPipeline } from "../../../generator/mod.ts";
import { waitUntil } from "../../../scripts/lib/cluster/wait-until.ts";
import type { ProcessResult } from "../../../scripts/lib/run-process.ts";
import { placeFiles } from "../../scripts/lib/sample-chart.ts";
import { useTemporaryDirectory } from "../../scripts/lib/use-temporary-directory.ts";
import { patience } from "../patience.ts";
import { runPod } from "../run-pod.ts";
import { testCluster } from "../test-cluster.ts";
import { useReleases } from "../use-releases.ts";
import { makePipeline } from "./make-pipeline.ts";

/** What the last stage does: it notes that it runs, and waits until it is told to end. */
const waits = "echo loading >> /data/log; until [ -e /data/go ]; do sleep 1; done; echo loaded >> /data/log";

describe("an API server that restarts during an install", () => {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();
  const { kubectl } = releases;

  /** Writes the chart of a pipeline whose last stage does what it is told, and returns its path. */
  async function placeChart(script: string): Promise<string> {
    const chart = join(directory.path, "etl");
    await placeFiles(chart, printPipeline(makePipeline(script)));
    return chart;
  }

  /** Begins an install, restarts the API server when a condition holds, and returns how both ended. */
  async function installMeanwhile(chart: string, holds: () => Promise<boolean>): Promise<ProcessResult> {
    const start = Date.now();
    const flags = ["--wait", "--wait-for-jobs", "--timeout=180s"];
    const installed = releases.attempt(["install", "etl", chart], { flags });
    await waitUntil(holds, { what: "the install is under way", seconds: patience, everyMs: 20 });
    await testCluster().restartApiServer();
    await waitUntil(letStageEnd, { what: "the API server answers again, and the last stage ends", seconds: patience });
    const result = await installed;
    assert((Date.now() - start) / 1000 < 240, "Helm ends when its time is over");
    return result;
  }

  /** Runs a shell script in the last stage, and returns what it printed. */
  async function runInStage(script: string): Promise<string> {
    const job = (await kubectl(["get", "jobs", "--output=name"])).trim();
    return await kubectl(["exec", job, "--container=load", "--", "sh", "-c", script]);
  }

  async function letStageEnd(): Promise<boolean> {
    await runInStage("touch /data/go");
    return true;
  }

  it("while Helm waits: the install ends well, and the pod has gone on", async () => {
    const chart = await placeChart(waits);
    const { code, stderr } = await installMeanwhile(chart, async () =>
      (await runInStage("cat /data/log")).includes("loading"),
    );
    assert.equal(code, 0, stderr);
    assert.equal(await runPod(releases, "cat /data/log", "data"), "extracted\nloading\nloaded\n");
  });

  it("while Helm makes objects: it ends in time, and where it failed, another install has all that was written", async () => {
    const chart = await placeChart(waits);
    const hasJob = async (): Promise<boolean> => (await kubectl(["get", "jobs", "--output=name"])) !== "";
    const { code, stderr } = await installMeanwhile(chart, hasJob);
    if (code !== 0) {
      assert.match(stderr, /^Error: INSTALLATION FAILED: /m);
      // Helm could not note that it failed: it believes in an install that goes on.
      await releases.uninstall("etl");
      await releases.install("etl", chart);
    }
    const log = await runPod(releases, "cat /data/log", "data");
    assert.match(log, /^(extracted\nloading\n(loaded\n)?)+$/);
    assert.equal(log.split("extracted").length, code === 0 ? 2 : 3);
    assert.match(log, /loaded\n$/);
  });
});
