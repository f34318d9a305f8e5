/** Where whole objects are: in which namespace, under which name, of which kind. */
import { bind } from "../../../expression/bind.ts";
import { type Apply, defineCheck, defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach, forEachRepeated } from "../../../expression/for-each.ts";
import { refuse } from "../../../expression/guard.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { hasItem, list } from "../../../functions/lists.ts";
import { and, isMap, isText, nonEmpty, not, ternary } from "../../../functions/logic.ts";
import { type ByName, dict, lookUp } from "../../../functions/maps.ts";
import { first, split } from "../../../functions/split.ts";
import { contains, text, toText } from "../../../functions/strings.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import { checkWhole } from "./check-object.ts";
import { type Known, knownParam, resolve } from "./resolve.ts";

/** The kinds of Kubernetes whose objects belong to the cluster, each after the group of its API. */
const CLUSTER_KINDS: readonly string[] = [
  "/Namespace",
  "/Node",
  "/PersistentVolume",
  "admissionregistration.k8s.io/MutatingAdmissionPolicy",
  "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
  "apiextensions.k8s.io/CustomResourceDefinition",
  "apiregistration.k8s.io/APIService",
  "certificates.k8s.io/CertificateSigningRequest",
  "certificates.k8s.io/ClusterTrustBundle",
  "flowcontrol.apiserver.k8s.io/FlowSchema",
  "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
  "networking.k8s.io/IPAddress",
  "networking.k8s.io/IngressClass",
  "networking.k8s.io/ServiceCIDR",
  "node.k8s.io/RuntimeClass",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "resource.k8s.io/DeviceClass",
  "resource.k8s.io/ResourceSlice",
  "scheduling.k8s.io/PriorityClass",
  "snapshot.storage.k8s.io/VolumeSnapshotClass",
  "snapshot.storage.k8s.io/VolumeSnapshotContent",
  "storage.k8s.io/CSIDriver",
  "storage.k8s.io/CSINode",
  "storage.k8s.io/StorageClass",
  "storage.k8s.io/VolumeAttachment",
  "storage.k8s.io/VolumeAttributesClass",
];

const groupKind: Apply<string> = defineFunction({
  name: "groupKind",
  comment: "The group of an object's API and its kind: apps/Deployment, /Service.",
  params: { object: param<object>({ type: "object" }) },
  result: "text",
  body: ({ object }) =>
    bind("version", toText(lookUp("any", object, "apiVersion")), (version) => [
      when(contains(version, "/"), first(split(version, "/"))),
      text`/${toText(lookUp("any", object, "kind"))}`,
    ]),
});

const ownNamespace: Apply<string> = defineFunction({
  name: "namespaceOfObject",
  comment: "The namespace of a whole object that names none: its chart's, or nothing for a kind of the cluster.",
  params: { object: param<object>({ type: "object" }), namespace: stringParam },
  result: "text",
  body: ({ object, namespace }) => when(not(hasItem(list<string>(...CLUSTER_KINDS), groupKind(object))), namespace),
});

/** The namespace of a whole object that names none, in a chart with a namespace; "" for a kind of the cluster. */
export function namespaceOf(object: Expression<object>, namespace: Expression<string>): Expression<string> {
  return ownNamespace(object, namespace);
}

/** What there may be once, and the path of the values that says it. */
export interface ObjectPlace {
  readonly key: string;
  readonly path: string;
}
const placeSchema: JsonSchema = {
  type: "object",
  required: ["key", "path"],
  properties: { key: { type: "string" }, path: { type: "string" } },
};

const placesOfObjects: Apply<readonly ObjectPlace[]> = defineFunction({
  name: "objectPlaces",
  comment: "The group and kind, namespace and name of each whole object that has a name, and its path in the values.",
  params: {
    objects: param<ByName<object>>({ type: "object", additionalProperties: { type: "object" } }),
    owner: stringParam,
    namespace: stringParam,
    known: knownParam,
  },
  result: "list",
  refuses: true,
  body: ({ objects, owner, namespace, known }) =>
    forEach(enabled(objects), (id, object) =>
      bind("path", text`${owner}extraObjects.${id}`, (path) => [
        checkWhole(object, path),
        bind("declared", lookUp<object>("any", object, "metadata"), (declared) =>
          when(
            isMap(declared),
            bind("metadata", resolve(declared as Expression<object>, text`${path}.metadata`, known), (metadata) =>
              bind("name", lookUp<string>("any", metadata, "name"), (name) =>
                when(
                  and(isText(name), nonEmpty(name)),
                  bind("given", lookUp<string>("any", metadata, "namespace"), (given) =>
                    dict<ObjectPlace>({
                      key: text`${groupKind(object)} ${ternary(and(isText(given), nonEmpty(given)), given, namespaceOf(object, namespace))}/${name}`,
                      path,
                    }),
                  ),
                ),
              ),
            ),
          ),
        ),
      ]),
    ),
});

/** Where each whole object is that has a name: of a stage, the owner is its name and a colon. */
export function placesOf(
  objects: Expression<Readonly<Record<string, object>>>,
  owner: Operand<string>,
  namespace: Expression<string>,
  known: Expression<Known>,
): Expression<readonly ObjectPlace[]> {
  return placesOfObjects(objects, owner, namespace, known);
}

/** Refuses two whole objects in one place: Helm would find that the second exists, after it has begun to install. */
export const checkPlaces = defineCheck({
  name: "checkPlaces",
  comment: "Refuses two whole objects of one kind, namespace and name: the second could not be installed.",
  params: { places: param<readonly ObjectPlace[]>({ type: "array", items: placeSchema }) },
  body: ({ places }) =>
    forEachRepeated(places, { key: (_, { key }) => key, id: (_, { path }) => path }, ({ entry, key, other }) =>
      refuse(text`${entry.path}: expected an object that there is not yet, got ${key} as in ${other}`),
    ),
});
