/** The fields of Kubernetes that no value sets, and why. */

/** Why a field is left out. */
export type Reason = "alpha" | "deprecated" | "in-tree" | "refused" | "dropped";

/** What the reasons mean. */
export const reasons: Readonly<Record<Reason, string>> = {
  alpha: "alpha in Kubernetes 1.36, and off unless its feature gate is set",
  deprecated: "deprecated by Kubernetes",
  "in-tree": "a driver built into Kubernetes; csi-volume has CSI drivers",
  refused: "the API server refuses it there",
  dropped: "the API server drops it: it keeps the name alone",
};

/** Drivers that pods and PersistentVolumes had in Kubernetes itself. */
const drivers = [
  ...["awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "flexVolume", "flocker"],
  ...["gcePersistentDisk", "glusterfs", "photonPersistentDisk", "portworxVolume", "quobyte", "rbd", "scaleIO"],
  ...["storageos", "vsphereVolume"],
];

/**
 * Fields that no value sets, with all below them. A field is that of a type, such as `PodSpec.serviceAccount`, or has its
 * name in every type, such as `awsElasticBlockStore`; `>` is between a field and one below it.
 */
export const excluded: Readonly<Record<string, Reason>> = {
  "PodSpec.serviceAccount": "deprecated",
  "PodSpec.schedulingGroup": "alpha",
  "Lifecycle.stopSignal": "alpha",
  "TypedObjectReference.namespace": "alpha",
  "Volume.gitRepo": "deprecated",
  ...Object.fromEntries(drivers.map((name) => [name, "in-tree"] as const)),
  ...Object.fromEntries(
    ["fc", "hostPath", "iscsi", "local", "nfs"].map((name) => [`PersistentVolumeSpec.${name}`, "in-tree"] as const),
  ),
  "PodSpec.ephemeralContainers": "refused",
  "DeploymentSpec.template > PodTemplateSpec.spec > PodSpec.activeDeadlineSeconds": "refused",
  "StatefulSetSpec.template > PodTemplateSpec.spec > PodSpec.activeDeadlineSeconds": "refused",
  "PodSpec.resources > ResourceRequirements.claims": "refused",
  "ServiceAccount.secrets": "dropped",
  "Container.readinessProbe > Probe.terminationGracePeriodSeconds": "refused",
};

/** Fields that the chart answers for, with all below them: what it writes in them, or why it writes nothing. */
export const own: Readonly<Record<string, string>> = {
  "DeploymentSpec.selector": "the selector labels of the chart",
  "StatefulSetSpec.selector": "the selector labels of the chart",
  "NetworkPolicySpec.podSelector": "the selector labels of the chart",
  "ServiceSpec.selector": "the selector labels of the chart",
  "JobSpec.selector": "Kubernetes' own, by the Job's uid",
  "JobSpec.manualSelector": "false: the selector is Kubernetes' own",
  "PersistentVolumeClaimVolumeSource.readOnly": "false: each mount has a readOnly",
  "ServiceBackendPort.name": "none: the number of the port is there",
  "PodSpec.restartPolicy": "Always, the only one that a Deployment or StatefulSet may have",
  "PersistentVolumeSpec.claimRef": "the namespace and the name of the volume's claim",
  "PodSpec.priority": "none: admission sets that of priorityClassName, and refuses another",
  "PodSpec.overhead": "none: admission sets that of runtimeClassName, and refuses another",
  "ServiceSpec.externalName": "none: a Service of type ExternalName has no pods",
};

/** The entry of a list that a field falls under, which `fields` is the way to. */
export function findEntry(fields: readonly string[], entries: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(entries).find((entry) => {
    const wanted = entry.split(" > ");
    return fields.some((_, start) => wanted.every((name, i) => isField(fields[start + i], name)));
  });
}

function isField(field: string | undefined, name: string): boolean {
  return field === name || field?.split(".")[1] === name;
}
