/** The levels of Pod Security as a table of the limits of security contexts, and as rules of the values' schema. */

import { absent } from "../../../../values/model.ts";
import { VOLUME_BRANCHES } from "../../values/volume-values.ts";

/** The levels of the table: what is refused at `baseline` is refused at `restricted` too. */
type Level = "baseline" | "restricted";

/** The allowed values of a field of a security context; it may always be absent. */
export interface Limit {
  /** The keys of the field from the security context down. */
  readonly path: readonly string[];
  readonly level: Level;
  /** Whether only containers have it, only pods, or both. */
  readonly of: "container" | "pod" | "both";
  readonly rule: LimitRule;
}
/** One of some constants, a number of at least a minimum, or a list. */
export type LimitRule =
  | { readonly kind: "oneOf"; readonly allowed: readonly (string | boolean)[] }
  | { readonly kind: "atLeast"; readonly minimum: number }
  /** A list of nothing but these. */
  | { readonly kind: "only"; readonly allowed: readonly string[]; readonly field?: string }
  /** A list that has this. */
  | { readonly kind: "contains"; readonly item: string };

const limit = (level: Level, of: Limit["of"], path: string, rule: LimitRule): Limit => ({
  path: path.split("."),
  level,
  of,
  rule,
});
const oneOf = (...allowed: readonly (string | boolean)[]): LimitRule => ({ kind: "oneOf", allowed });

/** Kernel parameters that affect the pod alone. */
const SAFE_SYSCTLS = [
  ...["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports"],
  ...["net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range", "net.ipv4.tcp_fin_timeout"],
  ...["net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time"],
  ...["net.ipv4.tcp_rmem", "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem"],
];
/** The capabilities that containers have by default. */
const DEFAULT_CAPABILITIES = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
  ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
];
const SELINUX_TYPES = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];
const profile = oneOf("RuntimeDefault", "Localhost");

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const LIMITS: readonly Limit[] = [
  limit("baseline", "container", "privileged", oneOf(false)),
  limit("baseline", "container", "procMount", oneOf("Default")),
  limit("baseline", "both", "appArmorProfile.type", profile),
  limit("baseline", "both", "seccompProfile.type", profile),
  limit("baseline", "container", "capabilities.add", { kind: "only", allowed: DEFAULT_CAPABILITIES }),
  limit("baseline", "both", "seLinuxOptions.type", oneOf(...SELINUX_TYPES)),
  limit("baseline", "both", "seLinuxOptions.user", oneOf("")),
  limit("baseline", "both", "seLinuxOptions.role", oneOf("")),
  limit("baseline", "both", "windowsOptions.hostProcess", oneOf(false)),
  limit("baseline", "pod", "sysctls", { kind: "only", allowed: SAFE_SYSCTLS, field: "name" }),
  limit("restricted", "both", "runAsNonRoot", oneOf(true)),
  limit("restricted", "both", "runAsUser", { kind: "atLeast", minimum: 1 }),
  limit("restricted", "container", "allowPrivilegeEscalation", oneOf(false)),
  limit("restricted", "container", "capabilities.add", { kind: "only", allowed: ["NET_BIND_SERVICE"] }),
  limit("restricted", "container", "capabilities.drop", { kind: "contains", item: "ALL" }),
];

/** The limits of a level for the security context of a pod or of a container. */
export function limitsOf(of: "container" | "pod", level: Level): readonly Limit[] {
  return LIMITS.filter((one) => one.of !== otherOf(of) && (level === "restricted" || one.level === "baseline"));
}

function otherOf(of: "container" | "pod"): Limit["of"] {
  return of === "pod" ? "container" : "pod";
}

interface Schema {
  properties?: Record<string, Schema>;
  [keyword: string]: unknown;
}

/** The schema of a security context at a level. */
function schemaOf(of: "container" | "pod", level: Level): Schema {
  const schema: Schema = {};
  for (const { path, rule } of limitsOf(of, level)) {
    let place = schema;
    for (const key of path) {
      place.properties ??= {};
      place = place.properties[key] ??= {};
    }
    Object.assign(place, ruleSchema(rule));
  }
  return schema;
}

function ruleSchema(rule: LimitRule): object {
  switch (rule.kind) {
    case "oneOf":
      return oneOfSchema(rule.allowed);
    case "atLeast":
      return { minimum: rule.minimum };
    case "only": {
      const items = oneOfSchema(rule.allowed);
      return { items: rule.field === undefined ? items : { properties: { [rule.field]: items } } };
    }
    case "contains":
      return { contains: { const: rule.item } };
    default:
      return rule satisfies never;
  }
}

function oneOfSchema(allowed: readonly unknown[]): object {
  return allowed.length === 1 ? { const: allowed[0] } : { enum: allowed };
}

/** The kubelet probes the pod itself, and no other host. */
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
/** The namespaces of the node that a pod may share. */
export const HOST_NAMESPACES = ["hostNetwork", "hostPID", "hostIPC"] as const;
const ownNamespaces = Object.fromEntries(HOST_NAMESPACES.map((name) => [name, { const: false }]));

/** The volumes that a pod may not have at level restricted; `hostPath` has a permission of its own. */
export const UNRESTRICTED_VOLUMES = ["nfs", "iscsi", "fc"] as const;

// A branch may be left over beside a type, and a volume be disabled.
const restrictedVolumes = {
  additionalProperties: {
    if: { properties: { enabled: { const: false } }, required: ["enabled"] },
    else: {
      if: { required: ["type"] },
      then: {
        properties: { type: { enum: VOLUME_BRANCHES.filter((branch) => !isUnrestricted(branch)) } },
      },
      else: {
        properties: Object.fromEntries(
          UNRESTRICTED_VOLUMES.map((branch) => [branch, absent("podSecurity restricted does not allow it")]),
        ),
      },
    },
  },
};

function isUnrestricted(branch: string): boolean {
  return UNRESTRICTED_VOLUMES.some((name) => name === branch);
}

const ownPorts = {
  ports: { additionalProperties: { properties: { hostPort: absent("only podSecurity privileged allows it") } } },
};
const portsOfContainers = {
  ...ownPorts,
  initContainers: { additionalProperties: { properties: ownPorts } },
  sidecars: { additionalProperties: { properties: ownPorts } },
};

const podThat = (level: Level) => ({
  allOf: [{ properties: portsOfContainers }],
  properties: {
    ...ownNamespaces,
    ...(level === "restricted" ? { volumes: restrictedVolumes } : {}),
    podSecurityContext: schemaOf("pod", level),
    ...containersThat(schemaOf("container", level), ownHandlers),
  },
});
/** A privileged container must also set allowPrivilegeEscalation: the default forbids it. */
const escalating = {
  if: { properties: { privileged: { const: true } }, required: ["privileged"] },
  then: { required: ["allowPrivilegeEscalation"] },
};

/** The rules that tie the security contexts to `podSecurity`, for the root of a values model. */
export const podSecurityRules: readonly object[] = [
  {
    if: { not: { properties: { podSecurity: { enum: ["baseline", "privileged"] } }, required: ["podSecurity"] } },
    then: podThat("restricted"),
  },
  {
    if: { properties: { podSecurity: { const: "baseline" } }, required: ["podSecurity"] },
    then: podThat("baseline"),
  },
  {
    if: { properties: { podSecurity: { const: "privileged" } }, required: ["podSecurity"] },
    then: { properties: containersThat(escalating) },
  },
];
