/** csi-volume: volumes that are kept after the tasks that use them. */
import { defineTemplate } from "../../chart/chart-template.ts";
import { type Chart, defineChart } from "../../chart/define-chart.ts";
import { include } from "../../expression/define.ts";
import type { Documents } from "../../manifest/input.ts";
import { createExtraObjectsTemplate } from "../common/extra-objects/extra-objects.ts";
import { defineReferables } from "../common/extra-objects/referables.ts";
import { checkNewerFields } from "../common/newer-fields/check-newer-fields.ts";
import { pipelineContext } from "../common/pipeline-context.ts";
import { createClaims } from "./claims/claims.ts";
import { notes } from "./notes.ts";
import { drawn } from "./stage.ts";
import { createStorageClasses } from "./storage-classes/storage-classes.ts";
import { values } from "./values.ts";
import { createVolumeSet } from "./volume-set.ts";
import { createVolumes } from "./volumes.ts";

const chartName = "csi-volume";
const set = createVolumeSet(chartName);
const referables = defineReferables(chartName, set.names, { claims: include(set.claims) });

const template = (kind: string, file: string, documents: Documents) =>
  defineTemplate({ chartName, kind, source: `generator/library/csi-volume/${file}`, documents });

/** The chart csi-volume. */
export const csiVolume: Chart = defineChart({
  name: chartName,
  version: "0.1.0",
  description: "Volumes from CSI drivers that are kept after the tasks that use them",
  keywords: ["csi", "storage", "persistent-volume", "storage-class", "data-pipeline"],
  source: "generator/library/csi-volume/chart.ts",
  values,
  valuesSource: "generator/library/csi-volume/values.ts",
  templates: [
    template("storageClass", "storage-classes/storage-classes.ts", createStorageClasses(set)),
    template("persistentVolume", "volumes.ts", createVolumes(set)),
    template("persistentVolumeClaim", "claims/claims.ts", [
      checkNewerFields(chartName, values),
      ...set.names.checkCommonLabels,
      createClaims(set),
    ]),
    createExtraObjectsTemplate(chartName, {
      objects: set.v.extraObjects,
      labels: set.names.labels,
      own: include(referables),
      stages: pipelineContext.referables,
    }),
  ],
  notes: notes(set),
  stage: { role: "volume", referables, claims: set.claims, exclusiveClaims: set.exclusive, drawn },
  ci: {
    default: { volumes: { data: { claim: { size: "1Gi" } } } },
    static: {
      volumes: {
        data: {
          retain: false,
          labels: { tier: "storage" },
          annotations: { "example.com/owner": "data team" },
          claim: { size: "1Gi", accessModes: ["ReadWriteMany"] },
          static: {
            capacity: "2Gi",
            mountOptions: ["noatime"],
            nodeAffinity: {
              required: {
                nodeSelectorTerms: [
                  { matchExpressions: [{ key: "kubernetes.io/os", operator: "In", values: ["linux"] }] },
                ],
              },
            },
            csi: {
              driver: "my-csi-driver",
              volumeHandle: "csi-volume-ci",
              readOnly: false,
              fsType: "ext4",
              volumeAttributes: { tier: "standard" },
              controllerPublishSecretRef: { name: "controller-publish" },
              nodeStageSecretRef: { name: "node-stage" },
              nodePublishSecretRef: { name: "node-publish" },
              controllerExpandSecretRef: { name: "controller-expand" },
              nodeExpandSecretRef: { name: "node-expand", namespace: "storage-system" },
            },
          },
        },
      },
    },
    "storage-class": {
      storageClasses: {
        fast: {
          provisioner: "my-csi-driver",
          parameters: { tier: "fast" },
          volumeBindingMode: "WaitForFirstConsumer",
          mountOptions: ["noatime"],
          allowedTopologies: [{ matchLabelExpressions: [{ key: "topology.kubernetes.io/zone", values: ["zone-1"] }] }],
        },
      },
    },
  },
});
