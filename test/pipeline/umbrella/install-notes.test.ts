import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { StageContract } from "../../../generator/chart/stage-contract.ts";
import { ChartStage } from "../../../generator/chart.ts";
import { BatchJob, definePipeline, evaluate, printPipeline, ServiceStage } from "../../../generator/mod.ts";
import { collector } from "../../own-charts/collector.ts";
import { scratch } from "../../own-charts/scratch.ts";

const image = { repository: "busybox", tag: "1.36" };

/** A stage of a chart whose pods have their log in another container. */
function agentWith(contract: Pick<StageContract, "logContainer">) {
  const { logContainer: _, ...stage } = collector.stage ?? assert.fail();
  return new ChartStage({ ...collector, stage: { ...stage, ...contract } }, { image });
}

/** The lines of the notes about logs, from the first command to watch on. */
function logLines(stages: Parameters<typeof definePipeline>[0]["stages"]): readonly string[] {
  const lake = new ChartStage(scratch, {});
  const pipeline = definePipeline({ name: "etl", version: "1.0.0", ordering: "none", volumes: { lake }, stages });
  assert(evaluate(pipeline).objects.length > 0);
  const lines = (printPipeline(pipeline).get("templates/NOTES.txt") ?? "").split("\n");
  const start = lines.findIndex((line) => line.startsWith("Watch them:")) + 3;
  return lines.slice(start, lines.indexOf("Check that all Jobs have succeeded and all Services answer:"));
}

const command = (container: string) => `  kubectl logs --namespace {{ .Release.Namespace }}${container} --tail -1 \\`;
const selector = (stage: string) =>
  `    --selector app.kubernetes.io/instance={{ include "etl.instance" . }},app.kubernetes.io/name=${stage}`;

describe("the notes of a pipeline", () => {
  it("the notes read the log of any stage in the container that all of their charts name", () => {
    assert.deepEqual(logLines({ load: new BatchJob({ image }), web: new ServiceStage({ image }) }), [
      "Read the log of a stage:",
      command(" --container main"),
      selector("<stage>"),
    ]);
  });

  it("the notes read the log of each stage in the container that its own chart names", () => {
    assert.deepEqual(
      logLines({
        load: new BatchJob({ image }),
        agent: agentWith({ logContainer: "fluent-bit" }),
        web: new ServiceStage({ image }),
      }),
      [
        "Read the log of one of the stages load, web:",
        command(" --container main"),
        selector("<stage>"),
        "Read the log of the stage agent:",
        command(" --container fluent-bit"),
        selector("agent"),
      ],
    );
  });

  it("the notes leave the container to kubectl where a chart names none", () => {
    assert.deepEqual(logLines({ agent: agentWith({}) }), [
      "Read the log of a stage:",
      command(""),
      selector("<stage>"),
    ]);
  });
});
