import type { Releases } from "../use-releases.ts";

/** All that charts can make in a namespace, and what controllers make of it. */
const kinds = [
  "pods",
  "jobs",
  "cronjobs",
  "statefulsets",
  "deployments",
  "replicasets",
  "services",
  "configmaps",
  "secrets",
  "serviceaccounts",
  "roles",
  "rolebindings",
  "networkpolicies",
  "poddisruptionbudgets",
  "ingresses",
  "horizontalpodautoscalers",
  "persistentvolumeclaims",
];

/** What charts can make outside of namespaces; the volumes of claims are among them. */
const clusterKinds = ["persistentvolumes", "storageclasses"];

/** What is read of an object of any kind. */
interface AnyObject {
  readonly kind: string;
  readonly type?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly resourceVersion?: string;
    readonly managedFields?: unknown;
  };
  readonly spec?: { readonly claimRef?: { readonly namespace?: string } };
  readonly status?: { readonly containerStatuses?: readonly { readonly restartCount: number }[] };
}

/** Objects of a test, by kind and name. */
export type State = Readonly<Record<string, object>>;

/**
 * What an upgrade that changes nothing must leave alone: every object of the test's namespace, the volumes of its
 * claims, and the StorageClasses of its releases, without their status, the chart's version and what Kubernetes notes of
 * each request, but with the restarts of pods.
 */
export async function readState({ kubectl, namespace }: Releases): Promise<State> {
  const list = async (which: readonly string[]): Promise<readonly AnyObject[]> =>
    JSON.parse(await kubectl(["get", which.join(","), "--output=json"])).items;
  const outside = (await list(clusterKinds)).filter((object) => belongsTo(namespace, object));
  const inside = (await list(kinds)).filter(({ type }) => type !== "helm.sh/release.v1");
  const objects = [...inside, ...outside];
  return Object.fromEntries(objects.map((object) => [`${object.kind}/${object.metadata.name}`, describeWhole(object)]));
}

function belongsTo(namespace: string, { metadata, spec }: AnyObject): boolean {
  return [spec?.claimRef?.namespace, metadata.annotations?.["meta.helm.sh/release-namespace"]].includes(namespace);
}

function describeWhole(object: AnyObject): object {
  const { status, metadata, data = {}, ...rest } = object;
  const { resourceVersion: _, managedFields: __, labels = {}, ...named } = metadata;
  const { "helm.sh/chart": _chart, "app.kubernetes.io/version": _version, ...ownLabels } = labels;
  // A gate's ConfigMap: each upgrade notes in it which of the stages before have succeeded once.
  const { passed: ___, ...lasting } = data;
  const restarts = (status?.containerStatuses ?? []).map(({ restartCount }) => restartCount);
  return { ...rest, metadata: { ...named, labels: ownLabels }, data: lasting, restarts };
}
