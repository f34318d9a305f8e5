import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type Pipeline,
  type Rerun,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { patience } from "../patience.ts";
import { readState } from "../upgrades/read-state.ts";
import { answering, image, runToEnd } from "./define-graph.ts";
import { type JobState, usePipelines } from "./use-pipelines.ts";

const batch = (stage: string) => ({ image, command: runToEnd(stage, 0), job: { backoffLimit: 0 } });

/** extract is before clean and audit, clean before load, and load before serve; store has no dependencies. */
function makePipeline(rerun: Rerun): Pipeline {
  const storage = new CsiVolume({
    volumes: { data: { claim: { size: "1Gi" } }, scratch: { retain: false, claim: { size: "1Gi" } } },
  });
  const volumes = {
    data: { mountPath: "/data", pipelineVolume: storage.volume("data") },
    scratch: { mountPath: "/scratch", pipelineVolume: storage.volume("scratch") },
  };
  return definePipeline({
    name: "etl",
    version: "0.1.0",
    rerun,
    volumes: { storage },
    stages: {
      extract: new BatchJob({ ...batch("extract"), volumes }),
      clean: new BatchJob({ dependsOn: ["extract"], ...batch("clean") }),
      audit: new BatchJob({ dependsOn: ["extract"], ...batch("audit") }),
      load: new BatchJob({ dependsOn: ["clean"], ...batch("load") }),
      serve: new ServiceStage({ dependsOn: ["load"], ...answering("serve", 0) }),
      store: new StatefulStage({
        ...answering("store", 0),
        persistence: { data: { mountPath: "/data", size: "1Gi" } },
      }),
    },
  });
}

const jobs = ["audit", "clean", "extract", "load"];
/** Another image for one stage, which has a shell too. */
const otherImage = { clean: { image: { repository: "curlimages/curl", tag: "8.16.0" } } };

describe("an upgrade of a pipeline with gates", () => {
  const pipelines = usePipelines();
  const { kubectl } = pipelines;

  const readJobs = (): Promise<readonly JobState[]> => pipelines.readJobs("etl");

  /** The stages whose Job is another one than before. */
  async function listRerun(before: readonly JobState[]): Promise<readonly string[]> {
    const after = await readJobs();
    assert.deepEqual(
      after.map(({ stage, end }) => `${stage} ${end}`).sort(),
      jobs.map((stage) => `${stage} Complete`),
    );
    const uids = before.map(({ uid }) => uid);
    return after
      .filter(({ uid }) => !uids.includes(uid))
      .map(({ stage }) => stage)
      .sort();
  }

  /** The pods of services, by name, with their restarts. */
  async function readServices(): Promise<string> {
    const which = "--selector=app.kubernetes.io/name in (serve,store)";
    const path = "{.metadata.name} {.metadata.uid} {.status.containerStatuses[*].restartCount}";
    return await kubectl(["get", "pods", which, `--output=jsonpath={range .items[*]}${path}{"\\n"}{end}`]);
  }

  it("that changes nothing runs nothing; another image runs its stage and its dependents, and so does a rollback", async () => {
    const chart = await pipelines.place(makePipeline("downstream"));
    await pipelines.install("etl", chart);
    const state = await readState(pipelines);
    assert.equal(Object.keys(state).filter((name) => name.startsWith("Pod/")).length, 6);
    await pipelines.upgrade("etl", chart);
    assert.deepEqual(await readState(pipelines), state);

    const services = await readServices();
    const first = await readJobs();
    await pipelines.upgrade("etl", chart, { values: otherImage });
    assert.deepEqual(await listRerun(first), ["clean", "load"]);

    // The upgrade deleted the Jobs of the revision before it: the rollback makes them again, with the same names.
    const second = await readJobs();
    await pipelines.helm(["rollback", "etl", "1", "--wait", "--wait-for-jobs", `--timeout=${patience}s`]);
    assert.deepEqual(await listRerun(second), ["clean", "load"]);
    const names = (list: readonly JobState[]): readonly string[] => list.map(({ name }) => name).sort();
    assert.deepEqual(names(await readJobs()), names(first));
    assert.equal(await readServices(), services);
  });

  it('with rerun "self": another image runs its stage alone', async () => {
    const chart = await pipelines.place(makePipeline("self"));
    await pipelines.install("etl", chart);
    const services = await readServices();
    const first = await readJobs();
    await pipelines.upgrade("etl", chart, { values: otherImage });
    assert.deepEqual(await listRerun(first), ["clean"]);
    assert.equal(await readServices(), services);
  });

  it("with another run id runs all Jobs and restarts no service; an uninstall leaves the claims to keep alone", async () => {
    const chart = await pipelines.place(makePipeline("downstream"));
    await pipelines.install("etl", chart);
    const services = await readServices();
    const first = await readJobs();
    await pipelines.upgrade("etl", chart, { flags: ["--reuse-values", "--set-string=global.pipeline.runId=2"] });
    assert.deepEqual(await listRerun(first), jobs);
    assert.equal(await readServices(), services);

    await pipelines.uninstall("etl");
    const kinds = "jobs,pods,services,configmaps,serviceaccounts,roles,rolebindings,persistentvolumeclaims";
    const readLeft = async (): Promise<readonly string[]> =>
      (await kubectl(["get", kinds, "--output=name"])).trim().split("\n").sort();
    const areGone = async (): Promise<boolean> => !(await readLeft()).some((name) => /^(pod|job)|-scratch$/.test(name));
    await waitUntil(areGone, {
      what: "pods, Jobs and the claim not to keep are gone",
      seconds: patience,
      everyMs: 500,
    });
    // A namespace has the first and the last of them without our doing.
    const wanted = [
      "configmap/kube-root-ca.crt",
      "persistentvolumeclaim/data-etl-store-0",
      "persistentvolumeclaim/etl-storage-data",
      "serviceaccount/default",
    ];
    assert.deepEqual(await readLeft(), wanted);
  });
});
