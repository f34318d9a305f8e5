import { isKind, readNamespace } from "./kinds.ts";
import { enter, isFields, type Place, readText, startAt } from "./place.ts";
import { listClaimTemplates, listPods, listVolumes } from "./pod-templates.ts";
import { checkReference, type Release } from "./references.ts";
import type { Rule } from "./rule.ts";

const rule = "claims-exist";

/**
 * Every claim that a pod mounts or a PersistentVolume is reserved for is rendered, made by a StatefulSet, or external.
 */
export const claimsExist: Rule = (objects, context) => {
  const release = { objects, context };
  const series = listClaimSeries(release);
  return [...listMountedClaims(release), ...listReservedClaims(release)]
    .filter(({ place, namespace }) => !series.some((one) => one.namespace === namespace && hasClaim(one, place.value)))
    .flatMap(({ place, namespace }) => checkReference(rule, release, place, "PersistentVolumeClaim", namespace));
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

/** The claims that a StatefulSet makes from one template: `<template>-<StatefulSet>-<ordinal>`. */
interface ClaimSeries {
  readonly namespace: string;
  readonly prefix: string;
  readonly first: number;
  readonly count: number;
}

function listClaimSeries({ objects, context }: Release): readonly ClaimSeries[] {
  return listPods(objects).flatMap((pod) => {
    const spec = enter(startAt(pod.object), "spec");
    return listClaimTemplates(pod).map((claim) => ({
      namespace: readNamespace(pod.object, context.releaseNamespace),
      prefix: `${readText(claim, "metadata", "name")}-${pod.object.metadata.name}-`,
      first: readNumber(enter(spec, "ordinals", "start"), 0),
      count: readNumber(enter(spec, "replicas"), 1),
    }));
  });
}

function hasClaim({ prefix, first, count }: ClaimSeries, name: unknown): boolean {
  if (typeof name !== "string" || !name.startsWith(prefix)) return false;
  const ordinal = Number(name.slice(prefix.length));
  return name === `${prefix}${ordinal}` && ordinal >= first && ordinal < first + count;
}

function readNumber({ value }: Place, absent: number): number {
  return typeof value === "number" ? value : absent;
}
