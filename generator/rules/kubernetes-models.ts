import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Job } from "kubernetes-models/batch/v1/Job";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { StorageClass } from "kubernetes-models/storage.k8s.io/v1/StorageClass";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { PersistentVolume } from "kubernetes-models/v1/PersistentVolume";
import { PersistentVolumeClaim } from "kubernetes-models/v1/PersistentVolumeClaim";
import { Pod } from "kubernetes-models/v1/Pod";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { enter, isFields, type Place, showValue, startAt } from "./place.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "kubernetes-models";

interface ModelClass {
  readonly apiVersion: string;
  readonly kind: string;
  // Each class demands data of its own type, and no data is of every type.
  new (data: never): { validate(): void };
}

// One import a kind: the package's index would load some hundred models, and half a second with them.
const models: ReadonlyMap<string, ModelClass> = new Map(
  [
    ConfigMap,
    CronJob,
    Deployment,
    HorizontalPodAutoscaler,
    Ingress,
    Job,
    Namespace,
    NetworkPolicy,
    PersistentVolume,
    PersistentVolumeClaim,
    Pod,
    PodDisruptionBudget,
    Role,
    RoleBinding,
    Secret,
    Service,
    ServiceAccount,
    StatefulSet,
    StorageClass,
  ].map((model: ModelClass) => [`${model.apiVersion}/${model.kind}`, model]),
);

/**
 * Every object passes `validate()` of its model in kubernetes-models, and every kind has one or is allowed without.
 * The models check types, formats and required fields; they let unknown fields pass.
 */
export const kubernetesModels: Rule = (objects, context) =>
  objects.flatMap((object) => {
    const fullKind = `${object.apiVersion}/${object.kind}`;
    const model = models.get(fullKind);
    if (model) return validateObject(object, model);
    if (context.allowUnknownKinds?.includes(fullKind)) return [];
    const message = `expected a kind that kubernetes-models knows or the context allows, got ${JSON.stringify(fullKind)}`;
    return [reportAt(rule, enter(startAt(object), "kind"), message)];
  });

function validateObject(object: KubernetesObject, Model: ModelClass): readonly Finding[] {
  try {
    // Whether the object really is data of the model is what validate() is asked.
    new Model(object as never).validate();
    return [];
  } catch (error) {
    return reportViolations(object, error);
  }
}

/** One finding a field: a choice of types fails with a violation for each type and one for the choice. */
function reportViolations(object: KubernetesObject, error: unknown): readonly Finding[] {
  const violations = isFields(error) && Array.isArray(error["errors"]) ? error["errors"].filter(isFields) : undefined;
  if (violations === undefined) throw error; // not a ValidationError: a fault of the model, not of the object
  const byField = Map.groupBy(violations, (violation) => String(violation["instancePath"]));
  return [...byField].map(([pointer, ofField]) => {
    const place = followPointer(startAt(object), pointer);
    const wanted = ofField.map((violation) => violation["message"]).join(", ");
    return reportAt(rule, place, `expected a valid value, got ${showValue(place.value)}: ${wanted}`);
  });
}

/** The place that a JSON pointer leads to, whose segments name list items and map keys alike. */
function followPointer(start: Place, pointer: string): Place {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((place, key) => enter(place, Array.isArray(place.value) ? Number(key) : key), start);
}
