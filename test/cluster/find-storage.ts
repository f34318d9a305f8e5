import assert from "node:assert/strict";
import { type TestStorage, testCluster } from "./test-cluster.ts";

/** The CSI driver of the tests; a test that asks for it fails where no node is in reach. */
export function findStorage(): TestStorage {
  const { storage } = testCluster();
  assert(storage !== undefined, "this test needs a cluster whose node is in reach: one that is started here");
  return storage;
}

/** The node affinity of a PersistentVolume whose storage is on the driver's node. */
export function affinityToNode(): object {
  const isNode = { key: "kubernetes.io/hostname", operator: "In", values: [findStorage().nodeName] };
  return { required: { nodeSelectorTerms: [{ matchExpressions: [isNode] }] } };
}
