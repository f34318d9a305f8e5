/** The values of a pod's volumes and of where they are mounted. */
import * as format from "../../../values/formats.ts";
import { absent, boolean, closed, enumOf, kubernetes, mapOf, optional, union } from "../../../values/model.ts";
import { claimValues, oneClaimSource } from "./claim-values.ts";
import { keepName } from "./container-values.ts";

/** Where a volume is mounted: in the main container, or in the one that a further mount names. */
export const mountValues = {
  mountPath: optional(
    format.absolutePath({ description: "Path at which the container mounts it", examples: ["/data"] }),
  ),
  subPath: optional(
    format.relativePath({
      description: "Directory or file of the volume to mount instead of its root",
      examples: ["extract"],
    }),
  ),
  subPathExpr: optional(
    format.relativePath({
      description: "The same, with variables of the container: $(POD_NAME)",
      examples: ["$(POD_NAME)"],
    }),
  ),
  readOnly: optional(boolean({ description: "Whether the mount is read-only" })),
  recursiveReadOnly: optional(
    enumOf(["Disabled", "IfPossible", "Enabled"], {
      description: "Whether what is mounted below it is read-only too; needs readOnly",
    }),
  ),
  mountPropagation: optional(
    enumOf(["None", "HostToContainer", "Bidirectional"], {
      description:
        "Whether the container sees what its node mounts there later, and the node what the container mounts; " +
        "Bidirectional needs a privileged container",
    }),
  ),
  devicePath: optional(
    format.absolutePath({ description: "Path of the block device in the container", examples: ["/dev/xvda"] }),
  ),
} as const;

/** What Kubernetes refuses in a mount, as rules for the owner of `mountValues`. */
export const mountRules: readonly object[] = [
  { if: { required: ["subPathExpr"] }, then: { properties: { subPath: { const: "" } } } },
  {
    if: { properties: { recursiveReadOnly: { enum: ["IfPossible", "Enabled"] } }, required: ["recursiveReadOnly"] },
    then: {
      required: ["readOnly"],
      properties: { readOnly: { const: true }, mountPropagation: { const: "None" } },
    },
  },
];

const mount = closed(
  { ...mountValues, container: format.label({ description: "Container that mounts it", default: "main" }) },
  { description: "One more mount", allOf: mountRules },
);

/** Which other containers mount a volume. */
export const moreMountValues = {
  allContainers: boolean({ description: "Whether init containers and sidecars mount it too", default: false }),
  mounts: mapOf(format.keys.name, mount, { description: "More mounts of the volume, by id" }),
} as const;

/** The branches of a volume, in the order of docs/values.md. */
export const VOLUME_BRANCHES = [
  "existingClaim",
  "claim",
  "pipelineVolume",
  "ephemeral",
  "csi",
  "emptyDir",
  "configMap",
  "ownConfigMap",
  "secret",
  "projected",
  "downwardAPI",
  "image",
  "nfs",
  "iscsi",
  "fc",
  "hostPath",
] as const;

