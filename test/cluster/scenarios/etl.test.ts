import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import csiVolumeEtl from "../../../examples/csi-volume-etl/csi-volume-etl.ts";
import { printPipeline } from "../../../generator/mod.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { affinityToNode } from "../find-storage.ts";
import { runPod } from "../run-pod.ts";
import { useReleases } from "../use-releases.ts";

/** When a container of a pod ran, in RFC 3339. */
interface Run {
  readonly name: string;
  readonly startedAt: string;
  readonly finishedAt: string;
}

describe("a chain of batch stages over one volume", () => {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();

  /** Writes the example's chart and returns its path. */
  async function placeChart(): Promise<string> {
    const chart = join(directory.path, csiVolumeEtl.name);
    await placeFiles(chart, printPipeline(csiVolumeEtl));
    return chart;
  }

  /** Values of a volume that no other test has. */
  const ownVolume = (): object => {
    const csi = { volumeHandle: `handle-of-${releases.namespace}` };
    return { storage: { volumes: { data: { static: { csi, nodeAffinity: affinityToNode() } } } } };
  };

  /** The lines that the runs so far have loaded, the oldest first. */
  async function readLoaded(): Promise<readonly string[]> {
    const claim = await releases.kubectl([
      "get",
      "persistentvolumeclaims",
      "--output=jsonpath={.items[*].metadata.name}",
    ]);
    const printed = await runPod(releases, "cat /data/loaded", claim);
    return printed.trimEnd().split("\n");
  }

  /** When the containers of the release's only pod ran, in the order of the pod. */
  async function readRuns(): Promise<readonly Run[]> {
    const { items } = JSON.parse(await releases.kubectl(["get", "pods", "--output=json"]));
    assert.equal(items.length, 1);
    const { initContainerStatuses, containerStatuses } = items[0].status;
    return [...initContainerStatuses, ...containerStatuses].map(({ name, state }) => ({
      name,
      startedAt: state.terminated.startedAt,
      finishedAt: state.terminated.finishedAt,
    }));
  }

  it("a chain runs its stages one after the other, each with what the last one wrote", async () => {
    await releases.install("etl", await placeChart(), { values: ownVolume() });
    const runs = await readRuns();
    assert.deepEqual(
      runs.map(({ name }) => name),
      ["extract", "transform", "load"],
    );
    const times = runs.flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt]);
    assert.deepEqual(times, [...times].sort());
    const [line, ...others] = await readLoaded();
    assert.match(line ?? "", /^transformed:\w{3} \w{3} .*\d{4}$/);
    assert.deepEqual(others, []);
  });

  it("a run finds what the run before wrote, after an uninstall and another install", async () => {
    const chart = await placeChart();
    await releases.install("etl", chart, { values: ownVolume() });
    const first = await readLoaded();
    await releases.uninstall("etl");
    assert.deepEqual(await readLoaded(), first);
    await releases.install("etl", chart, { values: ownVolume() });
    const both = await readLoaded();
    assert.equal(both.length, 2);
    assert.deepEqual(both.slice(0, 1), first);
  });

  it("a run finds what the run before wrote to a volume that the cluster made, too", async () => {
    const chart = await placeChart();
    const values = { storage: { volumes: { data: { static: { enabled: false } } } } };
    await releases.install("etl", chart, { values });
    const first = await readLoaded();
    await releases.uninstall("etl");
    await releases.install("etl", chart, { values });
    const both = await readLoaded();
    assert.equal(both.length, 2);
    assert.deepEqual(both.slice(0, 1), first);
  });

  it("another run id runs the chain again over the same volume, and no upgrade without one does", async () => {
    const chart = await placeChart();
    await releases.install("etl", chart, { values: ownVolume() });
    await releases.upgrade("etl", chart, { values: ownVolume() });
    assert.equal((await readLoaded()).length, 1);
    await releases.upgrade("etl", chart, { flags: ["--reuse-values", "--set-string=global.pipeline.runId=2"] });
    assert.equal((await readLoaded()).length, 2);
  });
});
