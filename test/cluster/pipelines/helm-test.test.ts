import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { JsonSchema } from "../../../generator/chart.ts";
import { type Pipeline, pipelineSchema } from "../../../generator/mod.ts";
import { patience } from "../patience.ts";
import { defineGraph } from "./define-graph.ts";
import type { Graph, GraphStage } from "./graph.ts";
import { usePipelines } from "./use-pipelines.ts";

const stage: GraphStage = { name: "a", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 };
const graph: Graph = [
  stage,
  { ...stage, name: "b", kind: "stateful" },
  { ...stage, name: "c", kind: "service", dependsOn: ["a", "b"] },
];

/** A test in what Helm prints of a release's hooks. */
const testHook = /^ *"?helm\.sh\/hook"?: .*\btest\b/gm;

/** The values that switch on the tests of a pipeline and of its stages, as far as it has such values. */
function withTests(pipeline: Pipeline): object {
  const on = { tests: { enabled: true } };
  const hasTests = ({ properties = {} }: JsonSchema): boolean => Object.hasOwn(properties, "tests");
  const stages = [...pipeline.parts].filter(([, part]) => hasTests(part.stage.chart.schema)).map(([name]) => name);
  return { ...(hasTests(pipelineSchema(pipeline)) ? on : {}), ...Object.fromEntries(stages.map((name) => [name, on])) };
}

describe("helm test of a pipeline with gates", () => {
  const pipelines = usePipelines();

  it("succeeds, and runs the tests that the release has", async () => {
    const pipeline = defineGraph("etl", "gates", graph);
    const values = withTests(pipeline);
    await pipelines.install("etl", await pipelines.place(pipeline), { values });
    const tests = (await pipelines.helm(["get", "hooks", "etl"])).match(testHook) ?? [];
    assert(tests.length > 0, "the release has tests");
    const printed = await pipelines.helm(["test", "etl", `--timeout=${patience}s`]);
    const phases = [...printed.matchAll(/^Phase: +(\S+)$/gm)].map(([, phase]) => phase);
    assert.deepEqual(
      phases,
      tests.map(() => "Succeeded"),
    );
  });
});
