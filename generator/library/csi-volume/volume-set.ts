/** The volumes of a release and the names of their objects. */
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { given, type Reference, valuesOf } from "../../expression/reference.ts";
import { enabled } from "../../functions/entries.ts";
import { nonEmpty, not, orIfEmpty, present } from "../../functions/logic.ts";
import { fitName, text } from "../../functions/strings.ts";
import { createNames, type Names } from "../common/names.ts";
import { claimNames } from "./claims/claim-names.ts";
import { exclusiveModes } from "./claims/exclusive-modes.ts";
import { storageClassNames } from "./storage-classes/storage-class-names.ts";
import { type CsiVolumeValues, values } from "./values.ts";

type Volume = CsiVolumeValues["volumes"][string];
/** An entry of `volumes`. */
export type VolumeReference = Reference<Volume>;
/** The `static` of such an entry. */
export type StaticReference = Reference<NonNullable<Volume["static"]>>;
/** Names by id. */
export type NamesById = Readonly<Record<string, string>>;

/** The values of csi-volume and the names that follow from them. */
export interface VolumeSet {
  readonly v: Reference<CsiVolumeValues>;
  readonly names: Names;
  /** The names of the claims of all volumes, by id, including those that the chart does not make. */
  readonly claims: Define<NamesById>;
  /** The access modes of the claims that are not shared between nodes, by id. */
  readonly exclusive: Define<NamesById>;
  /** The names of the StorageClasses, by id. */
  readonly storageClasses: Define<NamesById>;
  /** The name of a volume's PersistentVolume. */
  readonly volumeName: (id: Expression<string>, own: StaticReference) => Expression<string>;
}

/** Makes the names of a release's volumes. */
export function createVolumeSet(chartName: string): VolumeSet {
  const v = valuesOf<CsiVolumeValues>(values);
  const names = createNames(chartName, v);
  const clusterName = include(
    new Define<string>(
      `${chartName}.clusterName`,
      "string",
      text`${names.namespace}-${names.fullname}`,
      "The prefix of the names of cluster-wide objects: its namespace makes them unique to the release.",
    ),
  );
  return {
    v,
    names,
    claims: new Define<NamesById>(
      `${chartName}.claims`,
      "object",
      claimNames(enabled(v.volumes), names.fullname),
      "The names of the claims, by the id of their volume. A pipeline chart passes them to the stages that mount them.",
    ),
    exclusive: new Define<NamesById>(
      `${chartName}.exclusive`,
      "object",
      exclusiveModes(enabled(v.volumes)),
      "The access modes of the claims that only one node, or one pod, can mount at a time, by the id of their volume.",
    ),
    storageClasses: new Define<NamesById>(
      `${chartName}.storageClasses`,
      "object",
      storageClassNames(enabled(v.storageClasses), clusterName),
      "The names of the StorageClasses, by their id.",
    ),
    volumeName: (id, own) => orIfEmpty(own.name, fitName(text`${clusterName}-${id}`, 63)),
  };
}

/** The tests of whether the chart makes a volume's claim; all must hold. */
export function hasClaim({ claim }: VolumeReference): readonly Expression<boolean>[] {
  return [claim.create, not(nonEmpty(claim.existingClaim))];
}

/** The tests of whether the chart makes a volume's PersistentVolume; all must hold. */
export function hasVolume(volume: VolumeReference): readonly Expression<boolean>[] {
  return [present(volume.static), given(volume.static).enabled];
}
