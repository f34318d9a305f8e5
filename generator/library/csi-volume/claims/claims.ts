/** The claims of csi-volume. */
import type { PersistentVolumeClaim } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, nonEmpty, present, required } from "../../../functions/logic.ts";
import { lookUp, merge } from "../../../functions/maps.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import { claimGuards } from "../guards.ts";
import { ownStorageClass } from "../storage-classes/own-storage-class.ts";
import { hasClaim, hasVolume, type NamesById, type VolumeReference, type VolumeSet } from "../volume-set.ts";

/** A claim for each volume, unless it is one that exists. */
export function createClaims(set: VolumeSet): Documents {
  return bind("claims", include(set.claims), (claims) =>
    bind("classes", include(set.storageClasses), (classes) => [
      claimGuards(set, claims, classes),
      forEach(enabled(set.v.volumes), (id, volume) =>
        when(and(...hasClaim(volume)), [
          set.names.checkLabels(text`volumes.${id}.labels`, volume.labels),
          set.names.checkLabels(text`volumes.${id}.claim.labels`, volume.claim.labels),
          bind("annotations", merge<string>(volume.claim.annotations, volume.annotations), (annotations) =>
            set.names.checkAnnotations(text`volumes.${id}.claim.annotations`, annotations),
          ),
          claimOf(set, { id, volume, name: lookUp<string>("string", claims, id), classes }),
        ]),
      ),
    ]),
  );
}

interface ClaimSource {
  readonly id: Expression<string>;
  readonly volume: VolumeReference;
  readonly name: Expression<string>;
  readonly classes: Expression<NamesById>;
}

function claimOf(set: VolumeSet, { id, volume, name, classes }: ClaimSource): Input<PersistentVolumeClaim> {
  const { names, v } = set;
  const { labels, annotations, retain, claim } = volume;
  const shared = v.global.defaultStorageClass;
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: names.metadata(name, {
      labels: merge<string>(claim.labels, labels),
      annotations: merge<string>(claim.annotations, annotations),
      kept: retain,
    }),
    spec: {
      accessModes: claim.accessModes,
      volumeMode: claim.volumeMode,
      resources: {
        requests: { storage: required(claim.size, text`volumes.${id}.claim.size is required`) },
        limits: when(nonEmpty(claim.sizeLimit), { storage: given(claim.sizeLimit) }),
      },
      // With the default class of the cluster, the claim would never bind to a volume without a class.
      storageClassName: choose(
        nonEmpty(claim.ownStorageClass),
        ownStorageClass(id, volume, classes),
        choose(
          present(claim.storageClassName),
          given(claim.storageClassName),
          choose(and(...hasVolume(volume)), "", when(nonEmpty(shared), shared)),
        ),
      ),
      volumeName: choose(
        and(...hasVolume(volume)),
        set.volumeName(id, given(volume.static)),
        when(nonEmpty(claim.volumeName), claim.volumeName),
      ),
      selector: when(nonEmpty(claim.selector), claim.selector),
      dataSource: claim.dataSource,
      dataSourceRef: claim.dataSourceRef,
      volumeAttributesClassName: claim.volumeAttributesClassName,
    },
  };
}
