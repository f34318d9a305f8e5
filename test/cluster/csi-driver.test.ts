import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../cluster/wait-until.ts";
import type { DriverCall } from "./csi-driver/driver-call.ts";
import { findStorage } from "./find-storage.ts";
import { patience } from "./patience.ts";
import { printedPath, printToStatus } from "./print-to-status.ts";
import { defaultClass, driverName } from "./storage-objects.ts";
import { testCluster } from "./test-cluster.ts";
import { testLabels } from "./test-label.ts";
import { useNamespace } from "./use-namespace.ts";

/** A pod's volume, in the words of Kubernetes. */
type PodVolume = Readonly<Record<string, unknown>>;

/** A Job that runs a script with a volume at /data, as a user without rights. */
function makeJob(name: string, script: string, volume: PodVolume, readOnly = false): object {
  const container = {
    name: "main",
    image: "busybox:1.36",
    command: ["sh", "-c", printToStatus(script)],
    volumeMounts: [{ name: "data", mountPath: "/data", readOnly }],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  const securityContext = {
    runAsNonRoot: true,
    runAsUser: 1000,
    fsGroup: 1000,
    seccompProfile: { type: "RuntimeDefault" },
  };
  const volumes = [{ name: "data", ...volume }];
  const nodeSelector = { "kubernetes.io/hostname": findStorage().nodeName };
  const template = {
    spec: { restartPolicy: "Never", securityContext, containers: [container], volumes, nodeSelector },
  };
  return { apiVersion: "batch/v1", kind: "Job", metadata: { name }, spec: { backoffLimit: 0, template } };
}

function makeClaim(name: string, spec: object = {}): object {
  const resources = { requests: { storage: "1Gi" } };
  const whole = { accessModes: ["ReadWriteOnce"], resources, ...spec };
  return { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name }, spec: whole };
}

