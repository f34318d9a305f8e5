import { BatchJob, CsiVolume, definePipeline, type Pipeline } from "../../../generator/mod.ts";

/** The image of the faults' pods. */
export const image = { repository: "busybox", tag: "1.36" };

/** A command that runs a script. */
export const run = (script: string): readonly string[] => ["sh", "-c", script];

/**
 * A pipeline whose stages share a volume, the claim `data`; the first one notes in `/data/log` that it ran, the last one
 * runs the given script.
 */
export function makePipeline(script: string, job: object = {}): Pipeline {
  const storage = new CsiVolume({ volumes: { data: { claim: { name: "data", size: "1Gi" } } } });
  const volumes = { data: { mountPath: "/data", pipelineVolume: storage.volume("data") } };
  return definePipeline({
    name: "etl",
    version: "0.1.0",
    volumes: { storage },
    stages: {
      extract: new BatchJob({ image, command: [...run("echo extracted >> /data/log")], volumes }),
      load: new BatchJob({ dependsOn: ["extract"], image, command: [...run(script)], job, volumes }),
    },
  });
}
