/** The values of service-stage: a stateless service that runs continuously. */
import Type, { type Static, type TUnsafe } from "typebox";
import * as format from "../../values/formats.ts";
import {
  absent,
  annotations,
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  mapOf,
  optional,
} from "../../values/model.ts";
import { podLabelRule } from "../workload/values/pod-label-rules.ts";
import { serviceValues } from "../workload/values/service-values.ts";
import { workloadValues } from "../workload/values/values.ts";
import { workloadRules } from "../workload/values/workload-rules.ts";

/** A number of pods, or a percentage of them; the limits are in Kubernetes' own definition. */
function podsOrPercentage(description: string): TUnsafe<number | string> {
  return Type.Unsafe<number | string>({ type: ["integer", "string"], description, default: "25%" });
}

const strategy = closed(
  {
    type: optional(
      enumOf(["RollingUpdate", "Recreate"], {
        description:
          "How pods are replaced. Absent: Recreate if a volume of type claim allows only ReadWriteOnce or " +
          "ReadWriteOncePod, because a new pod could wait forever for the claim of the old one; else RollingUpdate",
      }),
    ),
    rollingUpdate: closed(
      {
        maxSurge: podsOrPercentage("Pods above the desired number, as a number or a percentage"),
        maxUnavailable: podsOrPercentage("Pods below the desired number, as a number or a percentage"),
      },
      {
        description: "Limits of a RollingUpdate; ignored for Recreate",
        allOf: [{ $ref: "#/definitions/RollingUpdateDeployment" }],
      },
    ),
  },
  { description: "How an upgrade replaces pods" },
);

const backendFields = {
  port: optional(
    Type.String({
      description: "Port of the backend: the name of an entry of service.ports; required when there are several",
      pattern: format.keys.port,
      examples: ["http"],
    }),
  ),
  resource: optional(
    closed(
      {
        apiGroup: format.objectName({ description: "Group of its API", examples: ["k8s.example.com"] }),
        kind: format.kindName({ description: "Kind", examples: ["StorageBucket"] }),
        name: format.pathSegment({ description: "Name", examples: ["static-assets"] }),
      },
      {
        description:
          "Object of the namespace that answers in place of the Service, of a kind that the controller knows",
      },
    ),
  ),
} as const;

const oneBackend = {
  if: { required: ["resource"] },
  then: { properties: { port: absent("resource is set") } },
};

const path = closed(
  {
    enabled: boolean({ description: "Whether the path is served", default: true }),
    order: format.order(),
    path: format.urlPath({ description: "Path", default: "/" }),
    pathType: enumOf(["Prefix", "Exact", "ImplementationSpecific"], {
      description: "How requests match it",
      default: "Prefix",
    }),
    ...backendFields,
  },
  { description: "A path", allOf: [oneBackend] },
);

const ingress = closed(
  {
    enabled: boolean({ description: "Whether the chart creates an Ingress", default: false }),
    className: format.objectNameOrEmpty({ description: "IngressClass; empty: the cluster's default", default: "" }),
    annotations: annotations({ description: "Its annotations" }),
    hosts: mapOf(
      format.keys.name,
      closed(
        {
          enabled: boolean({ description: "Whether the host is served", default: true }),
          host: format.hostNameOrEmpty({
            description: "Host name, with an optional wildcard as its first label; empty: every host",
            default: "",
            examples: ["app.example.com"],
          }),
          paths: mapOf(format.keys.name, path, {
            description: "Paths by id; empty: all of them, to the only port of the Service",
          }),
        },
        { description: "A host" },
      ),
      {
        description: "Hosts by id",
        examples: [{ web: { host: "app.example.com", paths: { root: { path: "/", port: "http" } } } }],
      },
    ),
    defaultBackend: optional(
      closed(backendFields, {
        description: "What answers requests that no host and path matches",
        allOf: [oneBackend],
      }),
    ),
    tls: kubernetesList("IngressTLS", {
      description: "TLS certificates: the hosts of each, and the Secret that holds it",
      examples: [[{ hosts: ["app.example.com"], secretName: "app-example-com-tls" }]],
    }),
  },
  { description: "How the Service is reached over HTTP from outside the cluster" },
);

const autoscaling = closed(
  {
    enabled: boolean({
      description: "Whether the number of pods follows their load; replicas is then ignored",
      default: false,
    }),
    minReplicas: format.count({ description: "Minimum number of pods", default: 1 }, 1),
    maxReplicas: format.count({ description: "Maximum number of pods", default: 3 }, 1),
    targetCPUUtilizationPercentage: optional(
      format.count(
        {
          description: "Target CPU usage of the pods, in percent of their requests; absent, and no other metric: 80",
          examples: [80],
        },
        1,
      ),
    ),
    targetMemoryUtilizationPercentage: optional(
      format.count(
        {
          description: "Target memory usage of the pods, in percent of their requests",
          examples: [80],
        },
        1,
      ),
    ),
    metrics: kubernetesList("MetricSpec", {
      description: "More metrics; the one that requests the most pods decides",
    }),
    behavior: optional(
      kubernetes("HorizontalPodAutoscalerBehavior", {
        description: "How fast the autoscaler adds and removes pods",
        examples: [{ scaleDown: { stabilizationWindowSeconds: 300 } }],
      }),
    ),
  },
  { description: "A HorizontalPodAutoscaler; it needs resource requests for what it measures" },
);

/** The values model of service-stage. */
export const values = closed(
  {
    ...workloadValues({ nativeSidecars: false }),
    replicas: optional(
      format.count({
        description:
          "Number of pods, unless autoscaling is enabled; absent: 1, or what an autoscaler or kubectl scale has set",
        examples: [2],
      }),
    ),
    strategy,
    paused: optional(
      boolean({ description: "Whether changes of the pods wait until this is false; helm upgrade --wait waits too" }),
    ),
    minReadySeconds: optional(
      format.count({
        description: "Time for which a new pod must be ready before it counts as available, in seconds",
        examples: [10],
      }),
    ),
    progressDeadlineSeconds: optional(
      format.count(
        {
          description: "Seconds without progress after which an upgrade counts as failed; absent: 600",
          examples: [600],
        },
        1,
      ),
    ),
    revisionHistoryLimit: optional(
      format.count({
        description: "Number of old ReplicaSets to keep for kubectl rollout undo; absent: 10",
        examples: [3],
      }),
    ),
    service: serviceValues({ headless: true }),
    ingress,
    autoscaling,
  },
  { description: "Values of service-stage", allOf: [...workloadRules, podLabelRule("Deployment")] },
);

/** What a chart author sees of the values of service-stage. */
export type ServiceStageValues = Static<typeof values>;
