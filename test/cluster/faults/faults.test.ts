import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { type Pipeline, printPipeline } from "../../../generator/mod.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { patience } from "../patience.ts";
import { selectorOf } from "../pipelines/use-pipelines.ts";
import { readLogs } from "../read-logs.ts";
import { runPod } from "../run-pod.ts";
import { limitedClass } from "../storage-objects.ts";
import { useReleases } from "../use-releases.ts";
import { image, makePipeline, run } from "./make-pipeline.ts";

const waits = run("trap exit TERM; while :; do sleep 1; done");

describe("what goes wrong", () => {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();
  const { kubectl } = releases;

  async function placeChart(pipeline: Pipeline): Promise<string> {
    const chart = join(directory.path, pipeline.name);
    await placeFiles(chart, printPipeline(pipeline));
    return chart;
  }

  /** Installs a chart that must not get ready within some seconds. Why, the cluster tells: Helm 3 does not, in a timeout. */
  async function failInstall(chart: string, seconds: number, values: object = {}): Promise<void> {
    const flags = ["--wait", "--wait-for-jobs", `--timeout=${seconds}s`];
    const start = Date.now();
    const { code, stderr } = await releases.attempt(["install", "etl", chart], { values, flags });
    assert.notEqual(code, 0);
    assert.match(stderr, /^Error: INSTALLATION FAILED: /m);
    assert((Date.now() - start) / 1000 < seconds + 60, "it ends when its time is over");
  }

  /** Asserts that a stage's container ended because a volume was full. */
  async function assertFull(container: string): Promise<void> {
    const said = /No space left on device/;
    const which = [selectorOf("etl"), `--container=${container}`];
    assert.match(await readLogs(releases, which, (log) => said.test(log)), said);
  }

  /** The Jobs that failed, each with the reason. */
  async function readFailures(): Promise<string> {
    const failed = "{.metadata.name} {.status.conditions[?(@.type=='Failed')].reason}";
    return await kubectl(["get", "jobs", `--output=jsonpath={range .items[*]}${failed}{'\\n'}{end}`]);
  }

  it("a stage that exits 1 fails the install, its Job says so, and it keeps what the others wrote", async () => {
    const chart = await placeChart(makePipeline("echo half >> /data/log; exit 1", { backoffLimit: 0 }));
    await failInstall(chart, 120);
    assert.match(await readFailures(), /^etl-load-\w+ BackoffLimitExceeded\n$/);
    assert.equal(await runPod(releases, "cat /data/log", "data"), "extracted\nhalf\n");
  });

  it("a pod that is killed half-way is made again, and the chain ends well from its beginning", async () => {
    // It does not hear TERM: a Job may count a container that ends with code 0, when its pod is deleted, as done.
    const script =
      "if [ -e /data/killed ]; then echo loaded >> /data/log; else touch /data/killed; while :; do sleep 1; done; fi";
    const chart = await placeChart(makePipeline(script));
    const installed = releases.install("etl", chart);
    const findPods = (): Promise<string> =>
      kubectl([
        "get",
        "pods",
        "--output=jsonpath={range .items[?(@.status.phase=='Running')]}{.metadata.name}{'\\n'}{end}",
      ]);
    const isHalfWay = async (): Promise<boolean> => {
      const [pod = ""] = (await findPods()).split("\n");
      return (await kubectl(["exec", pod, "--container=load", "--", "ls", "/data"])).includes("killed");
    };
    await Promise.race([installed, waitUntil(isHalfWay, { what: "the last stage runs", seconds: patience })]);
    await kubectl(["delete", "pods", "--all", "--grace-period=1"]);
    await installed;
    assert.equal(await runPod(releases, "cat /data/log", "data"), "extracted\nextracted\nloaded\n");
  });

  it("a claim that cannot be bound ends the install in time, and another install, with another class, gets ready", async () => {
    const values = {
      image,
      command: waits,
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi", storageClassName: "no-such-class" } } },
    };
    await failInstall("charts/service-stage", 10, values);
    const ofClaim = "--field-selector=involvedObject.kind=PersistentVolumeClaim,reason=ProvisioningFailed";
    const events = await kubectl(["get", "events", ofClaim, "--output=jsonpath={.items[*].message}"]);
    assert.match(events, /"no-such-class" not found/);
    const scheduled = "{.items[*].status.conditions[?(@.type=='PodScheduled')].reason}";
    assert.equal(await kubectl(["get", "pods", `--output=jsonpath=${scheduled}`]), "Unschedulable");
    await releases.helm(["uninstall", "etl", "--wait", `--timeout=${patience}s`]);
    await kubectl(["delete", "persistentvolumeclaim", "etl-service-stage-data"]);
    const { storageClassName: _, ...claim } = values.volumes.data.claim;
    await releases.install("etl", "charts/service-stage", {
      values: { ...values, volumes: { data: { mountPath: "/data", claim } } },
    });
  });

  it("a full volume fails the stage that fills it, and an upgrade that makes room has all that was written", async () => {
    const claim = { size: "1Mi", storageClassName: limitedClass };
    const values = { storage: { volumes: { data: { claim } } } };
    const fills = makePipeline("dd if=/dev/zero of=/data/big bs=64k count=32", { backoffLimit: 0 });
    await failInstall(await placeChart(fills), 120, values);
    assert.match(await readFailures(), /^etl-load-\w+ BackoffLimitExceeded\n$/);
    await assertFull("load");
    assert.equal(await runPod(releases, "cat /data/log", "data"), "extracted\n");
    const makesRoom = makePipeline("rm /data/big; echo loaded >> /data/log");
    await releases.upgrade("etl", await placeChart(makesRoom), { values });
    assert.equal(await runPod(releases, "cat /data/log", "data"), "extracted\nextracted\nloaded\n");
  });

  it("a full emptyDir fails the stage that writes to it, and no other volume", async () => {
    const values = {
      image,
      command: run("echo kept > /data/file; dd if=/dev/zero of=/full/file bs=1k count=2048"),
      job: { backoffLimit: 0 },
      volumes: {
        data: { mountPath: "/data", claim: { size: "1Gi" } },
        full: { mountPath: "/full", emptyDir: { medium: "Memory", sizeLimit: "1Mi" } },
      },
    };
    await failInstall("charts/batch-job", 60, values);
    assert.match(await readFailures(), /^etl-batch-job-\w+ BackoffLimitExceeded\n$/);
    await assertFull("main");
    assert.equal(await runPod(releases, "cat /data/file", "etl-batch-job-data"), "kept\n");
  });

  it("an image that does not exist ends the upgrade in time, and a rollback has the data of the replicas", async () => {
    const values = { image, command: waits, persistence: { data: { mountPath: "/data", size: "1Gi" } } };
    await releases.install("etl", "charts/stateful-stage", { values });
    const show = (script: string): Promise<string> =>
      kubectl(["exec", "etl-stateful-stage-0", "--", "sh", "-c", script]);
    await show("echo kept > /data/file");
    // Without asking a registry, which may be out of reach.
    const missing = ["--set-string=image.tag=none", "--set=image.pullPolicy=Never"];
    const flags = ["--reuse-values", ...missing, "--wait", "--timeout=15s"];
    const { code, stderr } = await releases.attempt(["upgrade", "etl", "charts/stateful-stage"], { flags });
    assert.notEqual(code, 0);
    assert.match(stderr, /^Error: UPGRADE FAILED: /m);
    const waiting = "{.items[*].status.containerStatuses[*].state.waiting.reason}";
    assert.equal(await kubectl(["get", "pods", `--output=jsonpath=${waiting}`]), "ErrImageNeverPull");
    await releases.helm(["rollback", "etl", "1", `--timeout=${patience}s`]);
    await kubectl(["delete", "pod", "etl-stateful-stage-0", "--grace-period=1"]);
    await kubectl(["rollout", "status", "statefulset/etl-stateful-stage", `--timeout=${patience}s`]);
    assert.equal(await show("cat /data/file"), "kept\n");
  });
});
