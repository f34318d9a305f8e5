import type { Releases } from "../use-releases.ts";

const kinds = [
  "pods",
  "jobs",
  "cronjobs",
  "statefulsets",
  "deployments",
  "services",
  "configmaps",
  "serviceaccounts",
  "ingresses",
  "horizontalpodautoscalers",
  "persistentvolumeclaims",
];

/** What is read of an object of any kind. */
interface AnyObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly uid: string; readonly generation?: number };
  readonly status?: { readonly containerStatuses?: readonly { readonly restartCount: number }[] };
}

/**
 * What an upgrade that changes nothing must leave alone, by kind and name: that each object is still the same one, its
 * generation, which counts the changes of its spec, and the restarts of pods.
 */
export async function readState({ kubectl }: Releases): Promise<Readonly<Record<string, string>>> {
  const { items } = JSON.parse(await kubectl(["get", kinds.join(","), "--output=json"]));
  const entries = items.map(({ kind, metadata, status }: AnyObject) => {
    const restarts = (status?.containerStatuses ?? []).map(({ restartCount }) => restartCount);
    return [`${kind}/${metadata.name}`, [metadata.uid, metadata.generation ?? "-", ...restarts].join(" ")];
  });
  return Object.fromEntries(entries);
}
