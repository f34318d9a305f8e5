/** What a Service must not say: a port that no container has is never answered, and nothing else would tell. */
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { command, type GoNode, stringConstant } from "../../../expression/go-syntax.ts";
import { guard } from "../../../expression/guard.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import type { Reference } from "../../../expression/reference.ts";
import { call } from "../../../functions/call.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, eq, ne, nonEmpty, orIfEmpty } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { ServiceValues } from "../values/service-values.ts";
import type { WorkloadValues } from "../values/values.ts";
import { strayRange } from "./address-range.ts";
import { samePort } from "./same-port.ts";

interface Switch {
  readonly enabled?: boolean;
}
type Ports = Readonly<Record<string, Switch>>;
type Containers = Readonly<Record<string, Switch & { readonly ports?: Ports }>>;

const unknownPortFunction: TemplateFunction = {
  name: "unknownPort",
  go: (args: readonly GoNode[], prefix) =>
    command("include", stringConstant(`${prefix}.unknownPort`), command("list", ...args)),
  js: (target: string | number, ports: Ports | undefined, sidecars: Containers | undefined) => {
    const isOn = (entry: Switch | undefined): boolean => entry !== undefined && entry.enabled !== false;
    const containers = [{ ports }, ...Object.values(sidecars ?? {}).filter(isOn)];
    const isKnown = containers.some((container) =>
      isOn(new Map(Object.entries(container.ports ?? {})).get(`${target}`)),
    );
    return typeof target === "number" || isKnown ? "" : target;
  },
  absentSafe: [1, 2],
  reads: [undefined, ["*.enabled"], ["*.enabled", "*.ports.*.enabled"]],
  template: {
    comment: "A port's name when no container of the pod has such a port, else nothing; a number is taken as it is.",
    body: () => `{{- $target := index . 0 }}
{{- $known := not (kindIs "string" $target) }}
{{- range $container := prepend (values (index . 2)) (dict "ports" (index . 1)) }}
{{- range $name, $port := $container.ports }}
{{- if and (eq $name (toString $target)) (ne $port.enabled false) (ne $container.enabled false) }}
{{- $known = true }}
{{- end }}
{{- end }}
{{- end }}
{{- if not $known }}
{{- $target }}
{{- end }}`,
  },
};

/** The guards of a client Service: its ports differ, and each leads to one that a container of the pods names. */
export function serviceGuards(v: Reference<WorkloadValues>, service: Reference<ServiceValues>): Documents {
  const hasNodePorts = and(service.enabled, ne(service.type, "ClusterIP"));
  return [
    portGuard(samePort(service.ports, "service.ports", "port"), service.enabled),
    portGuard(samePort(service.ports, "service.ports", "nodePort"), hasNodePorts),
    knownPortGuards(v, service),
    rangeGuard(service),
  ];
}

function rangeGuard(service: Reference<ServiceValues>): Documents {
  return bind("range", strayRange(service.loadBalancerSourceRanges), (range) =>
    guard(
      and(service.enabled, eq(service.type, "LoadBalancer"), nonEmpty(range)),
      text`service.loadBalancerSourceRanges: expected no bits beyond the prefix, got ${range}`,
    ),
  );
}

/** Refuses ports that are one to Kubernetes, where there is a Service that has them. */
export function portGuard(fault: Expression<string>, isThere?: Expression<boolean>): Documents {
  return bind("samePort", fault, (found) =>
    guard(isThere === undefined ? nonEmpty(found) : and(isThere, nonEmpty(found)), found),
  );
}

function knownPortGuards(v: Reference<WorkloadValues>, service: Reference<ServiceValues>): Documents {
  return forEach(enabled(service.ports), (name, entry) => {
    const target = orIfEmpty(entry.targetPort, name);
    const unknown = call<string>(unknownPortFunction, [target, v.ports, v.sidecars], { type: "string" });
    return guard(
      and(service.enabled, nonEmpty(unknown)),
      // Only a name can be unknown.
      text`service.ports.${name}.targetPort: no container has a port named "${target as Expression<string>}"`,
    );
  });
}
