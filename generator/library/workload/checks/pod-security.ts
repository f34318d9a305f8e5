/** What the security contexts may ask for: in the schema, and once more in the templates for who skips it. */

import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import type { Reference } from "../../../expression/reference.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, eq, isTrue, nonEmpty, not } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import { branchOf } from "../../../functions/unions.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { POD_SECURITY_LEVELS, WorkloadValues } from "../values/values.ts";
import { VOLUME_BRANCHES } from "../values/volume-values.ts";

const profile = { properties: { type: { enum: ["RuntimeDefault", "Localhost"] } } };
/** What only a container that shares the node's rights asks for, be it for the pod or for one container. */
const unprivileged = {
  appArmorProfile: profile,
  seLinuxOptions: {
    properties: {
      type: { enum: ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"] },
      user: { const: "" },
      role: { const: "" },
    },
  },
  windowsOptions: { properties: { hostProcess: { const: false } } },
};
/** Settings of the kernel that concern the pod alone. */
const SAFE_SYSCTLS = [
  ...["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports"],
  ...["net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range", "net.ipv4.tcp_fin_timeout"],
  ...["net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time"],
  ...["net.ipv4.tcp_rmem", "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem"],
];
const unprivilegedPod = {
  properties: { ...unprivileged, sysctls: { items: { properties: { name: { enum: SAFE_SYSCTLS } } } } },
};
const unprivilegedContainer = {
  properties: { privileged: { const: false }, procMount: { const: "Default" }, ...unprivileged },
};
const restricted = { runAsNonRoot: { const: true }, runAsUser: { minimum: 1 }, seccompProfile: profile };
const restrictedPod = { properties: { ...unprivilegedPod.properties, ...restricted } };
const restrictedContainer = {
  properties: {
    ...unprivilegedContainer.properties,
    ...restricted,
    allowPrivilegeEscalation: { const: false },
    capabilities: {
      properties: { add: { items: { const: "NET_BIND_SERVICE" } }, drop: { contains: { const: "ALL" } } },
    },
  },
};

/** The kubelet asks the pod itself, and no other host. */
const ownHost = { properties: { host: { const: "" } } };
const ownHandler = { properties: { httpGet: ownHost, tcpSocket: ownHost } };
const ownHandlers = {
  startupProbe: ownHandler,
  livenessProbe: ownHandler,
  readinessProbe: ownHandler,
  lifecycle: { properties: { postStart: ownHandler, preStop: ownHandler } },
};

const containersThat = (rule: object, handlers: object = {}) => ({
  securityContext: rule,
  ...handlers,
  initContainers: { additionalProperties: { properties: { securityContext: rule } } },
  sidecars: { additionalProperties: { properties: { securityContext: rule, ...handlers } } },
});
/** A privileged container must say so twice: without its word, the escalation stays forbidden. */
const escalating = {
  if: { properties: { privileged: { const: true } }, required: ["privileged"] },
  then: { required: ["allowPrivilegeEscalation"] },
};

/** The rules that tie the security contexts to `podSecurity`, for the root of a values model. */
export const podSecurityRules: readonly object[] = [
  {
    if: { not: { properties: { podSecurity: { enum: ["baseline", "privileged"] } }, required: ["podSecurity"] } },
    then: { properties: { podSecurityContext: restrictedPod, ...containersThat(restrictedContainer, ownHandlers) } },
  },
  {
    if: { properties: { podSecurity: { const: "baseline" } }, required: ["podSecurity"] },
    then: {
      properties: { podSecurityContext: unprivilegedPod, ...containersThat(unprivilegedContainer, ownHandlers) },
    },
  },
  {
    if: { properties: { podSecurity: { const: "privileged" } }, required: ["podSecurity"] },
    then: { properties: containersThat(escalating) },
  },
];

type Level = (typeof POD_SECURITY_LEVELS)[number];
/** A field of a security context, and what it may be as text; absent it may be always. */
type Limit = readonly [field: string, ...allowed: string[]];

const PROFILES = ["RuntimeDefault", "Localhost"] as const;
/** What is refused at level `baseline` too. */
const UNPRIVILEGED: readonly Limit[] = [
  ["privileged", "false"],
  ["procMount", "Default"],
  ["appArmorProfile.type", ...PROFILES],
  ["seLinuxOptions.type", ...unprivileged.seLinuxOptions.properties.type.enum],
  ["seLinuxOptions.user", ""],
  ["seLinuxOptions.role", ""],
  ["windowsOptions.hostProcess", "false"],
];
const RESTRICTED: readonly Limit[] = [
  ["allowPrivilegeEscalation", "false"],
  ["runAsNonRoot", "true"],
  ["seccompProfile.type", ...PROFILES],
];

const breachFunction: TemplateFunction = {
  name: "podSecurityBreach",
  go: includeWith("podSecurityBreach"),
  js: (level: Level, ...contexts: (object | undefined)[]) =>
    level === "privileged" ? "" : (contexts.flatMap((context) => breaches(level, context ?? {}))[0] ?? ""),
  absentSafe: "all",
  template: {
    comment: "The first setting of security contexts that goes beyond a level of Pod Security.",
    body: () => `{{- $level := first . }}
{{- $breach := "" }}
{{- range rest . }}
{{- $context := . }}
${UNPRIVILEGED.map(printLimit).join("\n")}
{{- if ne $level "baseline" }}
${RESTRICTED.map(printLimit).join("\n")}
{{- if and (not (kindIs "invalid" $context.runAsUser)) (le (int64 $context.runAsUser) 0) }}
{{- $breach = $breach | default "runAsUser" }}
{{- end }}
{{- range ($context.capabilities).add }}
{{- if ne (toString .) "NET_BIND_SERVICE" }}
{{- $breach = $breach | default "capabilities.add" }}
{{- end }}
{{- end }}
{{- $drop := ($context.capabilities).drop }}
{{- if and (not (kindIs "invalid" $drop)) (not (has "ALL" $drop)) }}
{{- $breach = $breach | default "capabilities.drop" }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne $level "privileged" }}
{{- $breach }}
{{- end }}`,
  },
};

function printLimit([field, ...allowed]: Limit): string {
  const [first = "", second] = field.split(".");
  const value = second === undefined ? `$context.${first}` : `($context.${first}).${second}`;
  return `{{- if not (has (toString ${value}) (list ${[...allowed, "<nil>"].map((text) => `"${text}"`).join(" ")})) }}
{{- $breach = $breach | default "${field}" }}
{{- end }}`;
}

function breaches(level: Level, context: object): readonly string[] {
  const isBeyond = ([field, ...allowed]: Limit): boolean => {
    const value = valueAt(context, field);
    return value !== undefined && !allowed.includes(String(value));
  };
  const found = UNPRIVILEGED.filter(isBeyond).map(([field]) => field);
  if (level === "baseline") return found;
  found.push(...RESTRICTED.filter(isBeyond).map(([field]) => field));
  const user = valueAt(context, "runAsUser");
  if (user !== undefined && !(Number(user) >= 1)) found.push("runAsUser");
  const added = valueAt(context, "capabilities.add") ?? [];
  if (Object.values(added).some((name) => name !== "NET_BIND_SERVICE")) found.push("capabilities.add");
  const dropped = valueAt(context, "capabilities.drop") ?? ["ALL"];
  if (!Object.values(dropped).includes("ALL")) found.push("capabilities.drop");
  return found;
}

function valueAt(context: object, field: string): unknown {
  return field.split(".").reduce<unknown>((value, key) => Object(value)[key] ?? undefined, context);
}

/** The first field of security contexts that goes beyond a level of Pod Security, else "". */
export function podSecurityBreach(
  level: Expression<unknown>,
  ...contexts: readonly Expression<unknown>[]
): Expression<string> {
  return call(breachFunction, [level, ...contexts], { type: "string" });
}

/** The guards of a pod: no more rights than `podSecurity` says, no directory of the node without consent. */
export function podSecurityGuards(v: Reference<WorkloadValues>): readonly Documents[] {
  const breachOf = (...contexts: readonly Expression<unknown>[]) => podSecurityBreach(v.podSecurity, ...contexts);
  const pod = breachOf(v.podSecurityContext, v.securityContext);
  const containers = (map: Reference<WorkloadValues["initContainers"]>, key: string) =>
    forEach(enabled(map), (name, entry) => {
      const breach = breachOf(entry.securityContext);
      return guard(
        nonEmpty(breach),
        text`${key}.${name}.securityContext.${breach} goes beyond podSecurity: ${v.podSecurity}`,
      );
    });
  return [
    guard(nonEmpty(pod), text`podSecurityContext or securityContext: ${pod} goes beyond podSecurity: ${v.podSecurity}`),
    containers(v.initContainers, "initContainers"),
    containers(v.sidecars, "sidecars"),
    forEach(enabled(v.volumes), (id, volume) =>
      // Only true is consent: unchecked values may have any text there.
      guard(
        and(eq(branchOf(volume, VOLUME_BRANCHES), "hostPath"), not(isTrue(volume.allowHostPath))),
        text`volumes.${id}.hostPath gives the pod a part of the node: set allowHostPath: true if that is meant`,
      ),
    ),
  ];
}
