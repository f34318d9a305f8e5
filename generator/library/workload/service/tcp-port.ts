/** The port at which one can see that a Service answers. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";

type Numbers = Readonly<Record<string, number>>;
type Ports = Readonly<Record<string, { readonly protocol?: string }>>;

const tcpPortFunction: TemplateFunction = {
  name: "tcpPort",
  go: includeWith("tcpPort", "int"),
  js: (numbers: Numbers | undefined, ports: Ports | undefined) => {
    const names = Object.keys(numbers ?? {}).sort(compareBytes);
    const name = names.find((known) => (ports?.[known]?.protocol ?? "TCP") === "TCP");
    return name === undefined ? 0 : numbers?.[name];
  },
  absentSafe: "all",
  reads: [undefined, ["*.protocol"]],
  template: {
    comment: "The number of the first port, by its name, that speaks TCP; nothing where there is none.",
    body: () => `{{- $ports := index . 1 }}
{{- range $name, $number := index . 0 }}
{{- if eq ((index $ports $name).protocol | default "TCP") "TCP" }}
{{- toJson $number }}
{{- break }}
{{- end }}
{{- end }}`,
  },
};

/** The number of the first port, by its name, that speaks TCP, or 0. */
export function tcpPort(numbers: Expression<Numbers>, ports: Expression<unknown>): Expression<number> {
  return call(tcpPortFunction, [numbers, ports], { type: "integer" });
}
