/** The fields of a pod that its values give as Kubernetes has them. */
import type { PodSpec } from "kubernetes-types/core/v1.d.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import type { InputParts } from "../../../manifest/input.ts";
import type { Affinity } from "../../../values/kubernetes/types.ts";
import type { WorkloadValues } from "../values/values.ts";

/** Where the pod runs, how it is named, what it shares with its node, and how it ends. */
export function podFields(
  v: Reference<WorkloadValues>,
  affinity: Expression<Affinity>,
): Omit<InputParts<PodSpec>, "containers"> {
  return {
    os: v.os,
    nodeName: v.nodeName,
    nodeSelector: when(nonEmpty(v.nodeSelector), v.nodeSelector),
    tolerations: when(nonEmpty(v.tolerations), v.tolerations),
    affinity: when(nonEmpty(affinity), affinity),
    topologySpreadConstraints: when(nonEmpty(v.topologySpreadConstraints), v.topologySpreadConstraints),
    schedulingGates: when(nonEmpty(v.schedulingGates), v.schedulingGates),
    priorityClassName: when(nonEmpty(v.priorityClassName), v.priorityClassName),
    preemptionPolicy: v.preemptionPolicy,
    runtimeClassName: when(nonEmpty(v.runtimeClassName), v.runtimeClassName),
    schedulerName: when(nonEmpty(v.schedulerName), v.schedulerName),
    resourceClaims: when(nonEmpty(v.resourceClaims), v.resourceClaims),
    hostname: v.hostname,
    subdomain: v.subdomain,
    hostnameOverride: v.hostnameOverride,
    setHostnameAsFQDN: v.setHostnameAsFQDN,
    hostAliases: when(nonEmpty(v.hostAliases), v.hostAliases),
    dnsPolicy: v.dnsPolicy,
    dnsConfig: v.dnsConfig,
    enableServiceLinks: v.enableServiceLinks,
    resources: when(nonEmpty(v.podResources), v.podResources),
    hostNetwork: v.hostNetwork,
    hostPID: v.hostPID,
    hostIPC: v.hostIPC,
    hostUsers: v.hostUsers,
    shareProcessNamespace: v.shareProcessNamespace,
    readinessGates: when(nonEmpty(v.readinessGates), v.readinessGates),
    terminationGracePeriodSeconds: v.terminationGracePeriodSeconds,
  };
}
