/** Pipelines of as many stages as Helm keeps, and of more. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "mocha";
import { BatchJob, definePipeline, PipelineError, printPipeline } from "../../generator/mod.ts";
import { printUmbrella } from "../../generator/pipeline/umbrella/print-umbrella.ts";
import { image } from "./use-nasty-charts.ts";

/** A pipeline of batch stages, each waiting for the one before it if they are chained, and with arguments of its own. */
function createPipeline(count: number, chained: boolean, createArgs: () => string[] = () => []) {
  const stages = Array.from({ length: count }, (_, i): [string, BatchJob<string>] => [
    `stage${i}`,
    new BatchJob({
      image,
      command: ["echo", `${i}`],
      args: createArgs(),
      dependsOn: chained && i > 0 ? [`stage${i - 1}`] : [],
    }),
  ]);
  return definePipeline({ name: "large", version: "1.0.0", stages: Object.fromEntries(stages) });
}

describe("large pipelines", () => {
  it("23. a 1,000-stage umbrella: a clear error before Helm's own limits (1 MiB release, 5 MiB file)", () => {
    assert.throws(
      () => printPipeline(createPipeline(1000, true, () => [randomBytes(750).toString("base64")])),
      (error) => {
        assert(error instanceof PipelineError);
        assert.match(
          error.message,
          /^Cannot define pipeline "large": stages: expected a release of at most 1048576 bytes, .*split the pipeline.*, got about 1\d{6} or more$/,
        );
        return true;
      },
    );
    const args = ["x".repeat(5 * 1024 ** 2)];
    const large = definePipeline({ name: "large", version: "1.0.0", stages: { load: new BatchJob({ image, args }) } });
    assert.throws(() => printPipeline(large), {
      name: "PipelineError",
      path: "values.yaml",
      message: /: values\.yaml: expected a file of at most 5242880 bytes for Helm \(split .*\), got 52\d{5}$/,
    });
  });

  it("23. 1,000 stages are no more than Helm keeps, whether they wait for one another or not", () => {
    // Without what its environments render to, which sizes do not depend on.
    assert(printUmbrella(createPipeline(1000, false)).size > 1000);
    assert(printUmbrella(createPipeline(1000, true)).size > 1000);
  });
});
