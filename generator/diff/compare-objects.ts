/** Compares the objects of two renders. */

import { compareText } from "../compare-text.ts";
import type { KubernetesObject } from "../rules/kubernetes-object.ts";
import { compareTrees, type Difference, fieldsNotation } from "./compare-trees.ts";
import { matchObjects, type ObjectPair } from "./match-objects.ts";

/** The identity of an object. */
export interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  /** Absent for an object of the cluster. */
  readonly namespace?: string;
  readonly name: string;
}

/** An object that differs. One that was added has no `from`, one that was removed no `to`. */
export interface ObjectDifference {
  readonly from?: ObjectIdentity;
  readonly to?: ObjectIdentity;
  /** The differences of an object that both sides have, except a hash in its name. */
  readonly fields: readonly Difference[];
}

/** What differs between two renders. */
export interface ObjectsComparison {
  /** Sorted by kind, then by name. */
  readonly changed: readonly ObjectDifference[];
  /** How many objects are equal. */
  readonly unchanged: number;
}

/** Compares the objects of two renders; their order has no meaning. */
export function compareObjects(from: readonly KubernetesObject[], to: readonly KubernetesObject[]): ObjectsComparison {
  const pairs = matchObjects(from, to);
  const changed = pairs.flatMap((pair) => comparePair(pair) ?? []);
  return { changed: changed.sort(compareKeys), unchanged: pairs.length - changed.length };
}

function comparePair({ from, to }: ObjectPair): ObjectDifference | undefined {
  if (from === undefined || to === undefined) {
    return { ...(from && { from: identityOf(from) }), ...(to && { to: identityOf(to) }), fields: [] };
  }
  const isRenamed = from.metadata.name !== to.metadata.name;
  const fields = compareTrees(from, to, fieldsNotation).filter(({ path }) => path !== "metadata.name");
  return isRenamed || fields.length > 0 ? { from: identityOf(from), to: identityOf(to), fields } : undefined;
}

function identityOf({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject): ObjectIdentity {
  return { apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name };
}

function compareKeys(a: ObjectDifference, b: ObjectDifference): number {
  return compareText(sortKey(a), sortKey(b));
}

function sortKey({ from, to }: ObjectDifference): string {
  const { kind = "", name = "", namespace = "", apiVersion = "" } = from ?? to ?? {};
  return [kind, name, namespace, apiVersion].join("\0");
}