const branches = {
  existingClaim: format.objectName({
    description: "Name of a PersistentVolumeClaim that exists",
    examples: ["shared-data"],
  }),
  claim: closed(
    {
      ...claimValues("the claim"),
      retain: boolean({ description: "Whether uninstall keeps the claim and its data", default: true }),
    },
    { description: "A PersistentVolumeClaim that the chart creates", allOf: [oneClaimSource] },
  ),
  pipelineVolume: closed(
    {
      stage: format.label({ description: "Volume stage of the pipeline", examples: ["workspace"] }),
      volume: format.label({ description: "One of its volumes", examples: ["data"] }),
    },
    { description: "A claim of another stage; only in a pipeline" },
  ),
  ephemeral: closed(claimValues("the claim"), {
    description: "A claim with the lifetime of the pod",
    allOf: [oneClaimSource],
  }),
  csi: kubernetes("CSIVolumeSource", {
    description: "An inline volume of a CSI driver",
    examples: [{ driver: "inline.csi.example.com" }],
  }),
  emptyDir: kubernetes("EmptyDirVolumeSource", {
    description: "An empty directory with the lifetime of the pod",
  }),
  configMap: kubernetes("ConfigMapVolumeSource", {
    description: "Keys of a ConfigMap as files",
  }),
  ownConfigMap: format.label({ description: "An entry of configMaps as files" }),
  secret: kubernetes("SecretVolumeSource", { description: "Keys of a Secret as files" }),
  projected: kubernetes("ProjectedVolumeSource", {
    description: "Several sources in one directory",
  }),
  downwardAPI: kubernetes("DownwardAPIVolumeSource", { description: "Fields of the pod as files" }),
  image: kubernetes("ImageVolumeSource", {
    description: "The files of an image or another OCI artifact; read-only",
    examples: [{ reference: "registry.example.com/models/sentiment:3" }],
  }),
  nfs: kubernetes("NFSVolumeSource", {
    description: "A directory of an NFS server; podSecurity restricted refuses it",
    examples: [{ server: "nfs.example.com", path: "/exports/data" }],
  }),
  iscsi: kubernetes("ISCSIVolumeSource", { description: "An iSCSI disk; podSecurity restricted refuses it" }),
  fc: kubernetes("FCVolumeSource", { description: "A Fibre Channel disk; podSecurity restricted refuses it" }),
  hostPath: kubernetes("HostPathVolumeSource", {
    description: "A directory of the node; needs allowHostPath",
  }),
} as const;

/** The branches that a container can see as a block device. */
const BLOCK_BRANCHES: readonly string[] = ["existingClaim", "claim", "pipelineVolume", "ephemeral"];
const fileBranches = VOLUME_BRANCHES.filter((branch) => !BLOCK_BRANCHES.includes(branch));
const onlyClaims = absent("only a claim can be a block device");
const deviceRule = {
  if: {
    anyOf: [
      { properties: { type: { enum: fileBranches } }, required: ["type"] },
      { not: { required: ["type"] }, anyOf: fileBranches.map((branch) => ({ required: [branch] })) },
    ],
  },
  then: {
    properties: {
      devicePath: onlyClaims,
      mounts: { additionalProperties: { properties: { devicePath: onlyClaims } } },
    },
  },
};

const volume = <S extends boolean>(sharesPod: S | undefined) =>
  union(
    branches,
    {
      enabled: boolean({ description: "Whether the pod has the volume", default: true }),
      ...keepName("volume", sharesPod),
      ...mountValues,
      devicePath: optional(
        format.absolutePath({
          description:
            "Path of the block device in the container; a claim that the chart creates then has volumeMode Block",
          examples: ["/dev/xvda"],
        }),
      ),
      ...moreMountValues,
      allowHostPath: boolean({
        description: "Allows hostPath, which exposes a directory of the node to the pod",
        default: false,
      }),
    },
    {
      description: "A volume",
      allOf: [
        {
          if: {
            required: ["hostPath"],
            anyOf: [{ not: { required: ["type"] } }, { properties: { type: { const: "hostPath" } } }],
          },
          then: { required: ["allowHostPath"], properties: { allowHostPath: { const: true } } },
        },
        deviceRule,
        ...mountRules,
      ],
    },
  );

/**
 * Volumes by id; /tmp is writable unless disabled. `sharesPod`: whether they can keep their names in the pod of a chain.
 */
export function volumeValues<S extends boolean = false>(sharesPod?: S) {
  return mapOf(format.keys.name, volume(sharesPod), {
    description:
      "Volumes by id: where they come from (the field that type names) and where the main container sees them",
    default: { tmp: { mountPath: "/tmp", allContainers: true, emptyDir: {} } },
    examples: [{ data: { mountPath: "/data", existingClaim: "shared-data" } }],
  });
}
