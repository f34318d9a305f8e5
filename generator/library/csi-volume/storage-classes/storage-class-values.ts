/** The values of StorageClasses: how a CSI driver makes volumes. */
import Type from "typebox";
import * as format from "../../../values/formats.ts";
import { annotations, boolean, closed, enumOf, kubernetesList, labels, mapOf } from "../../../values/model.ts";
import { mountOptions, parameters } from "../volume-values.ts";

/** The default reclaim policy: what happens to a class's volumes when their claims are deleted. */
export const RECLAIM_POLICY = "Retain";
/** The default binding mode: when a class's volumes are made. */
export const BINDING_MODE = "Immediate";

const storageClass = closed(
  {
    enabled: boolean({ description: "Whether the chart has the class", default: true }),
    retain: boolean({
      description: "Whether uninstall, and a change of its name, keep the class; claims can only grow while it exists",
      default: false,
    }),
    labels: labels({ description: "More labels" }),
    annotations: annotations({ description: "Annotations" }),
    name: format.objectNameOrEmpty({
      description:
        "Exact name, without a hash; empty: made of the namespace, the name of the objects, the id and the hash",
      default: "",
    }),
    nameSuffixHash: boolean({
      description:
        "Whether the name ends in a hash of the immutable fields provisioner, parameters, reclaimPolicy and " +
        "volumeBindingMode: a change of these then creates a new class",
      default: true,
    }),
    provisioner: Type.String({
      description: "The driver that creates the volumes",
      examples: ["disk.csi.azure.com"],
      maxLength: 317,
      pattern: format.keys.qualifiedName,
    }),
    parameters: parameters({ description: "Parameters for the driver", examples: [{ skuName: "Premium_LRS" }] }),
    reclaimPolicy: enumOf(["Retain", "Delete"], {
      description: "What happens to the storage when the claim is deleted",
      default: RECLAIM_POLICY,
    }),
    volumeBindingMode: enumOf(["Immediate", "WaitForFirstConsumer"], {
      description:
        "Whether a volume is created with its claim, or where the first pod that uses it runs; until then helm install " +
        "--wait waits",
      default: BINDING_MODE,
    }),
    allowVolumeExpansion: boolean({ description: "Whether claims may grow", default: true }),
    mountOptions: mountOptions(),
    allowedTopologies: kubernetesList("TopologySelectorTerm", {
      description: "Topologies in which volumes may be created",
    }),
    isDefault: boolean({
      description: "Whether claims that set no class get this one",
      default: false,
    }),
  },
  { description: "A StorageClass" },
);

/** StorageClasses by id. */
export function storageClasses() {
  return mapOf(format.keys.name, storageClass, {
    description: "StorageClasses by id; a claim names one by ownStorageClass",
    examples: [{ fast: { provisioner: "disk.csi.azure.com", parameters: { skuName: "Premium_LRS" } } }],
  });
}