describe("the CSI driver", () => {
  const namespace = useNamespace();

  const kubectl = (args: readonly string[], input = ""): Promise<string> =>
    testCluster().kubectl([`--namespace=${namespace.name}`, ...args], input);

  const apply = (...items: readonly object[]): Promise<string> =>
    kubectl(["apply", "--filename=-"], JSON.stringify({ apiVersion: "v1", kind: "List", items }));

  /** Runs a Job to its end and returns what it printed. */
  async function runJob(name: string, script: string, volume: PodVolume, readOnly = false): Promise<string> {
    await apply(makeJob(name, script, volume, readOnly));
    await kubectl(["wait", `job/${name}`, "--for=condition=Complete", `--timeout=${patience}s`]);
    const output = `--output=jsonpath={.items[0].${printedPath}}`;
    return await kubectl(["get", "pods", `--selector=job-name=${name}`, output]);
  }

  /** Waits until the driver has done something to a volume, and returns the names of all it did to it, in order. */
  async function followVolume(volume: (call: DriverCall) => boolean, until: string): Promise<readonly DriverCall[]> {
    const find = (): readonly DriverCall[] => findStorage().readCalls().filter(volume);
    const isDone = async (): Promise<boolean> => find().some(({ method }) => method === until);
    await waitUntil(isDone, { what: `the driver is asked for ${until}`, seconds: patience });
    return find();
  }

  const methods = (calls: readonly DriverCall[]): readonly string[] => calls.map(({ method }) => method);

  it("the CSI driver provides a volume for a claim, keeps its data between pods, and deletes it with the claim", async () => {
    await apply(makeClaim("data"));
    const volume = { persistentVolumeClaim: { claimName: "data" } };
    await runJob("write", "echo kept > /data/file", volume);
    assert.equal(await runJob("read", "cat /data/file", volume), "kept\n");
    const name = await kubectl(["get", "persistentvolumeclaim", "data", "--output=jsonpath={.spec.volumeName}"]);
    await kubectl(["delete", "job", "write", "read"]);
    await kubectl(["delete", "persistentvolumeclaim", "data"]);
    const calls = await followVolume((call) => call.volume === name, "Delete");
    const use = ["NodeStageVolume", "NodePublishVolume", "NodeUnpublishVolume", "NodeUnstageVolume"];
    assert.deepEqual(methods(calls), ["Provision", ...use, ...use, "Delete"]);
    assert.deepEqual(
      calls.filter(({ error }) => error !== undefined),
      [],
    );
  });

  it("the CSI driver gets the attributes of a PersistentVolume, and the Secrets that it names for each step", async () => {
    const handle = `handle-of-${namespace.name}`;
    const secret = (name: string, key: string): object => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name },
      stringData: { [key]: "secret" },
    });
    const reference = (name: string): object => ({ name, namespace: namespace.name });
    const volume = {
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: handle, labels: testLabels },
      spec: {
        capacity: { storage: "1Gi" },
        accessModes: ["ReadWriteOnce"],
        storageClassName: "",
        persistentVolumeReclaimPolicy: "Retain",
        csi: {
          driver: driverName,
          volumeHandle: handle,
          fsType: "ext4",
          volumeAttributes: { tier: "gold" },
          nodeStageSecretRef: reference("stage"),
          nodePublishSecretRef: reference("publish"),
        },
      },
    };
    const claim = makeClaim("data", { storageClassName: "", volumeName: handle });
    await apply(secret("stage", "stage-key"), secret("publish", "publish-key"), volume, claim);
    await runJob("use", "echo > /data/file", { persistentVolumeClaim: { claimName: "data" } });
    await kubectl(["delete", "job", "use"]);
    const [stage, publish, ...rest] = await followVolume((call) => call.volume === handle, "NodeUnstageVolume");
    const mount = { fsType: "ext4", options: [], accessMode: "SINGLE_NODE_WRITER" };
    const call = { volume: handle, isReadOnly: false, mount };
    assert.deepEqual(stage, {
      ...call,
      method: "NodeStageVolume",
      attributes: { tier: "gold" },
      secretKeys: ["stage-key"],
    });
    assert(publish !== undefined);
    const { attributes, ...published } = publish;
    assert.deepEqual(published, { ...call, method: "NodePublishVolume", secretKeys: ["publish-key"] });
    assert.equal(attributes["tier"], "gold");
    assert.equal(attributes["csi.storage.k8s.io/pod.namespace"], namespace.name);
    assert.equal(attributes["csi.storage.k8s.io/ephemeral"], "false");
    assert.deepEqual(methods(rest), ["NodeUnpublishVolume", "NodeUnstageVolume"]);
  });

  it("the CSI driver provides an inline volume, which lives as long as its pod", async () => {
    const inline = { csi: { driver: driverName, volumeAttributes: { purpose: namespace.name } } };
    assert.equal(await runJob("use", "ls /data; echo mine > /data/file; cat /data/file", inline), "mine\n");
    await kubectl(["delete", "job", "use"]);
    const [publish] = findStorage()
      .readCalls()
      .filter(({ attributes }) => attributes["purpose"] === namespace.name);
    assert.equal(publish?.method, "NodePublishVolume");
    assert.equal(publish.attributes["csi.storage.k8s.io/ephemeral"], "true");
    const calls = await followVolume((call) => call.volume === publish.volume, "NodeUnpublishVolume");
    assert.deepEqual(methods(calls), ["NodePublishVolume", "NodeUnpublishVolume"]);
    assert.equal(await runJob("again", "ls /data", inline), "");
  });

  it("the CSI driver mounts what is only to be read so that nobody can write to it", async () => {
    const inline = { csi: { driver: driverName, readOnly: true, volumeAttributes: { purpose: namespace.name } } };
    const script = "if echo > /data/file; then exit 1; fi; mount | grep -c ' /data .*[(,]ro[,)]'";
    assert.match(await runJob("use", script, inline), /^1$/m);
    const [publish] = findStorage()
      .readCalls()
      .filter(({ attributes }) => attributes["purpose"] === namespace.name);
    assert.equal(publish?.isReadOnly, true);
  });

  it("the CSI driver fails on request, and the pod's events have its message", async () => {
    const inline = { csi: { driver: driverName, volumeAttributes: { "fail-publish": "the disk is on fire" } } };
    await apply(makeJob("use", "true", inline));
    const events = ["get", "events", "--field-selector=reason=FailedMount", "--output=jsonpath={.items[*].message}"];
    const isSaid = async (): Promise<boolean> => (await kubectl(events)).includes("the disk is on fire");
    await waitUntil(isSaid, { what: "an event says why the volume is missing", seconds: patience });
  });

  it("the CSI driver provides nothing for a claim of a class that requests failure", async () => {
    const name = `failing-${namespace.name}`;
    const metadata = { name, labels: testLabels };
    const parameters = { "fail-provision": "no space is left" };
    const failing = {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata,
      provisioner: driverName,
      parameters,
    };
    await apply(
      failing,
      makeClaim("data", { storageClassName: name }),
      makeClaim("other", { storageClassName: defaultClass }),
    );
    const events = [
      "get",
      "events",
      "--field-selector=reason=ProvisioningFailed",
      "--output=jsonpath={.items[*].message}",
    ];
    const isSaid = async (): Promise<boolean> => (await kubectl(events)) === "no space is left";
    await waitUntil(isSaid, { what: "an event says why there is no volume", seconds: patience });
    await kubectl([
      "wait",
      "persistentvolumeclaim/other",
      "--for=jsonpath={.status.phase}=Bound",
      `--timeout=${patience}s`,
    ]);
    const phase = await kubectl(["get", "persistentvolumeclaim", "data", "--output=jsonpath={.status.phase}"]);
    assert.equal(phase, "Pending");
    await kubectl(["delete", "storageclass", name]);
  });
});
