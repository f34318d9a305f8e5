/** The pods' ports behind the ports of a Service. */
import type { Expression } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";
import { orderedFunction } from "../../functions/entries.ts";

interface ContainerPort {
  readonly enabled?: boolean;
  readonly containerPort?: number;
  readonly protocol?: string;
}
type ContainerPorts = Readonly<Record<string, ContainerPort>>;
interface Sidecar {
  readonly enabled?: boolean;
  readonly ports?: ContainerPorts;
}
type InOrder<E> = readonly { readonly name: string; readonly value: E }[];
interface ServicePort {
  readonly enabled?: boolean;
  readonly targetPort?: string | number;
  readonly protocol?: string;
}

const portFields = ["enabled", "containerPort", "protocol"];

const targetPortsFunction: TemplateFunction = {
  name: "targetPorts",
  go: includeWith("targetPorts", "fromJson"),
  js: (
    servicePorts: Readonly<Record<string, ServicePort>> | undefined,
    ports: ContainerPorts | undefined,
    sidecars: Readonly<Record<string, Sidecar>> | undefined,
  ) => {
    const running = orderedFunction.js(...([sidecars] as never[])) as InOrder<Sidecar>; // what it is given and yields
    const named = [ports, ...running.map(({ value }) => value.ports)].flatMap((map) => Object.entries(map ?? {}));
    const numberOf = (name: string, { targetPort = name, protocol = "TCP" }: ServicePort): number | undefined =>
      typeof targetPort === "number"
        ? targetPort
        : named.find(
            ([key, port]) => key === targetPort && port.enabled !== false && (port.protocol ?? "TCP") === protocol,
          )?.[1].containerPort;
    return Object.fromEntries(
      Object.entries(servicePorts ?? {})
        .filter(([, port]) => port.enabled !== false)
        .map(([name, port]) => [name, numberOf(name, port)] as const)
        .filter(([, number]) => number !== undefined),
    );
  },
  absentSafe: "all",
  reads: [
    ["*.enabled", "*.targetPort", "*.protocol"],
    portFields.map((field) => `*.${field}`),
    ["*.enabled", "*.order", ...portFields.map((field) => `*.ports.*.${field}`)],
  ],
  template: {
    comment:
      "The numbers of the pods' ports behind a Service's ports, by the latter's names. A name that no container gives to a\nport of the same protocol leads nowhere, and is left out.",
    body: (prefix) => `{{- $maps := list (index . 1) }}
{{- range include "${prefix}.ordered" (index . 2) | fromJsonArray }}
{{- $maps = append $maps .value.ports }}
{{- end }}
{{- $targets := dict }}
{{- range $name, $servicePort := index . 0 }}
{{- $target := $servicePort.targetPort | default $name }}
{{- if eq $servicePort.enabled false }}
{{- else if not (kindIs "string" $target) }}
{{- $_ := set $targets $name $target }}
{{- else }}
{{- range $ports := reverse $maps }}
{{- $port := index ($ports | default dict) $target | default (dict "enabled" false) }}
{{- if and (ne $port.enabled false) (eq ($port.protocol | default "TCP") ($servicePort.protocol | default "TCP")) }}
{{- $_ := set $targets $name $port.containerPort }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- toJson $targets }}`,
    needs: () => [orderedFunction],
  },
};

/** The numbers of the pods' ports behind the ports of a Service, by the names of the latter; without those that lead nowhere. */
export function targetPorts(
  servicePorts: Expression<unknown>,
  ports: Expression<unknown>,
  sidecars: Expression<unknown>,
): Expression<Readonly<Record<string, number>>> {
  return call(targetPortsFunction, [servicePorts, ports, sidecars], { type: "object" });
}
