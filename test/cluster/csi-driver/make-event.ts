import type { Event, PersistentVolumeClaim } from "kubernetes-types/core/v1.d.ts";

/** Makes an event about a claim, as the provisioner says what it did. */
export function makeEvent(
  claim: PersistentVolumeClaim,
  said: { readonly type: "Normal" | "Warning"; readonly reason: string; readonly message: string },
): Event {
  const { name, namespace, uid } = claim.metadata ?? {};
  const now = new Date().toISOString();
  return {
    metadata: { generateName: `${name}.` },
    ...said,
    count: 1,
    source: { component: "csi-driver" },
    firstTimestamp: now,
    lastTimestamp: now,
    involvedObject: {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
    },
  };
}
