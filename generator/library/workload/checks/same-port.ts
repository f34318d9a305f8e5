/** Ports of a Service that are one and the same to Kubernetes. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";

interface Port {
  readonly enabled?: boolean;
  readonly protocol?: string;
}
type Ports = Readonly<Record<string, Port & Readonly<Record<string, unknown>>>>;

const samePortFunction: TemplateFunction = {
  name: "samePort",
  go: includeWith("samePort"),
  js: (ports: Ports | undefined, path: string, field: string) => {
    const seen = new Map<string, string>();
    for (const [name, port] of Object.entries(ports ?? {}).sort(([a], [b]) => compareBytes(a, b))) {
      if (port.enabled === false || port[field] === undefined) continue;
      const number = `${port[field]}/${port.protocol ?? "TCP"}`;
      const other = seen.get(number);
      if (other !== undefined) {
        return `${path}.${name}.${field}: expected one of its own, got ${number} as in ${path}.${other}`;
      }
      seen.set(number, name);
    }
    return "";
  },
  absentSafe: "all",
  template: {
    comment: "The first port that has the number and the protocol of another; empty where there is none.",
    body: () => `{{- $path := index . 1 }}
{{- $field := index . 2 }}
{{- $fault := "" }}
{{- $seen := dict }}
{{- range $name, $port := index . 0 }}
{{- if and (ne $port.enabled false) (index $port $field) }}
{{- $number := printf "%s/%s" (index $port $field | toJson) ($port.protocol | default "TCP") }}
{{- with index $seen $number }}
{{- $fault = $fault | default (printf "%s.%s.%s: expected one of its own, got %s as in %s.%s" $path $name $field
    $number $path .) }}
{{- end }}
{{- $_ := set $seen $number $name }}
{{- end }}
{{- end }}
{{- $fault }}`,
  },
};

/** What is wrong with the first of some ports that has the number and the protocol of another, or "". */
export function samePort(
  ports: Expression<unknown>,
  path: string,
  field: "port" | "nodePort" | "containerPort",
): Expression<string> {
  const fn = { ...samePortFunction, reads: [["*.enabled", "*.protocol", `*.${field}`]] };
  return call(fn, [ports, path, field], { type: "string" });
}
