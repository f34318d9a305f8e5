/** What the security contexts may ask for: in the schema, and once more in the templates for who skips it. */

import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { command, stringConstant } from "../../expression/go-syntax.ts";
import { guard } from "../../expression/guard.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import type { Reference } from "../../expression/reference.ts";
import { call } from "../../functions/call.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, nonEmpty, not } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import { branchOf } from "../../functions/unions.ts";
import type { Documents } from "../../manifest/input.ts";
import type { WorkloadValues } from "./values.ts";
import { VOLUME_BRANCHES } from "./volume-values.ts";

const seccomp = { properties: { type: { enum: ["RuntimeDefault", "Localhost"] } } };
const restrictedPod = {
  properties: { runAsNonRoot: { const: true }, runAsUser: { minimum: 1 }, seccompProfile: seccomp },
};
const restrictedContainer = {
  properties: {
    privileged: { const: false },
    allowPrivilegeEscalation: { const: false },
    runAsNonRoot: { const: true },
    runAsUser: { minimum: 1 },
    procMount: { const: "Default" },
    capabilities: {
      properties: { add: { items: { const: "NET_BIND_SERVICE" } }, drop: { contains: { const: "ALL" } } },
    },
    seccompProfile: seccomp,
  },
};
const unprivilegedContainer = { properties: { privileged: { const: false }, procMount: { const: "Default" } } };

const containersThat = (rule: object) => ({
  securityContext: rule,
  initContainers: { additionalProperties: { properties: { securityContext: rule } } },
  sidecars: { additionalProperties: { properties: { securityContext: rule } } },
});

/** The rules that tie the security contexts to `podSecurity`, for the root of a values model. */
export const podSecurityRules: readonly object[] = [
  {
    if: { not: { properties: { podSecurity: { enum: ["baseline", "privileged"] } }, required: ["podSecurity"] } },
    then: { properties: { podSecurityContext: restrictedPod, ...containersThat(restrictedContainer) } },
  },
  {
    if: { properties: { podSecurity: { const: "baseline" } }, required: ["podSecurity"] },
    then: { properties: containersThat(unprivilegedContainer) },
  },
];

interface SecurityContext {
  readonly privileged?: unknown;
  readonly allowPrivilegeEscalation?: unknown;
  readonly runAsNonRoot?: unknown;
  readonly runAsUser?: unknown;
}

const breachFunction: TemplateFunction = {
  name: "podSecurityBreach",
  go: (args, prefix) => command("include", stringConstant(`${prefix}.podSecurityBreach`), command("list", ...args)),
  js: (level: string, ...contexts: (SecurityContext | undefined)[]) =>
    level === "privileged" ? "" : (contexts.flatMap((context) => breaches(level, context ?? {}))[0] ?? ""),
  absentSafe: "all",
  template: {
    comment: "The first setting of security contexts that goes beyond a level of Pod Security.",
    body: () => `{{- $level := first . }}
{{- $breach := "" }}
{{- range $context := rest . }}
{{- $context = $context | default dict }}
{{- if not (has (toString $context.privileged) (list "false" "<nil>")) }}
{{- $breach = $breach | default "privileged" }}
{{- end }}
{{- if ne $level "baseline" }}
{{- if not (has (toString $context.allowPrivilegeEscalation) (list "false" "<nil>")) }}
{{- $breach = $breach | default "allowPrivilegeEscalation" }}
{{- end }}
{{- if not (has (toString $context.runAsNonRoot) (list "true" "<nil>")) }}
{{- $breach = $breach | default "runAsNonRoot" }}
{{- end }}
{{- if eq (toString $context.runAsUser) "0" }}
{{- $breach = $breach | default "runAsUser" }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne $level "privileged" }}
{{- $breach }}
{{- end }}`,
  },
};

function breaches(level: string, context: SecurityContext): readonly string[] {
  const is = (value: unknown, ...allowed: readonly string[]): boolean =>
    value === undefined || value === null || allowed.includes(String(value));
  const found = is(context.privileged, "false") ? [] : ["privileged"];
  if (level === "baseline") return found;
  if (!is(context.allowPrivilegeEscalation, "false")) found.push("allowPrivilegeEscalation");
  if (!is(context.runAsNonRoot, "true")) found.push("runAsNonRoot");
  if (String(context.runAsUser) === "0") found.push("runAsUser");
  return found;
}

/** The guards of a pod: no more rights than `podSecurity` says, no directory of the node without consent. */
export function podSecurityGuards(v: Reference<WorkloadValues>): readonly Documents[] {
  const breachOf = (...contexts: readonly Expression<unknown>[]): Expression<string> =>
    call<string>(breachFunction, [v.podSecurity, ...contexts], { type: "string" });
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
      guard(
        and(eq(branchOf(volume, VOLUME_BRANCHES), "hostPath"), not(volume.allowHostPath)),
        text`volumes.${id}.hostPath gives the pod a part of the node: set allowHostPath: true if that is meant`,
      ),
    ),
  ];
}
