/** What a chart renders to: objects, found by kind and typed by it. */
import type { DaemonSet, Deployment, StatefulSet } from "kubernetes-types/apps/v1.d.ts";
import type { HorizontalPodAutoscaler } from "kubernetes-types/autoscaling/v2.d.ts";
import type { CronJob, Job } from "kubernetes-types/batch/v1.d.ts";
import type {
  ConfigMap,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  Secret,
  Service,
  ServiceAccount,
} from "kubernetes-types/core/v1.d.ts";
import type { Ingress, NetworkPolicy } from "kubernetes-types/networking/v1.d.ts";
import type { PodDisruptionBudget } from "kubernetes-types/policy/v1.d.ts";
import type { Role, RoleBinding } from "kubernetes-types/rbac/v1.d.ts";
import type { StorageClass } from "kubernetes-types/storage/v1.d.ts";
import { describeObject, type KubernetesObject } from "../rules/kubernetes-object.ts";

/** The kinds that charts render, and their types. */
export interface KindTypes {
  readonly ConfigMap: ConfigMap;
  readonly CronJob: CronJob;
  readonly DaemonSet: DaemonSet;
  readonly Deployment: Deployment;
  readonly HorizontalPodAutoscaler: HorizontalPodAutoscaler;
  readonly Ingress: Ingress;
  readonly Job: Job;
  readonly NetworkPolicy: NetworkPolicy;
  readonly PersistentVolume: PersistentVolume;
  readonly PersistentVolumeClaim: PersistentVolumeClaim;
  readonly Pod: Pod;
  readonly PodDisruptionBudget: PodDisruptionBudget;
  readonly Role: Role;
  readonly RoleBinding: RoleBinding;
  readonly Secret: Secret;
  readonly Service: Service;
  readonly ServiceAccount: ServiceAccount;
  readonly StatefulSet: StatefulSet;
  readonly StorageClass: StorageClass;
}

/** The objects of one render. */
export class RenderedObjects {
  readonly objects: readonly KubernetesObject[];

  constructor(objects: readonly KubernetesObject[]) {
    this.objects = objects;
  }

  /** All objects of a kind, in the order of the templates. */
  all<K extends keyof KindTypes>(kind: K): readonly KindTypes[K][] {
    return this.objects.filter((object) => object.kind === kind) as unknown as readonly KindTypes[K][]; // objects have the shape of their kind
  }

  /**
   * The only object of a kind, or the one with the given name: its own, or that of its chart or stage
   * (`app.kubernetes.io/name`), because a Job's own name ends in a hash.
   *
   * @throws TypeError where there is none, or more than one; it lists the objects found, or those of the kind
   */
  one<K extends keyof KindTypes>(kind: K, name?: string): KindTypes[K] {
    const ofKind = this.objects.filter((object) => object.kind === kind);
    const found = ofKind.filter((object) => name === undefined || namesOf(object).includes(name));
    const [object] = found;
    if (object !== undefined && found.length === 1) return object as unknown as KindTypes[K]; // an object has the shape of its kind
    const what = name === undefined ? kind : `${kind} "${name}"`;
    const listed = [found, ofKind, this.objects].find((objects) => objects.length > 0) ?? [];
    const list = listed.map(describeObject).join(", ");
    const got = found.length > 0 ? `${found.length}: ${list}` : `0 among ${list || "no objects"}`;
    throw new TypeError(`Cannot find the one ${what}: expected 1, got ${got}`);
  }
}

function namesOf({ metadata }: KubernetesObject): readonly (string | undefined)[] {
  return [metadata.name, metadata.labels?.["app.kubernetes.io/name"]];
}
