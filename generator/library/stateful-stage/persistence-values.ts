/** The values of the claims that each replica has. */
import * as format from "../../values/formats.ts";
import { boolean, closed, enumOf, mapOf } from "../../values/model.ts";
import { claimValues, oneClaimSource } from "../workload/values/claim-values.ts";
import { moreMountValues, mountRules, mountValues } from "../workload/values/volume-values.ts";

const withDevicePath = { required: ["devicePath"] };

// A claim that no container mounts is a mistake; paths of the other mode may be left over from another values file.
const rules = [
  oneClaimSource,
  ...mountRules,
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
    ...claimValues("each claim"),
    volumeMode: enumOf(["Filesystem", "Block"], {
      description: "Whether containers get a directory (mountPath) or a block device (devicePath)",
      default: "Filesystem",
    }),
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
