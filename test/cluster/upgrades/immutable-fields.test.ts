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
  readonly values: object;
  /** What Helm prints. */
  readonly message: RegExp;
}

/** A release, and what it must not become. */
interface RefusedChanges {
  readonly chart: string;
  readonly before: object;
  readonly changes: readonly RefusedChange[];
}

const statefulSetMessage = /updates to statefulset spec for fields other than .* are forbidden/;
const claimMessage = /spec: Forbidden: spec is immutable after creation except resources\.requests/;
const jobMessage = (field: string): RegExp => new RegExp(`spec\\.${field}: Invalid value: .*field is immutable`, "s");
const claimWith = (fields: object): object => ({ volumes: { data: { claim: fields } } });
const persistence = (fields: object): object => ({ persistence: { data: fields } });

const refusedChanges: readonly RefusedChanges[] = [
  {
    chart: "charts/stateful-stage",
    before: { image, command: waits, fullnameOverride: "web", ...persistence({ mountPath: "/data", size: "1Gi" }) },
    changes: [
      { field: "size of a claim template", values: persistence({ size: "2Gi" }), message: statefulSetMessage },
      {
        field: "accessModes of a claim template",
        values: persistence({ accessModes: ["ReadWriteOncePod"] }),
        message: statefulSetMessage,
      },
      {
        field: "podManagementPolicy",
        values: { podManagementPolicy: "Parallel" },
        message: /spec\.podManagementPolicy of StatefulSet web cannot change/,
      },
      {
        field: "serviceName",
        values: { headless: { name: "other" } },
        message: /spec\.serviceName of StatefulSet web cannot change/,
      },
      {
        field: "selector",
        values: { nameOverride: "other" },
        message: /spec\.selector of StatefulSet web cannot change/,
      },
    ],
  },
  {
    chart: "charts/service-stage",
    before: {
      image,
      command: waits,
      fullnameOverride: "web",
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    },
    changes: [
      {
        field: "storageClassName of its claim",
        values: claimWith({ storageClassName: "other" }),
        message: claimMessage,
      },
      {
        field: "clusterIP, to none",
        values: { service: { headless: true } },
        message: /service\.headless: expected false, as Service web has it/,
      },
      {
        field: "selector",
        values: { nameOverride: "other" },
        message: /spec\.selector of Deployment web cannot change/,
      },
    ],
  },
  {
    chart: "charts/batch-job",
    before: {
      image,
      command: ["true"],
      naming: { hashSuffix: false },
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    },
    changes: [
      { field: "template, without a hash in the name", values: { args: ["any"] }, message: jobMessage("template") },
      { field: "completions", values: { job: { completions: 2 } }, message: jobMessage("completions") },
      {
        field: "completionMode",
        values: { job: { completions: 1, completionMode: "Indexed" } },
        message: jobMessage("completionMode"),
      },
    ],
  },
  {
    chart: "charts/csi-volume",
    before: claimWith({ size: "2Gi" }),
    changes: [
      {
        field: "a smaller size",
        values: claimWith({ size: "1Gi" }),
        message: /volumes\.data\.claim\.size: expected at least 2Gi, which claim \S+ has, got 1Gi/,
      },
      {
        field: "a StorageClass of the chart's own",
        values: { storageClasses: { fast: { provisioner: driverName } }, ...claimWith({ ownStorageClass: "fast" }) },
        message: /volumes\.data\.claim: expected StorageClass chartwright-tests, as \S+ has it, got \S+/,
      },
      { field: "storageClassName", values: claimWith({ storageClassName: "other" }), message: claimMessage },
      { field: "accessModes", values: claimWith({ accessModes: ["ReadWriteMany"] }), message: claimMessage },
      { field: "volumeMode", values: claimWith({ volumeMode: "Block" }), message: claimMessage },
      {
        field: "volumeName",
        values: claimWith({ volumeName: "other" }),
        // Helm 4 says whose the field is by now, Helm 3 what the API server says.
        message: /conflict with "kube-controller-manager".*: \.spec\.volumeName|spec is immutable after creation/,
      },
      { field: "selector", values: claimWith({ selector: { matchLabels: { disk: "fast" } } }), message: claimMessage },
      {
        field: "dataSource",
        values: claimWith({ dataSource: { kind: "PersistentVolumeClaim", name: "other" } }),
        message: claimMessage,
      },
    ],
  },
];

