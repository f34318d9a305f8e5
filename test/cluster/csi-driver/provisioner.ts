import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { PersistentVolume, PersistentVolumeClaim } from "kubernetes-types/core/v1.d.ts";
import type { StorageClass } from "kubernetes-types/storage/v1.d.ts";
import type { DriverCall } from "./driver-call.ts";
import { type KubeClient, KubeError } from "./kube-client.ts";
import { makeEvent } from "./make-event.ts";
import { makeVolume, volumeName } from "./make-volume.ts";
import { unmount } from "./mounts.ts";
import type { VolumeDirectories } from "./volume-directories.ts";

/** What a provisioner is started with. */
export interface ProvisionerOptions {
  /** Name of the driver. */
  readonly name: string;
  /** Name of the node on which the volumes lie. */
  readonly nodeName: string;
  readonly client: KubeClient;
  readonly volumes: VolumeDirectories;
  /** Called with each volume that it made or deleted. */
  readonly log: (call: DriverCall) => void;
  /** Called with what it could not do; it tries again. */
  readonly report: (error: unknown) => void;
  /** Milliseconds between two looks at the cluster (default: 500). */
  readonly everyMs?: number;
}

/** Annotation of a volume that names who made it. */
const provisionedBy = "pv.kubernetes.io/provisioned-by";

const volumesPath = "/api/v1/persistentvolumes";

/**
 * Makes volumes for claims of the driver's StorageClasses, and deletes those whose claims are gone, by their reclaim
 * policy: what external-provisioner does, by looking again and again. A class with the parameter `fail-provision` makes
 * nothing but an event with that text.
 * @returns what stops it
 */
export function startProvisioner(options: ProvisionerOptions): () => Promise<void> {
  const refused = new Set<string>();
  const stop = new AbortController();
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await look(options, refused).catch(options.report);
      await sleep(options.everyMs ?? 500, undefined, { signal: stop.signal }).catch(() => {});
    }
  };
  const ended = work();
  return async () => {
    stop.abort();
    await ended;
  };
}

/** Looks at the cluster once and does what is to be done. */
async function look(options: ProvisionerOptions, refused: Set<string>): Promise<void> {
  const { client, report } = options;
  const claims = await client.list<PersistentVolumeClaim>("/api/v1/persistentvolumeclaims");
  const classes = await client.list<StorageClass>("/apis/storage.k8s.io/v1/storageclasses");
  const volumes = await client.list<PersistentVolume>(volumesPath);
  const attempt = async (work: Promise<void>): Promise<void> => {
    await work.catch((error: unknown) => {
      // It was made or deleted meanwhile: the next look sees that.
      if (!(error instanceof KubeError && (error.code === 404 || error.code === 409))) report(error);
    });
  };
  for (const claim of claims) {
    const storageClass = classes.find(({ metadata }) => metadata?.name === claim.spec?.storageClassName);
    if (storageClass?.provisioner !== options.name || !isWaiting(claim, storageClass, options.name)) continue;
    if (volumes.some(({ spec }) => spec?.claimRef?.uid === claim.metadata?.uid)) continue;
    await attempt(provision(options, refused, claim, storageClass));
  }
  for (const volume of volumes) if (isReleased(volume, options.name)) await attempt(deleteVolume(options, volume));
}

function isWaiting(claim: PersistentVolumeClaim, storageClass: StorageClass, name: string): boolean {
  const { metadata, spec } = claim;
  if (metadata?.deletionTimestamp !== undefined || (spec?.volumeName ?? "") !== "" || spec?.selector) return false;
  const annotations = metadata?.annotations ?? {};
  // Kubernetes writes it when no volume fits that is there; until then, one may still be bound.
  if (annotations["volume.kubernetes.io/storage-provisioner"] !== name) return false;
  const isLate = storageClass.volumeBindingMode === "WaitForFirstConsumer";
  return !isLate || annotations["volume.kubernetes.io/selected-node"] !== undefined;
}

async function provision(
  { name, nodeName, client, log }: ProvisionerOptions,
  refused: Set<string>,
  claim: PersistentVolumeClaim,
  storageClass: StorageClass,
): Promise<void> {
  const uid = claim.metadata?.uid ?? "";
  const events = `/api/v1/namespaces/${claim.metadata?.namespace}/events`;
  const attributes = storageClass.parameters ?? {};
  const call = { method: "Provision", volume: volumeName(claim), attributes, secretKeys: [], isReadOnly: false };
  const refusal = attributes["fail-provision"];
  if (refusal !== undefined) {
    // One event for a claim, not one for each look.
    if (refused.has(uid)) return;
    refused.add(uid);
    log({ ...call, error: refusal });
    return await client.create(
      events,
      makeEvent(claim, { type: "Warning", reason: "ProvisioningFailed", message: refusal }),
    );
  }
  const volume = makeVolume(claim, storageClass, nodeName);
  await client.create(volumesPath, {
    ...volume,
    metadata: { ...volume.metadata, annotations: { [provisionedBy]: name } },
  });
  log(call);
  const message = `Successfully provisioned volume ${volumeName(claim)}`;
  await client.create(events, makeEvent(claim, { type: "Normal", reason: "ProvisioningSucceeded", message }));
}

function isReleased({ metadata, spec, status }: PersistentVolume, name: string): boolean {
  const isOurs = metadata?.annotations?.[provisionedBy] === name && metadata.deletionTimestamp === undefined;
  return isOurs && status?.phase === "Released" && spec?.persistentVolumeReclaimPolicy === "Delete";
}

async function deleteVolume({ client, volumes, log }: ProvisionerOptions, volume: PersistentVolume): Promise<void> {
  const handle = volume.spec?.csi?.volumeHandle ?? "";
  const directory = volumes.persistent(handle);
  await unmount(directory);
  await rm(directory, { recursive: true, force: true });
  await client.remove(`${volumesPath}/${volume.metadata?.name}`);
  log({ method: "Delete", volume: handle, attributes: {}, secretKeys: [], isReadOnly: false });
}
