import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, definePipeline, printMermaid } from "../../generator/mod.ts";
import { withSource } from "../../generator/pipeline/define-pipeline.ts";
import { printPipelineReadme } from "../../generator/pipeline/readme.ts";

const image = { repository: "busybox", tag: "1.36" } as const;

describe("printPipelineReadme()", () => {
  it("printPipelineReadme() shows the diagram of the pipeline, and its ordering", () => {
    const pipeline = definePipeline({
      name: "etl",
      version: "1.0.0",
      stages: { extract: new BatchJob({ image }), load: new BatchJob({ image, dependsOn: ["extract"] }) },
    });
    const text = printPipelineReadme(pipeline);
    assert(
      text.includes(
        `\n\n\`\`\`mermaid\n${printMermaid(pipeline)}\`\`\`\n\nOrdering inPod: a chain of batch stages runs`,
      ),
    );
    assert.equal(text.includes("chartwright graph"), false);
    const staged = { ...pipeline, environments: new Map([["prod", {}]]) };
    assert.match(printPipelineReadme(staged), /`chartwright graph --env prod` draws that of prod\.\n\n## Install/);
    assert.match(
      printPipelineReadme(withSource(staged, "pipelines/etl.ts")),
      /`chartwright graph pipelines\/etl\.ts --env prod` draws that of prod\.\n\n## Install/,
    );
  });

  it("printPipelineReadme() lists each stage with its chart, and the stages that it depends on", () => {
    const [extract, clean] = [new BatchJob({ image }), new BatchJob({ image })];
    const stages = { extract, clean, load: new BatchJob({ image, dependsOn: ["extract", "clean"] }) };
    const text = printPipelineReadme(definePipeline({ name: "etl", version: "1.0.0", ordering: "gates", stages }));
    const rows = text.split("\n").filter((line) => /^\| `(extract|clean|load)` /.test(line));
    assert.deepEqual(rows, [
      "| `extract` | [batch-job](docs/batch-job.md) |  |",
      "| `clean` | [batch-job](docs/batch-job.md) |  |",
      "| `load` | [batch-job](docs/batch-job.md) | `extract`, `clean` |",
    ]);
  });

  it("printPipelineReadme() counts one stage, or several", () => {
    const load = new BatchJob({ image });
    const one = definePipeline({ name: "etl", version: "1.0.0", stages: { load } });
    assert.match(printPipelineReadme(one), /\n\nData pipeline of 1 stage\.\n/);
    const two = definePipeline({ name: "etl", version: "1.0.0", stages: { load, report: new BatchJob({ image }) } });
    assert.match(printPipelineReadme(two), /\n\nData pipeline of 2 stages\.\n/);
  });

  it("printPipelineReadme() has no diagram where Mermaid would refuse to draw it", () => {
    const names = Array.from({ length: 501 }, (_, index) => `s${index}`);
    const jobs = names.map((name) => [name, new BatchJob<string>({ image })] as const);
    const stages = Object.fromEntries([...jobs, ["last", new BatchJob({ image, dependsOn: names })]]);
    const text = printPipelineReadme(definePipeline({ name: "etl", version: "1.0.0", ordering: "gates", stages }));
    assert.equal(text.includes("mermaid"), false);
    assert.match(text, /\|\n\nOrdering gates: each stage waits .+\n\n## Install/);
  });
});
