import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { BatchJob, definePipeline, type Pipeline, ServiceStage } from "../../../generator/mod.ts";
import { patience } from "../patience.ts";
import { testCluster } from "../test-cluster.ts";
import { answering, image, run, runToEnd } from "./define-graph.ts";
import { type JobState, usePipelines } from "./use-pipelines.ts";

const REFUSED = 42;

/** Ends with code 1 when the container can read what is for the gate, or any token. */
const lookForTokens = "! find /gate /gate-start /var/run/secrets -type f 2>/dev/null | grep .";

/** load waits for extract, which takes some seconds, and serve for load; other has no dependencies. */
function makePipeline(seconds: number): Pipeline {
  const job = { backoffLimit: 0 };
  return definePipeline({
    name: "etl",
    version: "0.1.0",
    ordering: "gates",
    stages: {
      extract: new BatchJob({ image, job, command: runToEnd("extract", seconds) }),
      other: new BatchJob({ image, job, command: run("true") }),
      load: new BatchJob({ dependsOn: ["extract"], image, job, command: run(lookForTokens) }),
      serve: new ServiceStage({ dependsOn: ["load"], ...answering("serve", 0) }),
    },
  });
}

describe("the rights of a gate", () => {
  const pipelines = usePipelines();
  const { kubectl } = pipelines;

  /** Asks the API server whether the account of a stage may do something in the namespace of the test. */
  async function mayDo(stage: string, ...words: readonly string[]): Promise<string> {
    const account = `--as=system:serviceaccount:${pipelines.namespace}:etl-${stage}`;
    const args = ["auth", "can-i", account, `--namespace=${pipelines.namespace}`, ...words];
    // It ends with code 1 where the answer is no.
    const { stdout } = await runProcess("kubectl", args, { env: testCluster().environment });
    return stdout.trim();
  }

  const readJob = async (stage: string): Promise<JobState | undefined> =>
    (await pipelines.readJobs("etl")).find((job) => job.stage === stage);

  it("let it get the Jobs of its dependencies and nothing else, and are not accessible to the other containers", async () => {
    await pipelines.install("etl", await pipelines.place(makePipeline(0)));
    const nameOf = async (stage: string): Promise<string> => `jobs.batch/${(await readJob(stage))?.name}`;
    const [extract, load, other] = await Promise.all(["extract", "load", "other"].map(nameOf));
    assert(extract !== undefined && load !== undefined && other !== undefined);
    const questions: readonly (readonly [string, string, readonly string[]])[] = [
      ["yes", "load", ["get", extract]],
      ["no", "load", ["get", load]],
      ["no", "load", ["get", other]],
      ["yes", "serve", ["get", extract]],
      ["yes", "serve", ["get", load]],
      ["no", "serve", ["get", other]],
      ["no", "extract", ["get", extract]],
      ["no", "load", ["list", "jobs.batch"]],
      ["no", "load", ["watch", extract]],
      ["no", "load", ["delete", extract]],
      ["no", "load", ["patch", extract]],
      ["no", "load", ["create", "jobs.batch"]],
      ["no", "load", ["get", extract, "--subresource=status"]],
      ["no", "load", ["get", "secrets"]],
      ["no", "load", ["list", "secrets"]],
      ["no", "load", ["get", "configmaps"]],
      ["no", "load", ["get", "pods"]],
      ["no", "load", ["get", "pods", "--subresource=log"]],
      ["no", "load", ["get", extract, "--namespace=default"]],
    ];
    const answers = await Promise.all(questions.map(([, stage, words]) => mayDo(stage, ...words)));
    assert.deepEqual(
      questions.map(([, stage, words], i) => `${stage} ${words.join(" ")}: ${answers[i]}`),
      questions.map(([wanted, stage, words]) => `${stage} ${words.join(" ")}: ${wanted}`),
    );

    // No container next to it has a token: the Job load has not failed, which looked for one as well.
    const deployment = "deployment/etl-serve";
    const volumes = await kubectl(["get", deployment, "--output=jsonpath={.spec.template.spec.volumes[*].name}"]);
    assert.match(volumes, /\bgate\b/);
    await kubectl(["exec", deployment, "--container=main", "--", "sh", "-c", lookForTokens]);
  });

  it("end it with a word of that when they are taken away, and its stage with it", async () => {
    await pipelines.helm(["install", "etl", await pipelines.place(makePipeline(600))]);
    const says = async (text: string): Promise<boolean> =>
      (await kubectl(["logs", `job/${(await readJob("load"))?.name}`, "--container=gate"])).includes(text);
    await waitUntil(() => says("Waits for extract"), { what: "the gate waits", seconds: patience, everyMs: 500 });
    const removedAt = Date.now();
    await kubectl(["delete", "role", "etl-load-gate"]);
    const hasFailed = async (): Promise<boolean> => (await readJob("load"))?.end === "Failed";
    await waitUntil(hasFailed, { what: "the stage fails", seconds: patience, everyMs: 500 });
    const [gate, ...others] = (await pipelines.readGates("etl")).filter(({ stage }) => stage === "load");
    assert.deepEqual(others, [], "the Job tries no second time");
    assert.equal(gate?.exitCode, REFUSED);
    assert.match(gate.message, /The API server does not let this pod see the Jobs etl-extract-\w{8}\n/);
    const seconds = (gate.finishedAt - removedAt) / 1000;
    assert(seconds >= 25 && seconds <= 90, `it waited ${seconds} s`);
  });
});
