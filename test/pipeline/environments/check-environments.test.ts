import assert from "node:assert/strict";
import { describe, it } from "mocha";
import aiDataPipeline from "../../../examples/ai-data-pipeline/ai-data-pipeline.ts";
import csiVolumeEtl from "../../../examples/csi-volume-etl/csi-volume-etl.ts";
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import {
  BatchJob,
  CsiVolume,
  custom,
  definePipeline,
  StatefulStage,
  ValuesError,
  withEnvironment,
} from "../../../generator/mod.ts";
import { checkEnvironments } from "../../../generator/pipeline/environments/check-environments.ts";

const image = { repository: "busybox", tag: "1.36" } as const;

/** A pipeline that cannot be rendered until its volume is enabled. */
function createPipeline() {
  const workspace = new CsiVolume({ volumes: { data: { enabled: false, claim: { size: "1Gi" } } } });
  const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
  const stages = { load: new BatchJob({ image, volumes }) };
  return definePipeline({ name: "etl", version: "1.0.0", volumes: { workspace }, stages });
}

const enabled = { workspace: { volumes: { data: { enabled: true } } } } as const;
const guard = 'load: volumes.data.pipelineVolume: no stage "workspace" with a volume "data" in this pipeline';

describe("checkEnvironments()", () => {
  it("checkEnvironments() passes pipelines whose environments render", () => {
    for (const pipeline of [reference, aiDataPipeline, csiVolumeEtl]) checkEnvironments(pipeline);
  });

  it("checkEnvironments() names the environment in which a guard stops the render", () => {
    const pipeline = withEnvironment(withEnvironment(createPipeline(), "dev", enabled), "prod", {});
    assert.throws(() => checkEnvironments(pipeline), {
      name: "EnvironmentError",
      code: "ENVIRONMENT",
      path: "prod",
      problems: [guard],
      message: `Cannot use environment prod of pipeline etl: ${guard}`,
    });
  });

  it("checkEnvironments() checks a pipeline without environments as it is, and leaves the base of others alone", () => {
    const pipeline = createPipeline();
    assert.throws(() => checkEnvironments(pipeline), { message: `Cannot use pipeline etl: ${guard}`, path: "" });
    checkEnvironments(withEnvironment(pipeline, "prod", enabled));
  });

  it("checkEnvironments() refuses what the schema refuses", () => {
    const pipeline = withEnvironment(createPipeline(), "prod", { ...enabled, load: { job: { backoffLimit: -1 } } });
    assert.throws(
      () => checkEnvironments(pipeline),
      (error: unknown) =>
        error instanceof ValuesError &&
        error.message ===
          "Cannot use environment prod of pipeline etl: load.job.backoffLimit: must be at least 0, got -1",
    );
  });

  it("checkEnvironments() refuses objects that Kubernetes would refuse, and reports all of them", () => {
    const metadata = { name: "etl-load" };
    const extraObjects = { a: custom({ apiVersion: "v1", kind: "ServiceAccount", metadata, secrets: "text" }) };
    const pipeline = withEnvironment(createPipeline(), "prod", { ...enabled, load: { extraObjects } });
    assert.throws(() => checkEnvironments(pipeline), {
      name: "EnvironmentError",
      message: `Cannot use environment prod of pipeline etl:
  v1/ServiceAccount etl-load: "metadata.name": expected one ServiceAccount of this name, got 2 named "etl-load" (unique-names)
  v1/ServiceAccount etl-load: "secrets": expected a valid value, got "text": must be array (kubernetes-models)`,
    });
  });

  it("checkEnvironments() takes what exists without the pipeline, and kinds of operators", () => {
    const widget = custom({ apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "one" } });
    const stages = {
      load: new BatchJob({
        image,
        volumes: { data: { mountPath: "/data", existingClaim: "data" } },
        serviceAccount: { create: false, name: "builder" },
        extraObjects: { widget },
      }),
      store: new StatefulStage({ image }),
    };
    const pipeline = definePipeline({ name: "etl", version: "1.0.0", stages });
    checkEnvironments(pipeline);
  });
});
