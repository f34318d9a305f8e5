/** What the API server is asked to accept: the objects of a chart with some values, and the pods that they make. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import { isKubernetesObject, type KubernetesObject } from "../../generator/mod.ts";
import { podTemplatesOf } from "../../generator/rules/pod-templates.ts";
import { computeCase } from "../property/check-cases.ts";
import { plainData } from "../property/plain-data.ts";
import type { Case } from "../property/render-cases.ts";
import type { Release } from "../property/subject.ts";

/** The namespaces that objects go to: what is written to it must pass Pod Security at level restricted, or not. */
export interface Namespaces {
  readonly restricted: string;
  readonly unrestricted: string;
}

/** An object that the API server is asked to accept. */
export interface Candidate {
  /** Tells where it comes from; the name of a file, without its end. */
  readonly id: string;
  readonly object: KubernetesObject;
}

/** What a case asks of the API server. */
export interface CandidateCase {
  readonly candidates: readonly Candidate[];
  /** Whether all of its pods must pass Pod Security at level restricted: its values do not say that this is too strict. */
  readonly isRestricted: boolean;
}

/**
 * The objects of a case, without those that its user adds, and a Pod for each pod template.
 * @returns nothing where a guard refuses the values
 */
export function readCase(one: Case, release: Release, namespaces: Namespaces): CandidateCase | undefined {
  const computed = computeCase(one, release);
  if ("refusal" in computed) return undefined;
  const { alias, subject, values } = one;
  const merged = subject.merge(values);
  const own = new Set(subject.ownObjects(merged).map(describeOwn));
  const isOwn = (object: KubernetesObject): boolean =>
    own.has(describeOwn(object)) || own.has(describeOwn({ ...object, metadata: {} }));
  const objects = plainData(computed.objects);
  const made = objects.filter(isKubernetesObject).filter((object) => !isOwn(object));
  const isRestricted = !optsOut(merged);
  const namespace = isRestricted ? namespaces.restricted : namespaces.unrestricted;
  return { isRestricted, candidates: createCandidates(alias, made, namespace) };
}

/** Objects and the Pods of their templates, all of them in one namespace. */
export function createCandidates(
  prefix: string,
  objects: readonly KubernetesObject[],
  namespace: string,
): readonly Candidate[] {
  return objects.flatMap((object, i) => [
    { id: `${prefix}-${i}`, object: moveTo(namespace, object.kind === "Pod" ? withoutPodNeeds(object) : object) },
    ...[...podTemplatesOf(object)].map(({ template }) => ({
      id: `${prefix}-${i}-pod`,
      object: podOf(template, listClaimNames(object), namespace),
    })),
  ]);
}

/** The Pod of a template, as its controller makes it; the claims of a StatefulSet are volumes of its pods. */
function podOf({ metadata, spec }: Values, claims: readonly string[], namespace: string): KubernetesObject {
  const { volumes = [], ...rest } = isMap(spec) ? spec : {};
  const claimed = claims.map((name) => ({ name, persistentVolumeClaim: { claimName: `${name}-pod` } }));
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...(isMap(metadata) ? metadata : {}), name: "pod", namespace },
    spec: { ...withoutNeeds(rest), volumes: [...Object.values(volumes as object), ...claimed] },
  };
}

function listClaimNames(object: KubernetesObject): readonly string[] {
  const spec = object["spec"];
  const templates = isMap(spec) ? spec["volumeClaimTemplates"] : undefined;
  return (Array.isArray(templates) ? templates : []).map(({ metadata }: KubernetesObject) => metadata.name);
}

/** Whether the values request more than Pod Security's level restricted admits, for any pod. */
function optsOut(value: unknown): boolean {
  if (!isMap(value)) return false;
  return Object.entries(value).some(
    ([key, child]) =>
      (key === "podSecurity" && child !== "restricted") ||
      (key === "allowHostPath" && child === true) ||
      optsOut(child),
  );
}

// Without the name where that is a reference: it is another one in the object.
function describeOwn(object: unknown): string {
  const { apiVersion, kind, metadata } = isMap(object) ? object : {};
  const name = isMap(metadata) ? metadata["name"] : undefined;
  return JSON.stringify([apiVersion, kind, isMap(name) ? undefined : name]);
}

// The namespaces of values do not exist, and no cluster has all their addresses for Services.
function moveTo(namespace: string, object: KubernetesObject): KubernetesObject {
  if (object.metadata.namespace === undefined) return object;
  const own = object.kind === "Service" ? withoutAddresses(object) : object;
  return { ...own, metadata: { ...own.metadata, namespace } };
}

function withoutAddresses(service: KubernetesObject): KubernetesObject {
  const spec = service["spec"];
  if (!isMap(spec) || spec["clusterIP"] === "None") return service;
  const { clusterIP: _, clusterIPs: __, ...rest } = spec;
  return { ...service, spec: rest };
}

/** A Pod that is an object of its own, such as that of a test. */
function withoutPodNeeds(pod: KubernetesObject): KubernetesObject {
  const spec = pod["spec"];
  return { ...pod, spec: isMap(spec) ? withoutNeeds(spec) : spec };
}

// What a cluster must have before the pod: the API server looks for these, but not for claims, ConfigMaps or Secrets.
function withoutNeeds(spec: Values): Values {
  const { serviceAccountName: _, priorityClassName: __, preemptionPolicy: ___, runtimeClassName: ____, ...rest } = spec;
  return rest;
}
