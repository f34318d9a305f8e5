import { expectOneOf } from "./allowed-values.ts";
import { enter, listEntries, listItems, type Place } from "./place.ts";
import { listContainers, listPods, listVolumes } from "./pod-templates.ts";
import { checkRestrictedContainer, checkSecurityContext } from "./restricted-container.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "restricted";

/**
 * Every pod template satisfies the Pod Security Standard `restricted` of Kubernetes 1.36, unless the context allows its
 * object to be privileged. What newer clusters relax for pods with a user namespace is still required.
 */
export const restricted: Rule = (objects, context) =>
  listPods(objects)
    .filter(({ object }) => !context.allowPrivileged?.includes(`${object.kind}/${object.metadata.name}`))
    .flatMap((pod) => [
      ...checkPod(pod),
      ...listContainers(pod).flatMap((container) => checkRestrictedContainer(rule, pod, container)),
    ]);

const volumeTypes = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

const safeSysctls = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
];

const appArmorPrefix = "container.apparmor.security.beta.kubernetes.io/";

function checkPod(pod: Place): readonly Finding[] {
  const spec = enter(pod, "spec");
  return [
    ...["hostNetwork", "hostPID", "hostIPC"].flatMap((key) => expectOneOf(rule, enter(spec, key), [undefined, false])),
    ...checkSecurityContext(rule, enter(spec, "securityContext")),
    ...listItems(spec, "securityContext", "sysctls").flatMap((sysctl) =>
      expectOneOf(rule, enter(sysctl, "name"), safeSysctls),
    ),
    ...listVolumes(pod).flatMap(checkVolume),
    ...listEntries(pod, "metadata", "annotations").flatMap(([key, place]) =>
      key.startsWith(appArmorPrefix) ? checkAppArmor(place) : [],
    ),
  ];
}

function checkVolume(volume: Place): readonly Finding[] {
  return listEntries(volume)
    .filter(([key]) => key !== "name" && !volumeTypes.has(key))
    .map(([key, place]) => reportAt(rule, place, `expected one of ${[...volumeTypes].join(", ")}, got ${key}`));
}

/** Before Kubernetes 1.30 the AppArmor profile of a container was an annotation, which newer clusters still read. */
function checkAppArmor(annotation: Place): readonly Finding[] {
  if (typeof annotation.value === "string" && annotation.value.startsWith("localhost/")) return [];
  return expectOneOf(rule, annotation, ["", "runtime/default"]);
}
