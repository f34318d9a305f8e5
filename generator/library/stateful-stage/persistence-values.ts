/** The values of the claims that each replica has. */
import * as format from "../../values/formats.ts";
import {
  absent,
  annotations,
  boolean,
  closed,
  enumOf,
  kubernetes,
  labels,
  mapOf,
  optional,
} from "../../values/model.ts";
import {
  claimAccessModes,
  claimStorageClassName,
  moreMountValues,
  mountValues,
} from "../workload/values/volume-values.ts";

const withDevicePath = { required: ["devicePath"] };

// A claim that no container mounts is a mistake; paths of the other mode may be left over from another values file.
const rules = [
  // Kubernetes sets the one that is absent, and refuses two that differ.
  { if: { required: ["dataSourceRef"] }, then: { properties: { dataSource: absent("dataSourceRef is set") } } },
  {
    if: { properties: { volumeMode: { const: "Block" } }, required: ["volumeMode"] },
    then: { anyOf: [withDevicePath, { required: ["mounts"] }] },
    else: { anyOf: [{ required: ["mountPath"] }, { required: ["mounts"] }] },
  },
  { if: withDevicePath, then: { required: ["volumeMode"] } },
  {
    if: {
      required: ["mounts"],
      not: { properties: { mounts: { additionalProperties: { not: withDevicePath } } } },
    },
    then: { required: ["volumeMode"] },
  },
];

const claimTemplate = closed(
  {
    enabled: boolean({ description: "Whether the replicas have the claim", default: true }),
    ...mountValues,
    ...moreMountValues,
    size: format.size({ description: "Size of each claim", examples: ["10Gi"] }),
    accessModes: claimAccessModes(),
    storageClassName: claimStorageClassName(),
    volumeMode: enumOf(["Filesystem", "Block"], {
      description: "Whether containers get a directory (mountPath) or a block device (devicePath)",
      default: "Filesystem",
    }),
    labels: labels({ description: "Labels of each claim" }),
    annotations: annotations({ description: "Annotations of each claim" }),
    selector: optional(
      kubernetes("LabelSelector", {
        description: "Labels of the PersistentVolumes to bind to",
        examples: [{ matchLabels: { disk: "fast" } }],
      }),
    ),
    dataSource: optional(
      kubernetes("TypedLocalObjectReference", {
        description: "Snapshot or claim of the namespace that each claim starts from",
        examples: [{ apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "before-upgrade" }],
      }),
    ),
    dataSourceRef: optional(
      kubernetes("TypedObjectReference", {
        description: "Object that each claim starts from, also one of another kind or namespace",
      }),
    ),
    volumeAttributesClassName: optional(format.objectName({ description: "VolumeAttributesClass of each claim" })),
  },
  { description: "A claim for each replica", allOf: rules },
);

/** Claims of each replica by id. */
export function persistence() {
  return mapOf(format.keys.name, claimTemplate, {
    description:
      "Claims of each replica by id, and where its containers mount them; a claim outlives its replica. Only the mounts can " +
      "change after installation",
    examples: [{ data: { mountPath: "/data", size: "10Gi" } }],
  });
}
