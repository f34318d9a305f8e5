/** A pipeline file as a user would write it: a string, because it imports the package by its name. */
import assert from "node:assert/strict";

const pipeline = `import { BatchJob, CsiVolume, definePipeline } from "chartwright";

const image = { repository: "busybox", tag: "1.36" };
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };

export default definePipeline({
  name: "etl",
  version: "0.1.0",
  volumes: { workspace },
  stages: {
    extract: new BatchJob({ image, command: ["touch", "/data/raw"], volumes }),
    load: new BatchJob({
      dependsOn: ["extract"],
      image,
      command: ["cp", "/data/raw", "/data/done"],
      volumes,
      job: { backoffLimit: 1 },
    }),
  },
  environments: {
    dev: { load: { enabled: false } },
    prod: { load: { job: { backoffLimit: 3 } } },
  },
});
`;

/** The pipeline file; some words of it can be replaced. */
export function writePipeline(replacements: Readonly<Record<string, string>> = {}): string {
  return Object.entries(replacements).reduce((text, [from, to]) => {
    assert(text.includes(from), `the pipeline file has no ${from}`);
    return text.replace(from, to);
  }, pipeline);
}
