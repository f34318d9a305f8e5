/** The port of the Service to which a route leads. */
import type { Expression } from "../../expression/expression.ts";
import { atom, command, pipe, stringConstant } from "../../expression/go-syntax.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call } from "../../functions/call.ts";
import { compareBytes } from "../../functions/go-json.ts";

const backendPortFunction: TemplateFunction = {
  name: "backendPort",
  go: (args, prefix) =>
    pipe(command("include", stringConstant(`${prefix}.backendPort`), command("list", ...args)), atom("int")),
  js: (ports: Readonly<Record<string, number>>, wanted: string | undefined, path: string) => {
    const names = Object.keys(ports).sort(compareBytes);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined) {
      throw new Error(
        `${path}: expected the name of a port, because service.ports has ${names.length} (${names.join(", ")})`,
      );
    }
    const number = ports[name];
    if (number === undefined) {
      throw new Error(`${path}: expected one of service.ports (${names.join(", ")}), got ${JSON.stringify(name)}`);
    }
    return number;
  },
  absentSafe: [1],
  template: {
    comment: "The number of the Service's port that a route names; a route that names none leads to the only one.",
    body: () => `{{- $ports := index . 0 }}
{{- $names := keys $ports | sortAlpha }}
{{- $name := index . 1 }}
{{- $path := index . 2 }}
{{- if and (not $name) (eq (len $names) 1) }}
{{- $name = first $names }}
{{- end }}
{{- if not $name }}
{{- fail
    (printf "%s: expected the name of a port, because service.ports has %d (%s)" $path (len $names) (join ", " $names)) }}
{{- end }}
{{- if not (hasKey $ports $name) }}
{{- fail (printf "%s: expected one of service.ports (%s), got %q" $path (join ", " $names) $name) }}
{{- end }}
{{- index $ports $name }}`,
  },
};

/** The number of the port that `wanted` names, or that of the only port; `path` is where the values ask for it. */
export function backendPort(
  ports: Expression<Readonly<Record<string, number>>>,
  wanted: Expression<string | undefined> | undefined,
  path: Expression<string>,
): Expression<number> {
  return call(backendPortFunction, [ports, wanted ?? "", path], { type: "integer" });
}
