import type { KubernetesObject } from "./kubernetes-object.ts";
import { enter, type Fields, isFields, listItems, type Place, startAt } from "./place.ts";

/** The pod template of an object, and its path in the object: for a Pod the object itself, at the path "". */
export interface PodTemplate {
  readonly path: string;
  /** The map that holds `metadata` and `spec` of the pods. */
  readonly template: Fields;
}

const templateKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["v1/Pod", []],
  ["apps/v1/Deployment", ["spec", "template"]],
  ["apps/v1/StatefulSet", ["spec", "template"]],
  ["apps/v1/DaemonSet", ["spec", "template"]],
  ["apps/v1/ReplicaSet", ["spec", "template"]],
  ["batch/v1/Job", ["spec", "template"]],
  ["batch/v1/CronJob", ["spec", "jobTemplate", "spec", "template"]],
]);

/** Yields the pod templates of the kinds of Kubernetes that make pods; nothing for other kinds. */
export function* podTemplatesOf(object: KubernetesObject): Generator<PodTemplate> {
  for (const { path, value } of listPods([object])) {
    if (isFields(value)) yield { path, template: value };
  }
}

/** The places of all pod templates of the objects. */
export function listPods(objects: readonly KubernetesObject[]): readonly Place[] {
  return objects.flatMap((object) => {
    const keys = templateKeys.get(`${object.apiVersion}/${object.kind}`);
    const pod = keys && enter(startAt(object), ...keys);
    return pod && isFields(pod.value) ? [pod] : [];
  });
}

/** The places of a pod template's containers, init containers and ephemeral containers. */
export function listContainers(pod: Place): readonly Place[] {
  return ["initContainers", "containers", "ephemeralContainers"].flatMap((key) => listItems(pod, "spec", key));
}

/** The places of a pod template's volumes. */
export function listVolumes(pod: Place): readonly Place[] {
  return listItems(pod, "spec", "volumes");
}

/** The places of the claim templates of the StatefulSet that a pod template belongs to; none for other kinds. */
export function listClaimTemplates(pod: Place): readonly Place[] {
  return pod.object.kind === "StatefulSet" ? listItems(startAt(pod.object), "spec", "volumeClaimTemplates") : [];
}
