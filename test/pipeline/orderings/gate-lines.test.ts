/** How long the manifest of a large graph is, as Helm stores and prints it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import { GATE_SCRIPT } from "../../../generator/library/workload/gate/gate-script.ts";
import { BatchJob, definePipeline, printPipeline } from "../../../generator/mod.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

const image = { repository: "busybox", tag: "1.36" };
const STAGES = 100;
// Each stage depends on the one before it in its lane.
const LANE = 5;

const stages = Array.from({ length: STAGES }, (_, i) => {
  const dependsOn = i % LANE === 0 ? [] : [`stage${i - 1}`];
  return [`stage${i}`, new BatchJob({ image, command: ["true"], dependsOn })] as const;
});

describe("the manifest of a graph of 100 stages", () => {
  const directory = useTemporaryDirectory();

  it("is half when the script of the gates stands once a release instead of once a stage", async () => {
    const pipeline = definePipeline({
      name: "graph",
      version: "0.1.0",
      ordering: "gates",
      stages: Object.fromEntries(stages),
    });
    const chart = join(directory.path, "graph");
    await placeFiles(chart, printPipeline(pipeline));
    const helm = await findHelm({ version: "4.1.4" });
    const manifest = await templateChart(helm, chart, { release: "r", includeHooks: false });
    const script = GATE_SCRIPT.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
    assert.equal(manifest.split(`${script.join("\n")}\n`).length - 1, 1);
    const gates = manifest.match(/^ *name: "?gate"?$/gm)?.length ?? 0;
    assert.ok(gates >= STAGES - STAGES / LANE, `${gates} gates`);
    const before = manifest.length + script.join("\n").length * (STAGES - STAGES / LANE - 1);
    assert.ok(manifest.length <= 0.5 * before, `${manifest.length} of ${before} bytes`);
  });
});
