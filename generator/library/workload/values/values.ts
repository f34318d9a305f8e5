/** The values that every workload chart has: the pod and the objects around it. */
import Type, { type Static } from "typebox";
import * as format from "../../../values/formats.ts";
import {
  annotations,
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  labels,
  listOf,
} from "../../../values/model.ts";
import { extraObjects } from "../../common/extra-objects/extra-objects-values.ts";
import { image } from "../../common/image-values.ts";
import { tests } from "../../common/tests-values.ts";
import { commonValues } from "../../common/values.ts";
import { configMaps } from "./config-map-values.ts";
import { containerRestartPolicy, containerValues, initContainerValues, sidecarValues } from "./container-values.ts";
import { podValues } from "./pod-values.ts";
import { volumeValues } from "./volume-values.ts";

/** The security context of a pod whose user and groups the cluster sets. */
export const POD_SECURITY_WITHOUT_IDS = {
  runAsNonRoot: true,
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
} as const;

/** The user of the pod: not root, with a group that owns its volumes. */
export const POD_SECURITY = {
  runAsNonRoot: true,
  runAsUser: 65532,
  runAsGroup: 65532,
  fsGroup: 65532,
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
} as const;

const networkPolicy = closed(
  {
    enabled: boolean({ description: "Whether the chart creates a NetworkPolicy for its pods", default: false }),
    ingress: kubernetesList("NetworkPolicyIngressRule", {
      description: "Ingress rules: who may connect to the pods",
      examples: [
        [{ from: [{ namespaceSelector: { matchExpressions: [{ key: "team", operator: "In", values: ["data"] }] } }] }],
        [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] } }] }],
      ],
    }),
    policyTypes: listOf(enumOf(["Ingress", "Egress"], { description: "A direction" }), {
      description: "Directions of the traffic that is limited; in the other one, all of it is allowed",
      default: ["Ingress", "Egress"],
      minItems: 1,
      uniqueItems: true,
    }),
    egress: kubernetesList("NetworkPolicyEgressRule", {
      description: "Egress rules: what the pods may connect to in addition to DNS",
      examples: [[{ to: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] } }], ports: [{ port: 5432 }] }]],
    }),
    fromStages: listOf(format.label({ description: "A stage" }), {
      description: "Stages of the pipeline that may connect to the pods",
    }),
    toStages: listOf(format.label({ description: "A stage" }), {
      description: "Stages of the pipeline that the pods may connect to",
    }),
  },
  { description: "Traffic that the pods are allowed; all of it unless enabled" },
);

/** The levels of Pod Security. */
export const POD_SECURITY_LEVELS = ["restricted", "openshift", "baseline", "privileged"] as const;

/**
 * The root keys of a workload chart; `nativeSidecars` is the default of `native` in sidecars, and `sharesPod` is set by
 * charts whose stages can run in the pod of another.
 */
export function workloadValues<S extends boolean = false>(options: {
  readonly nativeSidecars: boolean;
  readonly sharesPod?: S;
}) {
  return {
    ...commonValues,
    image,
    ...containerValues(),
    containerRestartPolicy: containerRestartPolicy(),
    volumes: volumeValues(options.sharesPod),
    configMaps: configMaps(),
    initContainers: initContainerValues(options.sharesPod),
    sidecars: sidecarValues(options.nativeSidecars, options.sharesPod),
    podSecurity: enumOf(POD_SECURITY_LEVELS, {
      description:
        "Pod Security level that security contexts, namespaces of the node and volumes must satisfy: restricted refuses " +
        "root users, added capabilities and volumes of other hosts; openshift too, and leaves runAsUser, runAsGroup and " +
        "fsGroup to the cluster, even where they are set; baseline refuses privileged containers and namespaces of the node",
      default: "restricted",
    }),
    podSecurityContext: kubernetes("PodSecurityContext", {
      description: "Security context of the pod; fields that are left out keep their defaults",
      default: POD_SECURITY,
    }),
    serviceAccount: closed(
      {
        create: boolean({ description: "Whether the chart creates a ServiceAccount", default: true }),
        name: format.objectNameOrEmpty({
          description: "Its name; empty: the name of the objects, or default if none is created",
          default: "",
        }),
        labels: labels({ description: "More labels" }),
        annotations: annotations({ description: "Its annotations" }),
        imagePullSecrets: kubernetesList("LocalObjectReference", {
          description: "Secrets that pull the images of all pods of the ServiceAccount",
          examples: [[{ name: "registry" }]],
        }),
        // Of a reference, the API server keeps the name alone.
        secrets: kubernetesList("LocalObjectReference", {
          description: "Secrets that its pods may mount, where its annotations limit them to these",
          examples: [[{ name: "token" }]],
        }),
        automountServiceAccountToken: boolean({
          description: "Whether pods get a token for the Kubernetes API",
          default: false,
        }),
      },
      { description: "The pods' identity" },
    ),
    labels: labels({
      description: "More labels of the controller: Job, CronJob and its Jobs, StatefulSet, Deployment",
    }),
    annotations: annotations({ description: "Annotations of the controller, as labels" }),
    podLabels: labels({ description: "More labels of the pods" }),
    podAnnotations: annotations({ description: "Annotations of the pods" }),
    ...podValues,
    networkPolicy,
    extraObjects,
    tests,
  } as const;
}

const model = Type.Object(workloadValues({ nativeSidecars: true }));
/** The values that every workload chart has. */
export type WorkloadValues = Static<typeof model>;
