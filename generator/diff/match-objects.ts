/** Finds which objects of two renders are the same one. */
import type { KubernetesObject } from "../rules/kubernetes-object.ts";

/** An object on both sides; undefined where a side lacks it. */
export interface ObjectPair {
  readonly from: KubernetesObject | undefined;
  readonly to: KubernetesObject | undefined;
}

/** Kinds with fields that cannot change, whose names in the library charts therefore end in a hash of these. */
const hashedKinds: ReadonlySet<string> = new Set(["Job", "StorageClass"]);
const HASH = /-[0-9a-f]{8}$/;

/**
 * Pairs objects by API version, kind, namespace and name; then the remaining Jobs and StorageClasses by the part of
 * their names before the hash, so that a changed one is not reported as another.
 */
export function matchObjects(
  from: readonly KubernetesObject[],
  to: readonly KubernetesObject[],
): readonly ObjectPair[] {
  const exact = pairBy(from, to, nameKey);
  const both = exact.filter((pair) => pair.from !== undefined && pair.to !== undefined);
  const [before, after] = [exact.flatMap((pair) => pair.from ?? []), exact.flatMap((pair) => pair.to ?? [])];
  const paired = new Set(both.flatMap((pair) => [pair.from, pair.to]));
  const isLeft = (object: KubernetesObject): boolean => !paired.has(object);
  return [...both, ...pairBy(before.filter(isLeft), after.filter(isLeft), stemKey)];
}

/** Pairs objects with one key in their order. */
function pairBy(
  from: readonly KubernetesObject[],
  to: readonly KubernetesObject[],
  keyOf: (object: KubernetesObject) => string,
): readonly ObjectPair[] {
  const [before, after] = [Map.groupBy(from, keyOf), Map.groupBy(to, keyOf)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key) ?? [], after.get(key) ?? []];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => ({ from: one[i], to: other[i] }));
  });
}

function nameKey({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject): string {
  return JSON.stringify([apiVersion, kind, namespace, name]);
}

// The stage belongs to the key: two stages may have names that begin alike.
function stemKey({ apiVersion, kind, metadata: { name, namespace, labels } }: KubernetesObject): string {
  const stem = hashedKinds.has(kind) ? name.replace(HASH, "") : name;
  return JSON.stringify([apiVersion, kind, namespace, stem, labels?.["app.kubernetes.io/name"]]);
}
