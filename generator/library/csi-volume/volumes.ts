/** The PersistentVolumes of csi-volume: storage that exists, for one claim each. */
import type { CSIPersistentVolumeSource, PersistentVolume, SecretReference } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../expression/bind.ts";
import { include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import type { When } from "../../expression/part.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, nonEmpty, orElse, orIfEmpty, present, required } from "../../functions/logic.ts";
import { lookUp, merge } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Names } from "../common/names.ts";
import { volumeGuards } from "./guards.ts";
import { ownStorageClass } from "./storage-classes/own-storage-class.ts";
import type { CsiVolumeValues } from "./values.ts";
import { hasVolume, type NamesById, type StaticReference, type VolumeReference, type VolumeSet } from "./volume-set.ts";

type Csi = NonNullable<CsiVolumeValues["volumes"][string]["static"]>["csi"];

/** A PersistentVolume for each volume with `static`. */
export function createVolumes(set: VolumeSet): Documents {
  return bind("claims", include(set.claims), (claims) =>
    bind("classes", include(set.storageClasses), (classes) => [
      volumeGuards(set),
      forEach(enabled(set.v.volumes), (id, volume) =>
        when(
          and(...hasVolume(volume)),
          bind("static", given(volume.static), (own) => [
            set.names.checkLabels(text`volumes.${id}.labels`, volume.labels),
            set.names.checkLabels(text`volumes.${id}.static.labels`, own.labels),
            bind("annotations", merge<string>(own.annotations, volume.annotations), (annotations) =>
              set.names.checkAnnotations(text`volumes.${id}.static.annotations`, annotations),
            ),
            volumeOf(set, { id, volume, own, claim: lookUp<string>("string", claims, id), classes }),
          ]),
        ),
      ),
    ]),
  );
}

interface VolumeSource {
  readonly id: Expression<string>;
  readonly volume: VolumeReference;
  readonly own: StaticReference;
  /** The name of the claim. */
  readonly claim: Expression<string>;
  readonly classes: Expression<NamesById>;
}

function volumeOf({ names, volumeName }: VolumeSet, source: VolumeSource): Input<PersistentVolume> {
  const { id, volume, own, classes } = source;
  const { labels, annotations, retain, claim } = volume;
  const size = orElse(own.capacity, given(claim.size));
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: names.metadata(volumeName(id, own), {
      labels: merge<string>(own.labels, labels),
      annotations: merge<string>(own.annotations, annotations),
      kept: retain,
      clusterScoped: true,
    }),
    spec: {
      capacity: { storage: required(size, text`volumes.${id}.static.capacity is required`) },
      accessModes: claim.accessModes,
      volumeMode: claim.volumeMode,
      persistentVolumeReclaimPolicy: own.reclaimPolicy,
      storageClassName: choose(
        nonEmpty(claim.ownStorageClass),
        ownStorageClass(id, volume, classes),
        when(nonEmpty(claim.storageClassName), given(claim.storageClassName)),
      ),
      // A claim and a volume with different ones never bind.
      volumeAttributesClassName: claim.volumeAttributesClassName,
      mountOptions: when(nonEmpty(own.mountOptions), own.mountOptions),
      nodeAffinity: own.nodeAffinity,
      // No other claim can bind to it, even before its own claim exists.
      claimRef: { namespace: names.namespace, name: source.claim },
      csi: bind("csi", own.csi, (csi) => csiOf(csi, names)),
    },
  };
}

function csiOf(csi: Reference<Csi>, names: Names): Input<CSIPersistentVolumeSource> {
  const secret = (ref: Reference<Csi["nodeStageSecretRef"]>): When<Input<SecretReference>> =>
    when(present(ref), { name: given(ref).name, namespace: orIfEmpty(given(ref).namespace, names.namespace) });
  return {
    driver: csi.driver,
    volumeHandle: csi.volumeHandle,
    readOnly: csi.readOnly,
    fsType: csi.fsType,
    volumeAttributes: when(nonEmpty(csi.volumeAttributes), csi.volumeAttributes),
    controllerPublishSecretRef: secret(csi.controllerPublishSecretRef),
    nodeStageSecretRef: secret(csi.nodeStageSecretRef),
    nodePublishSecretRef: secret(csi.nodePublishSecretRef),
    controllerExpandSecretRef: secret(csi.controllerExpandSecretRef),
    nodeExpandSecretRef: secret(csi.nodeExpandSecretRef),
  };
}
