import type { KubernetesObject } from "./kubernetes-object.ts";
import { dns1035Label, dnsLabel, dnsSubdomain, type NameForm, pathSegment } from "./name-forms.ts";

/** Facts about a kind that the rules need. */
export interface KindFacts {
  /** The API group, "" for the core group. */
  readonly group: string;
  readonly namespaced: boolean;
  readonly nameForm: NameForm;
  /** The longest name with which the object works, which may be less than the form allows. */
  readonly maxNameLength: number;
}

// A Job's name is a label value of its pods; a CronJob adds 11 characters to make its Jobs' names, and a
// StatefulSet's revision label adds 11 to its.
const facts: ReadonlyMap<string, KindFacts> = new Map([
  ["Job", describeKind("batch", dnsSubdomain, 63)],
  ["CronJob", describeKind("batch", dnsSubdomain, 52)],
  ["StatefulSet", describeKind("apps", dnsLabel, 52)],
  ["Deployment", describeKind("apps", dnsSubdomain)],
  ["DaemonSet", describeKind("apps", dnsSubdomain)],
  ["ReplicaSet", describeKind("apps", dnsSubdomain)],
  ["Pod", describeKind("", dnsSubdomain)],
  ["Service", describeKind("", dns1035Label)],
  ["ConfigMap", describeKind("", dnsSubdomain)],
  ["Secret", describeKind("", dnsSubdomain)],
  ["ServiceAccount", describeKind("", dnsSubdomain)],
  ["PersistentVolumeClaim", describeKind("", dnsSubdomain)],
  ["PersistentVolume", describeClusterKind("", dnsSubdomain)],
  ["Namespace", describeClusterKind("", dnsLabel)],
  ["StorageClass", describeClusterKind("storage.k8s.io", dnsSubdomain)],
  ["VolumeAttributesClass", describeClusterKind("storage.k8s.io", dnsSubdomain)],
  ["VolumeSnapshotClass", describeClusterKind("snapshot.storage.k8s.io", dnsSubdomain)],
  ["PriorityClass", describeClusterKind("scheduling.k8s.io", dnsSubdomain)],
  ["Ingress", describeKind("networking.k8s.io", dnsSubdomain)],
  ["NetworkPolicy", describeKind("networking.k8s.io", dnsSubdomain)],
  ["HorizontalPodAutoscaler", describeKind("autoscaling", dnsSubdomain)],
  ["PodDisruptionBudget", describeKind("policy", dnsSubdomain)],
  ["Role", describeKind("rbac.authorization.k8s.io", pathSegment)],
  ["RoleBinding", describeKind("rbac.authorization.k8s.io", pathSegment)],
  ["ClusterRole", describeClusterKind("rbac.authorization.k8s.io", pathSegment)],
  ["ClusterRoleBinding", describeClusterKind("rbac.authorization.k8s.io", pathSegment)],
]);

/** The facts of an object's kind; a kind that is not in the table is namespaced and named by a DNS subdomain. */
export function readKind(object: KubernetesObject): KindFacts {
  const group = readGroup(object.apiVersion);
  const known = facts.get(object.kind);
  return known?.group === group ? known : describeKind(group, dnsSubdomain);
}

/** Whether an object is of a kind of the table; another group's `Job` or `Service` is not. */
export function isKind(object: KubernetesObject, kind: string): boolean {
  return object.kind === kind && facts.get(kind)?.group === readGroup(object.apiVersion);
}

/** The namespace of an object; "" for a kind without namespaces. */
export function readNamespace(object: KubernetesObject, releaseNamespace: string): string {
  return readKind(object).namespaced ? (object.metadata.namespace ?? releaseNamespace) : "";
}

function readGroup(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

function describeKind(group: string, nameForm: NameForm, maxNameLength: number = nameForm.maxLength): KindFacts {
  return { group, namespaced: true, nameForm, maxNameLength };
}

function describeClusterKind(group: string, nameForm: NameForm): KindFacts {
  return { ...describeKind(group, nameForm), namespaced: false };
}
