/** The port of the Service to which a route leads. */
import type { Expression, Operand } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";
import { compareBytes } from "../../functions/go-json.ts";
import { RenderError } from "../../functions/render-error.ts";

interface ServicePort {
  readonly enabled?: boolean;
  readonly port: number;
}

const backendPortFunction: TemplateFunction = {
  name: "backendPort",
  go: includeWith("backendPort", "int"),
  js: (ports: Readonly<Record<string, ServicePort>> | undefined, wanted: string | undefined, path: string) => {
    const open = new Map(Object.entries(ports ?? {}).filter(([, port]) => port.enabled !== false));
    const names = [...open.keys()].sort(compareBytes);
    const [only = "", ...others] = names;
    const found = open.get(wanted || (others.length === 0 ? only : ""));
    if (found !== undefined) return found.port;
    const expected = `${path}: expected one of service.ports (${names.join(", ")})`;
    throw new RenderError(`${expected}, got ${wanted ? JSON.stringify(wanted) : "none"}`);
  },
  absentSafe: [0, 1],
  reads: [["*.enabled", "*.port"], undefined, undefined],
  template: {
    comment: "The number of the Service's port that a route names; a route that names none leads to the only one.",
    body: () => `{{- $ports := dict }}
{{- range $name, $port := index . 0 }}
{{- if ne $port.enabled false }}
{{- $_ := set $ports $name $port.port }}
{{- end }}
{{- end }}
{{- $names := keys $ports | sortAlpha }}
{{- $name := index . 1 }}
{{- $expected := printf "%s: expected one of service.ports (%s)" (index . 2) (join ", " $names) }}
{{- if $name }}
{{- if not (hasKey $ports $name) }}
{{- fail (printf "%s, got %q" $expected $name) }}
{{- end }}
{{- else if eq (len $names) 1 }}
{{- $name = first $names }}
{{- else }}
{{- fail (printf "%s, got none" $expected) }}
{{- end }}
{{- index $ports $name }}`,
  },
};

/** The number of the port that `wanted` names, or of the only port where it is absent; `path` is its place in values. */
export function backendPort(
  ports: Expression<unknown>,
  wanted: Operand<string | undefined>,
  path: Expression<string>,
): Expression<number> {
  return call(backendPortFunction, [ports, wanted ?? "", path], { type: "integer" });
}
