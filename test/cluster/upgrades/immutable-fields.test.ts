import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { affinityToNode } from "../find-storage.ts";
import { patience } from "../patience.ts";
import { runPod } from "../run-pod.ts";
import { driverName } from "../storage-objects.ts";
import { useReleases } from "../use-releases.ts";
import { readState } from "./read-state.ts";

const image = { repository: "busybox", tag: "1.36" };
const waits = ["sh", "-c", "trap exit TERM; while :; do sleep 1; done"];

/** A change of values that Kubernetes cannot make to what is there. */
interface RefusedChange {
  /** What is changed. */
  readonly field: string;
  readonly chart: string;
  readonly before: object;
  readonly after: object;
  /** What Helm prints. */
  readonly message: RegExp;
}

const stage = { image, command: waits, persistence: { data: { mountPath: "/data", size: "1Gi" } } };
const service = { image, command: waits, fullnameOverride: "web" };
const volume = { volumes: { data: { claim: { size: "2Gi" } } } };

const refusedChanges: readonly RefusedChange[] = [
  {
    field: "the size in a StatefulSet's claim template",
    chart: "charts/stateful-stage",
    before: stage,
    after: { persistence: { data: { size: "2Gi" } } },
    message: /updates to statefulset spec for fields other than .* are forbidden/,
  },
  {
    field: "a StatefulSet's serviceName",
    chart: "charts/stateful-stage",
    before: stage,
    after: { headless: { name: "other" } },
    message: /updates to statefulset spec for fields other than .* are forbidden/,
  },
  {
    field: "a Deployment's selector",
    chart: "charts/service-stage",
    before: service,
    after: { nameOverride: "other" },
    message: /spec\.selector: Invalid value: .* field is immutable/,
  },
  {
    field: "a claim's size, to a smaller one",
    chart: "charts/csi-volume",
    before: volume,
    after: { volumes: { data: { claim: { size: "1Gi" } } } },
    message: /volumes\.data\.claim\.size: expected at least 2Gi, which claim \S+ has, got 1Gi/,
  },
  {
    field: "a claim's StorageClass, to one of the chart's own",
    chart: "charts/csi-volume",
    before: volume,
    after: {
      storageClasses: { fast: { provisioner: driverName } },
      volumes: { data: { claim: { ownStorageClass: "fast" } } },
    },
    message: /volumes\.data\.claim: expected StorageClass chartwright-tests, as \S+ has it, got \S+/,
  },
];

describe("an upgrade that would change what is immutable", () => {
  const releases = useReleases("restricted");
  const { kubectl } = releases;

  const claimNames = async (): Promise<readonly string[]> => {
    const printed = await kubectl(["get", "persistentvolumeclaims", "--output=jsonpath={.items[*].metadata.name}"]);
    return printed.split(" ").filter((name) => name !== "");
  };

  /** Upgrades to values that must be refused. */
  async function refuse(chart: string, values: object, message: RegExp): Promise<void> {
    const flags = ["--reuse-values", "--wait", `--timeout=${patience}s`];
    const { code, stderr } = await releases.attempt(["upgrade", "one", chart], { values, flags });
    assert.notEqual(code, 0);
    assert.match(stderr, message);
  }

  for (const { field, chart, before, after, message } of refusedChanges) {
    it(`${field}: it is refused, nothing that runs changes, and no data is lost`, async () => {
      await releases.install("one", chart, { values: before });
      const [claim] = await claimNames();
      if (claim !== undefined) await runPod(releases, "echo kept > /data/file", claim);
      const state = await readState(releases);
      // Helm may leave what it made before the refusal, such as another Service.
      const checkState = async (): Promise<void> => {
        const left = await readState(releases);
        assert.deepEqual({ ...left, ...state }, left);
      };
      await refuse(chart, after, message);
      await checkState();
      await releases.upgrade("one", chart, { values: before });
      await checkState();
      if (claim !== undefined) assert.equal(await runPod(releases, "cat /data/file", claim), "kept\n");
    });
  }

  it("a PersistentVolume's source: it is refused, and the claim's data are those of the old one", async () => {
    const makeValues = (handle: string): object => ({
      volumes: {
        data: {
          claim: { size: "1Gi" },
          static: { nodeAffinity: affinityToNode(), csi: { driver: driverName, volumeHandle: handle } },
        },
      },
    });
    const handle = `handle-of-${releases.namespace}`;
    await releases.install("one", "charts/csi-volume", { values: makeValues(handle) });
    const [claim = ""] = await claimNames();
    await runPod(releases, "echo kept > /data/file", claim);
    await refuse("charts/csi-volume", makeValues(`other-${handle}`), /spec\.persistentvolumesource is immutable/);
    await releases.upgrade("one", "charts/csi-volume", { values: makeValues(handle) });
    assert.equal(await runPod(releases, "cat /data/file", claim), "kept\n");
  });

  it("a Job's template: another Job runs what is new, the old one goes, and a rollback runs the first again", async () => {
    const makeValues = (word: string): object => ({
      image,
      command: ["sh", "-c", `echo ${word} >> /data/words`],
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    });
    const listJobs = (): Promise<string> => kubectl(["get", "jobs", "--output=name"]);
    await releases.install("one", "charts/batch-job", { values: makeValues("first") });
    const first = await listJobs();
    await releases.upgrade("one", "charts/batch-job", { values: makeValues("second") });
    const second = await listJobs();
    assert.match(second, /^job\.batch\/one-batch-job-\w+\n$/);
    assert.notEqual(second, first);
    await releases.helm(["rollback", "one", "1", "--wait", "--wait-for-jobs", `--timeout=${patience}s`]);
    assert.equal(await listJobs(), first);
    const [claim] = await claimNames();
    assert.equal(await runPod(releases, "cat /data/words", claim), "first\nsecond\nfirst\n");
  });

  it("a StorageClass' parameters: a class of another name has the new ones, and the old claim keeps its data", async () => {
    const makeValues = (tier: string): object => ({
      // StorageClasses are in no namespace.
      commonLabels: { test: releases.namespace },
      storageClasses: { own: { provisioner: driverName, parameters: { tier }, reclaimPolicy: "Delete" } },
    });
    const listClasses = async (): Promise<readonly string[]> => {
      const selector = `--selector=test=${releases.namespace}`;
      const { items } = JSON.parse(await kubectl(["get", "storageclasses", selector, "--output=json"]));
      return items.map(({ parameters }: { parameters: { tier: string } }) => parameters.tier);
    };
    const claim = { volumes: { data: { claim: { size: "1Gi", ownStorageClass: "own" } } } };
    await releases.install("one", "charts/csi-volume", { values: { ...makeValues("slow"), ...claim } });
    const [name = ""] = await claimNames();
    await runPod(releases, "echo kept > /data/file", name);
    await refuse("charts/csi-volume", makeValues("fast"), /volumes\.data\.claim: expected StorageClass/);
    assert.deepEqual(await listClasses(), ["slow"]);
    await releases.upgrade("one", "charts/csi-volume", { values: makeValues("fast") });
    assert.deepEqual(await listClasses(), ["fast"]);
    assert.equal(await runPod(releases, "cat /data/file", name), "kept\n");
    await releases.uninstall("one");
  });
});
