import { describeObject, type KubernetesObject } from "./kubernetes-object.ts";
import type { Place } from "./place.ts";

/** One violation of a rule by a rendered object, and its path. */
export interface Finding {
  /** The rule's name, which is its file's: `claims-exist`. */
  readonly rule: string;
  /** The object as `describeObject` names it. */
  readonly object: string;
  /** The field inside of the object: `spec.template.spec.volumes[0].persistentVolumeClaim.claimName`. */
  readonly path: string;
  /** What was wanted there and what was found: `expected ..., got ...`. */
  readonly message: string;
}

/** What the rules need besides the objects themselves. */
export interface RuleContext {
  /** The namespace of every namespaced object that does not set its own. */
  readonly releaseNamespace: string;
  /** What exists without this release, in any namespace, as `Kind/name`: `ConfigMap/site`, `ServiceAccount/builder`. */
  readonly external?: readonly string[];
  /** The objects, as `Kind/name`, whose pods need not satisfy Pod Security `restricted` and may mount a token. */
  readonly allowPrivileged?: readonly string[];
  /**
   * Kinds without a model that are accepted unchecked, as `apiVersion/Kind`: `gateway.networking.k8s.io/v1/HTTPRoute`.
   */
  readonly allowUnknownKinds?: readonly string[];
}

/** A check of all objects of one release: it is read-only, and yields its findings in any order. */
export type Rule = (objects: readonly KubernetesObject[], context: RuleContext) => readonly Finding[];

/** Makes the finding of a rule at a place. */
export function reportAt(rule: string, place: Place, message: string): Finding {
  return { rule, object: describeObject(place.object), path: place.path, message };
}

/** Writes a finding as one line: object, path, what was wanted and found, and the rule. */
export function formatFinding({ rule, object, path, message }: Finding): string {
  return `${object}: "${path}": ${message} (${rule})`;
}
