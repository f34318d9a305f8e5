/** The values of a claim that the chart makes: for a volume, for a pod, or for each replica. */
import * as format from "../../../values/formats.ts";
import { absent, annotations, enumOf, kubernetes, labels, listOf, optional } from "../../../values/model.ts";

/** The names of the access modes; the short forms (RWO) are kubectl's, not the API's. */
export const ACCESS_MODES = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"] as const;

/** An access mode. */
export type AccessMode = (typeof ACCESS_MODES)[number];

/** The access modes of a claim. */
export function claimAccessModes(fallback: readonly AccessMode[] = ["ReadWriteOnce"]) {
  return listOf(enumOf(ACCESS_MODES, { description: "An access mode" }), {
    description: "How nodes and pods may share the volume",
    default: fallback,
    minItems: 1,
    // Kubernetes allows no other mode next to this one.
    if: { contains: { const: "ReadWriteOncePod" } },
    then: { maxItems: 1 },
  });
}

/** The class of a claim: absent, "" and a name mean different things. */
export function claimStorageClassName() {
  return optional(
    format.objectNameOrEmpty({
      description:
        "StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning",
      examples: ["standard"],
    }),
  );
}

/** The most that a claim may get. */
export function claimSizeLimit(claim: string) {
  return optional(format.size({ description: `Limit of the size that ${claim} may get; at least its size` }));
}

/** Where the data of a claim come from; `claim` names it in the descriptions. */
export function claimSourceValues(claim: string) {
  return {
    selector: optional(
      kubernetes("LabelSelector", {
        description: "Labels of the PersistentVolumes to bind to",
        examples: [{ matchLabels: { disk: "fast" } }],
      }),
    ),
    dataSource: optional(
      kubernetes("TypedLocalObjectReference", {
        description: `Snapshot or claim of the namespace that ${claim} starts from`,
        examples: [{ apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "before-upgrade" }],
      }),
    ),
    dataSourceRef: optional(
      kubernetes("TypedObjectReference", {
        description: `Object that ${claim} starts from, of any kind that a populator of the cluster knows`,
      }),
    ),
    volumeAttributesClassName: optional(format.objectName({ description: `VolumeAttributesClass of ${claim}` })),
  } as const;
}

/** The rule for the owner of `claimSourceValues`: Kubernetes sets the one that is absent, and refuses two that differ. */
export const oneClaimSource: object = {
  if: { required: ["dataSourceRef"] },
  then: { properties: { dataSource: absent("dataSourceRef is set") } },
};

/** What a claim has, however it is made; `claim` names it in the descriptions. */
export function claimValues(claim: string) {
  return {
    size: format.size({ description: `Size of ${claim}`, examples: ["10Gi"] }),
    sizeLimit: claimSizeLimit(claim),
    accessModes: claimAccessModes(),
    storageClassName: claimStorageClassName(),
    volumeName: optional(format.objectName({ description: "PersistentVolume to bind to" })),
    labels: labels({ description: `Labels of ${claim}` }),
    annotations: annotations({ description: `Annotations of ${claim}` }),
    ...claimSourceValues(claim),
  } as const;
}
