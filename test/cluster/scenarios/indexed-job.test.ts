import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, definePipeline, refer } from "../../../generator/mod.ts";
import { image, run } from "../pipelines/define-graph.ts";
import { selectorOf, usePipelines } from "../pipelines/use-pipelines.ts";
import { readLogs } from "../read-logs.ts";

const own = refer();
const WORKERS = [0, 1, 2];

// The name of a pod's host is that of its Job with its index. It goes on for a while when it has met all others, for
// those that have not yet met it.
const script = `set -e
echo "$JOB_COMPLETION_INDEX of $HOSTNAME" > /tmp/index.html
httpd -p 8080 -h /tmp
for index in ${WORKERS.join(" ")}; do
  peer="\${HOSTNAME%-*}-$index.workers"
  until answer=$(wget -qO- "http://$peer:8080/"); do sleep 1; done
  echo "$JOB_COMPLETION_INDEX met $answer"
done
sleep 30`;

const training = definePipeline({
  name: "training",
  version: "0.1.0",
  stages: {
    train: new BatchJob({
      image,
      command: run(script),
      subdomain: "workers",
      job: { completionMode: "Indexed", completions: WORKERS.length, parallelism: WORKERS.length },
      extraObjects: {
        workers: {
          apiVersion: "v1",
          kind: "Service",
          metadata: { name: "workers" },
          // A pod has a name before it is ready: its first process asks for the others at once.
          spec: {
            clusterIP: "None",
            publishNotReadyAddresses: true,
            selector: own.selectorLabels,
            ports: [{ port: 8080 }],
          },
        },
      },
    }),
  },
});

describe("an Indexed Job", () => {
  const pipelines = usePipelines();

  it("has pods that reach each other by the names of their hosts, through a headless Service", async () => {
    await pipelines.install("ai", await pipelines.place(training));
    const [{ name: job, end } = assert.fail("no Job"), ...others] = await pipelines.readJobs("ai");
    assert.deepEqual([end, others], ["Complete", []]);
    const met = WORKERS.flatMap((one) => WORKERS.map((other) => `${one} met ${other} of ${job}-${other}`));
    const which = [selectorOf("ai"), "--container=main", "--tail=-1"];
    const listMet = (log: string): readonly string[] => log.split("\n").filter((line) => line.includes(" met "));
    const log = await readLogs(pipelines, which, (text) => listMet(text).length === met.length);
    assert.deepEqual(listMet(log).toSorted(), met);
  });
});
