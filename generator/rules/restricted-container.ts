import { expectOneOf } from "./allowed-values.ts";
import { enter, listItems, type Place, showValue } from "./place.ts";
import { type Finding, reportAt } from "./rule.ts";

const selinuxTypes = [undefined, "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];
const handlers = [
  ["livenessProbe"],
  ["readinessProbe"],
  ["startupProbe"],
  ["lifecycle", "postStart"],
  ["lifecycle", "preStop"],
];

/** Checks the requirements of Pod Security `restricted` for one container of a pod template. */
export function checkRestrictedContainer(rule: string, pod: Place, container: Place): readonly Finding[] {
  const context = enter(container, "securityContext");
  return [
    ...expectOneOf(rule, enter(context, "allowPrivilegeEscalation"), [false]),
    ...expectOneOf(rule, enter(context, "privileged"), [undefined, false]),
    ...expectOneOf(rule, enter(context, "procMount"), [undefined, "Default"]),
    ...checkCapabilities(rule, enter(context, "capabilities")),
    ...checkSecurityContext(rule, context),
    ...checkInherited(rule, pod, context),
    ...listItems(container, "ports").flatMap((port) => expectOneOf(rule, enter(port, "hostPort"), [undefined, 0])),
    ...handlers
      .flatMap((keys) => ["httpGet", "tcpSocket"].map((type) => enter(container, ...keys, type, "host")))
      .flatMap((host) => expectOneOf(rule, host, [undefined, ""])),
  ];
}

/** Checks the fields that a pod's and a container's security context have in common. */
export function checkSecurityContext(rule: string, context: Place): readonly Finding[] {
  const selinux = enter(context, "seLinuxOptions");
  const profiles = [undefined, "RuntimeDefault", "Localhost"];
  const user = enter(context, "runAsUser");
  return [
    ...expectOneOf(rule, enter(context, "runAsNonRoot"), [undefined, true]),
    ...(user.value === 0 ? [reportAt(rule, user, "expected a user other than root, got 0")] : []),
    ...expectOneOf(rule, enter(context, "seccompProfile", "type"), profiles),
    ...expectOneOf(rule, enter(context, "appArmorProfile", "type"), profiles),
    ...expectOneOf(rule, enter(selinux, "type"), selinuxTypes),
    ...expectOneOf(rule, enter(selinux, "user"), [undefined, ""]),
    ...expectOneOf(rule, enter(selinux, "role"), [undefined, ""]),
    ...expectOneOf(rule, enter(context, "windowsOptions", "hostProcess"), [undefined, false]),
  ];
}

/** Fields that must be set in the container or in its pod. */
function checkInherited(rule: string, pod: Place, context: Place): readonly Finding[] {
  const demands = [
    { keys: ["runAsNonRoot"], wanted: "true" },
    { keys: ["seccompProfile", "type"], wanted: '"RuntimeDefault" or "Localhost"' },
  ];
  return demands
    .filter(({ keys }) => enter(pod, "spec", "securityContext", ...keys).value === undefined)
    .map(({ keys, wanted }) => ({ place: enter(context, ...keys), wanted }))
    .filter(({ place }) => place.value === undefined)
    .map(({ place, wanted }) => reportAt(rule, place, `expected ${wanted}, here or for the whole pod, got nothing`));
}

function checkCapabilities(rule: string, capabilities: Place): readonly Finding[] {
  const drop = enter(capabilities, "drop");
  const dropped = listItems(drop).map(({ value }) => value);
  const found = dropped.length === 0 ? showValue(drop.value) : dropped.map(showValue).join(", ");
  return [
    ...(dropped.includes("ALL") ? [] : [reportAt(rule, drop, `expected "ALL" among them, got ${found}`)]),
    ...listItems(capabilities, "add").flatMap((added) => expectOneOf(rule, added, ["NET_BIND_SERVICE"])),
  ];
}