/** What another Job does: each of these fields is in no Job that was there before. */
const jobChanges: readonly (readonly [field: string, job: object])[] = [
  ["completions", { completions: 2 }],
  ["completionMode", { completionMode: "Indexed" }],
  ["backoffLimitPerIndex", { backoffLimitPerIndex: 1 }],
  [
    "podFailurePolicy",
    { podFailurePolicy: { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [42] } }] } },
  ],
  ["successPolicy", { successPolicy: { rules: [{ succeededIndexes: "0-1" }] } }],
];

/** What cannot change in a StorageClass, with another value than it has at first. */
const storageClass = {
  provisioner: driverName,
  parameters: { tier: "slow" },
  reclaimPolicy: "Delete",
  volumeBindingMode: "Immediate",
};
const storageClassChanges = {
  provisioner: "other-csi-driver",
  parameters: { tier: "fast" },
  reclaimPolicy: "Retain",
  volumeBindingMode: "WaitForFirstConsumer",
};

describe("an upgrade that would change what is immutable", () => {
  const releases = useReleases("restricted");
  const { kubectl } = releases;

  const claimNames = async (): Promise<readonly string[]> => {
    const printed = await kubectl(["get", "persistentvolumeclaims", "--output=jsonpath={.items[*].metadata.name}"]);
    return printed.split(" ").filter((name) => name !== "");
  };
  const listJobs = (): Promise<string> => kubectl(["get", "jobs", "--output=name"]);

  /** Upgrades to values that must be refused. */
  async function refuse(chart: string, values: object, message: RegExp): Promise<void> {
    const flags = ["--reuse-values", "--wait", `--timeout=${patience}s`];
    const { code, stderr } = await releases.attempt(["upgrade", "one", chart], { values, flags });
    assert.notEqual(code, 0, `expected a refusal of ${JSON.stringify(values)}`);
    assert.match(stderr, message);
  }

  for (const { chart, before, changes } of refusedChanges) {
    const fields = changes.map(({ field }) => field).join("; ");
    it(`${chart}, ${fields}: each is refused, what runs stays as it is, and no data are lost`, async () => {
      await releases.install("one", chart, { values: before });
      const [claim = ""] = await claimNames();
      await runPod(releases, "echo kept > /data/file", claim);
      const state = await readState(releases);
      for (const { field, values, message } of changes) {
        await refuse(chart, values, message);
        assert.deepEqual(await readState(releases), state, field);
      }
      await releases.upgrade("one", chart, { values: before });
      assert.deepEqual(await readState(releases), state);
      assert.equal(await runPod(releases, "cat /data/file", claim), "kept\n");
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

  it("a Service's clusterIP, from none to one: it is refused, because the API server would silently keep none", async () => {
    const makeValues = (headless: boolean): object => ({
      image,
      command: waits,
      ports: { http: { containerPort: 8080 } },
      service: { headless, ports: { http: { port: 80 } } },
    });
    await releases.install("one", "charts/service-stage", { values: makeValues(true) });
    const state = await readState(releases);
    await refuse("charts/service-stage", makeValues(false), /service\.headless: expected true, as Service \S+ has it/);
    assert.deepEqual(await readState(releases), state);
  });

  it("a Job's template: another Job runs what is new, the old one goes, and a rollback runs the first again", async () => {
    const makeValues = (word: string): object => ({
      image,
      command: ["sh", "-c", `echo ${word} >> /data/words`],
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    });
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

  it(`a Job's ${jobChanges.map(([field]) => field).join(", ")}: for each, another Job runs, the old one goes, and data stay`, async () => {
    const makeValues = (job: object): object => ({
      image,
      command: ["sh", "-c", "echo ran >> /data/words"],
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
      job,
    });
    await releases.install("one", "charts/batch-job", { values: makeValues({}) });
    const jobs = [await listJobs()];
    let job = {};
    for (const [field, change] of jobChanges) {
      job = { ...job, ...change };
      await releases.upgrade("one", "charts/batch-job", { values: makeValues(job) });
      const name = await listJobs();
      assert.match(name, /^job\.batch\/one-batch-job-\w+\n$/);
      assert(!jobs.includes(name), `${field}: expected another Job, got the one of before`);
      jobs.push(name);
    }
    const [claim] = await claimNames();
    // One pod of the first Job, two of each other.
    const count = 1 + 2 * jobChanges.length;
    assert.equal(await runPod(releases, "cat /data/words", claim), "ran\n".repeat(count));
  });

  const fieldNames = Object.keys(storageClass).join(", ");
  const claimOfOwn = claimWith({ size: "1Gi", ownStorageClass: "own" });

  it(`a StorageClass' ${fieldNames}: for each, a class of another name has the new one, and the old claim keeps its data`, async () => {
    const makeValues = (change: object): object => ({
      // StorageClasses are in no namespace.
      commonLabels: { test: releases.namespace },
      storageClasses: { own: { ...storageClass, ...change } },
    });
    const listClasses = async (): Promise<readonly object[]> => {
      const selector = `--selector=test=${releases.namespace}`;
      const { items } = JSON.parse(await kubectl(["get", "storageclasses", selector, "--output=json"]));
      return items.map(({ provisioner, parameters, reclaimPolicy, volumeBindingMode }: typeof storageClass) => {
        return { provisioner, parameters, reclaimPolicy, volumeBindingMode };
      });
    };
    await releases.install("one", "charts/csi-volume", { values: { ...makeValues({}), ...claimOfOwn } });
    const [name = ""] = await claimNames();
    await runPod(releases, "echo kept > /data/file", name);
    const state = await readState(releases);
    for (const change of Object.entries(storageClassChanges).map((entry) => Object.fromEntries([entry]))) {
      await refuse("charts/csi-volume", makeValues(change), /volumes\.data\.claim: expected StorageClass/);
    }
    assert.deepEqual(await readState(releases), state);
    for (const change of Object.entries(storageClassChanges).map((entry) => Object.fromEntries([entry]))) {
      await releases.upgrade("one", "charts/csi-volume", { values: makeValues(change) });
      assert.deepEqual(await listClasses(), [{ ...storageClass, ...change }]);
    }
    assert.equal(await runPod(releases, "cat /data/file", name), "kept\n");
    await releases.uninstall("one");
  });

  it(`a StorageClass' ${fieldNames}, of a class without a hash in its name: each is refused by its name, and nothing changes`, async () => {
    const makeValues = (change: object): object => ({
      storageClasses: { own: { nameSuffixHash: false, ...storageClass, ...change } },
    });
    await releases.install("one", "charts/csi-volume", { values: { ...makeValues({}), ...claimOfOwn } });
    const [name = ""] = await claimNames();
    await runPod(releases, "echo kept > /data/file", name);
    const state = await readState(releases);
    for (const [field, value] of Object.entries(storageClassChanges)) {
      const message = new RegExp(`storageClasses\\.own\\.${field}: expected what StorageClass \\S+ has`);
      await refuse("charts/csi-volume", makeValues({ [field]: value }), message);
      assert.deepEqual(await readState(releases), state, field);
    }
    assert.equal(await runPod(releases, "cat /data/file", name), "kept\n");
    await releases.uninstall("one");
  });
});
