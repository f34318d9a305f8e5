import type { PersistentVolumeClaim, SecretReference } from "kubernetes-types/core/v1.d.ts";
import type { StorageClass } from "kubernetes-types/storage/v1.d.ts";

/** Prefix of parameters that speak to the provisioner; the others become attributes of the volume. */
const prefix = "csi.storage.k8s.io/";

/** Parameter of a StorageClass whose volumes hold no more than their claims request: `"true"`. */
export const limitParameter = "limit-size";

/** Attribute of such a volume: the bytes that it holds. */
export const limitAttribute = "size";

/** Name of the volume for a claim, and its handle. */
export function volumeName(claim: PersistentVolumeClaim): string {
  return `pvc-${claim.metadata?.uid}`;
}

/** Makes the PersistentVolume for a claim, as its StorageClass says; it is on one node. */
export function makeVolume(claim: PersistentVolumeClaim, storageClass: StorageClass, nodeName: string) {
  const name = volumeName(claim);
  const parameters = Object.entries(storageClass.parameters ?? {});
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name },
    spec: {
      capacity: claim.spec?.resources?.requests,
      accessModes: claim.spec?.accessModes,
      volumeMode: claim.spec?.volumeMode,
      storageClassName: storageClass.metadata?.name,
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
      mountOptions: storageClass.mountOptions,
      claimRef: {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        namespace: claim.metadata?.namespace,
        name: claim.metadata?.name,
        uid: claim.metadata?.uid,
      },
      nodeAffinity: tieToNode(nodeName),
      csi: {
        driver: storageClass.provisioner,
        volumeHandle: name,
        fsType: storageClass.parameters?.[`${prefix}fstype`] ?? "ext4",
        volumeAttributes: {
          ...Object.fromEntries(parameters.filter(([key]) => !key.startsWith(prefix))),
          ...limitSize(claim, storageClass),
        },
        nodeStageSecretRef: nameSecret("node-stage", claim, storageClass),
        nodePublishSecretRef: nameSecret("node-publish", claim, storageClass),
      },
    },
  };
}

function limitSize({ spec }: PersistentVolumeClaim, { parameters }: StorageClass): Readonly<Record<string, string>> {
  const size = spec?.resources?.requests?.["storage"];
  return parameters?.[limitParameter] !== "true" || size === undefined ? {} : { [limitAttribute]: size };
}

function tieToNode(node: string): object {
  const isNode = { key: "kubernetes.io/hostname", operator: "In", values: [node] };
  return { required: { nodeSelectorTerms: [{ matchExpressions: [isNode] }] } };
}

/** The Secret that parameters name for a step; the names may hold those of the claim and of the volume. */
function nameSecret(
  step: string,
  claim: PersistentVolumeClaim,
  { parameters = {} }: StorageClass,
): SecretReference | undefined {
  const fill = (text = ""): string =>
    text
      .replaceAll("${pvc.name}", claim.metadata?.name ?? "")
      .replaceAll("${pvc.namespace}", claim.metadata?.namespace ?? "")
      .replaceAll("${pv.name}", volumeName(claim));
  const name = parameters[`${prefix}${step}-secret-name`];
  if (name === undefined) return undefined;
  return { name: fill(name), namespace: fill(parameters[`${prefix}${step}-secret-namespace`]) };
}
