import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, CsiVolume, definePipeline, ServiceStage, StatefulStage } from "../../../generator/mod.ts";
import { listStages } from "../../../generator/pipeline/diagram/list-stages.ts";

const image = { repository: "busybox", tag: "1.36" } as const;

describe("listStages()", () => {
  it("listStages() lists all stages in the order in which they run, with their dependencies", () => {
    const pipeline = definePipeline({
      name: "etl",
      version: "1.0.0",
      ordering: "gates",
      volumes: { lake: new CsiVolume({ volumes: { raw: { claim: { size: "1Gi" } } } }) },
      stages: {
        serve: new ServiceStage({ dependsOn: ["store", "load"], image }),
        store: new StatefulStage({ image }),
        extract: new BatchJob({ image }),
        load: new BatchJob({ dependsOn: ["extract"], image, enabled: false }),
      },
    });
    assert.deepEqual(listStages(pipeline), [
      { stage: "lake", lines: ["  lake     volume"] },
      { stage: "store", lines: ["  store    stateful stage"] },
      { stage: "extract", lines: ["  extract  batch stage"] },
      { stage: "load", lines: ["  load     batch stage, after extract"] },
      { stage: "serve", lines: ["  serve    service, after store, load"] },
    ]);
  });

  it("listStages() keeps to 80 columns", () => {
    const names = Array.from({ length: 9 }, (_, index) => `a-stage-of-a-long-name-${index}`);
    const jobs = names.map((name) => [name, new BatchJob<string>({ image })] as const);
    const stages = Object.fromEntries([...jobs, ["last", new BatchJob({ image, dependsOn: names })]]);
    const pipeline = definePipeline({ name: "etl", version: "1.0.0", ordering: "gates", stages });
    const listed = listStages(pipeline);
    assert.deepEqual(listed.at(-1), {
      stage: "last",
      lines: [
        "  last                      batch stage, after a-stage-of-a-long-name-0,",
        "                            a-stage-of-a-long-name-1, a-stage-of-a-long-name-2,",
        "                            a-stage-of-a-long-name-3, a-stage-of-a-long-name-4,",
        "                            a-stage-of-a-long-name-5, a-stage-of-a-long-name-6,",
        "                            a-stage-of-a-long-name-7, a-stage-of-a-long-name-8",
      ],
    });
  });
});
