import { isKind, readNamespace } from "./kinds.ts";
import { enter, isFields, type Place, readText, startAt } from "./place.ts";
import { listClaimTemplates, listPods, listVolumes } from "./pod-templates.ts";
import { checkReference, type Release } from "./references.ts";
import type { Rule } from "./rule.ts";

const rule = "claims-exist";

/** Every claim that a pod mounts, or that a PersistentVolume is kept for, is rendered, made by a StatefulSet, or external. */
export const claimsExist: Rule = (objects, context) => {
  const release = { objects, context };
  return [...listMountedClaims(release), ...listReservedClaims(release)].flatMap(({ place, namespace }) =>
    isMadeByStatefulSet(release, namespace, place.value)
      ? []
      : checkReference(rule, release, place, "PersistentVolumeClaim", namespace),
  );
};

interface ClaimReference {
  /** The place of the claim's name. */
  readonly place: Place;
  readonly namespace: string;
}

function listMountedClaims({ objects, context }: Release): readonly ClaimReference[] {
  return listPods(objects).flatMap((pod) =>
    listVolumes(pod)
      .map((volume) => enter(volume, "persistentVolumeClaim"))
      .filter((source) => isFields(source.value))
      .map((source) => ({
        place: enter(source, "claimName"),
        namespace: readNamespace(pod.object, context.releaseNamespace),
      })),
  );
}

function listReservedClaims({ objects, context }: Release): readonly ClaimReference[] {
  return objects
    .filter((object) => isKind(object, "PersistentVolume"))
    .map((object) => enter(startAt(object), "spec", "claimRef"))
    .filter((reference) => isFields(reference.value))
    .map((reference) => ({
      place: enter(reference, "name"),
      namespace: readText(reference, "namespace") ?? context.releaseNamespace,
    }));
}

/** Tells whether the name is that of a replica's claim: `<claim template>-<StatefulSet>-<ordinal>`. */
function isMadeByStatefulSet({ objects, context }: Release, namespace: string, name: unknown): boolean {
  return listPods(objects)
    .filter((pod) => readNamespace(pod.object, context.releaseNamespace) === namespace)
    .some((pod) => {
      const spec = enter(startAt(pod.object), "spec");
      const first = readNumber(enter(spec, "ordinals", "start"), 0);
      const count = readNumber(enter(spec, "replicas"), 1);
      return listClaimTemplates(pod).some((claim) => {
        const prefix = `${readText(claim, "metadata", "name")}-${pod.object.metadata.name}-`;
        if (typeof name !== "string" || !name.startsWith(prefix)) return false;
        const ordinal = Number(name.slice(prefix.length));
        return name === `${prefix}${ordinal}` && ordinal >= first && ordinal < first + count;
      });
    });
}

function readNumber({ value }: Place, absent: number): number {
  return typeof value === "number" ? value : absent;
}
