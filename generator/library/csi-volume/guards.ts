/** The checks of csi-volume: what a JSON schema cannot express, and changes that the cluster would refuse. */
import { bind } from "../../expression/bind.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, ne, nonEmpty, not, or, present } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { isSmallerSize } from "../common/size.ts";
import { checkSize } from "../workload/checks/volumes/check-sizes.ts";
import { checkSharedStorage } from "./claims/check-shared-storage.ts";
import { checkStorageClass, existingClaim, existingClaimSchema } from "./existing.ts";
import { checkTopologies } from "./storage-classes/check-topologies.ts";
import { fixedFields } from "./storage-classes/storage-class-names.ts";
import { hasClaim, hasVolume, type NamesById, type VolumeSet } from "./volume-set.ts";

/** Refuses two volumes with the same storage, and a volume smaller than its claim, which would never be bound to it. */
export function volumeGuards({ v }: VolumeSet): Documents {
  const volumes = enabled(v.volumes);
  const largeEnough = forEach(volumes, (id, volume) => {
    const capacity = given(volume.static).capacity;
    const size = volume.claim.size;
    const bothGiven = [...hasVolume(volume), ...hasClaim(volume), present(capacity), present(size)];
    return guard(
      and(...bothGiven, isSmallerSize(given(capacity), given(size))),
      text`volumes.${id}.static.capacity: expected at least claim.size, ${given(size)}, got ${given(capacity)}`,
    );
  });
  return [checkSharedStorage(volumes), largeEnough];
}

/** Refuses changes of a claim in the cluster that Kubernetes forbids: a smaller size, another class. */
export function claimGuards(
  { v, names }: VolumeSet,
  claims: Expression<NamesById>,
  classes: Expression<NamesById>,
): Documents {
  return forEach(enabled(v.volumes), (id, volume) => {
    const { claim } = volume;
    const size = given(claim.size);
    const checks = bind("name", lookUp<string>("string", claims, id), (name) =>
      bind(
        "existing",
        existingClaim(names.namespace, name),
        (existing) => [
          // A claim that could not grow may return to its actual size; Kubernetes decides on sizes in between.
          guard(
            and(
              nonEmpty(existing.size),
              isSmallerSize(size, existing.size),
              not(isSmallerSize(existing.capacity, size)),
            ),
            text`volumes.${id}.claim.size: expected at least ${existing.size}, which claim ${name} has, got ${size}`,
          ),
          bind("class", lookUp<string>("string", classes, claim.ownStorageClass), (own) =>
            guard(
              and(nonEmpty(own), nonEmpty(existing.storageClassName), ne(existing.storageClassName, own)),
              text`volumes.${id}.claim: expected StorageClass ${existing.storageClassName}, as ${name} has it, got ${own}`,
            ),
          ),
        ],
        existingClaimSchema,
      ),
    );
    return when(and(...hasClaim(volume)), [checkSize(text`volumes.${id}.claim`, claim), checks]);
  });
}

/** Refuses changes of a StorageClass in the cluster that Kubernetes forbids; a name with a hash avoids them. */
export function storageClassGuards({ v }: VolumeSet, classes: Expression<NamesById>): Documents {
  return forEach(enabled(v.storageClasses), (id, entry) => {
    const check = bind("name", lookUp<string>("string", classes, id), (name) =>
      checkStorageClass(id, name, fixedFields<Expression<unknown>>(entry)),
    );
    return [
      when(or(nonEmpty(entry.name), not(entry.nameSuffixHash)), check),
      checkTopologies(id, entry.allowedTopologies),
    ];
  });
}
