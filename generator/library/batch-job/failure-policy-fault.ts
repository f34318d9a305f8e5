/** Rules of a pod failure policy that Kubernetes refuses: exit codes out of order, containers that are not there. */
import type { Expression } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";
import { printGoJson } from "../../functions/go-json.ts";

interface FailurePolicy {
  readonly rules?: readonly {
    readonly onExitCodes?: { readonly containerName?: string; readonly values?: readonly number[] };
  }[];
}
type Containers = Readonly<Record<string, { readonly enabled?: boolean }>>;

const failurePolicyFaultFunction: TemplateFunction = {
  name: "failurePolicyFault",
  go: includeWith("failurePolicyFault"),
  js: (
    policy: FailurePolicy | undefined,
    chain: readonly { readonly name: string }[] | undefined,
    ...maps: readonly (Containers | undefined)[]
  ) => {
    const own = maps.flatMap((map) => Object.entries(map ?? {}).filter(([, { enabled }]) => enabled !== false));
    const names = ["main", ...(chain ?? []).map(({ name }) => name), ...own.map(([name]) => name)];
    const faults = (policy?.rules ?? []).flatMap(({ onExitCodes: { containerName, values = [] } = {} }, i) => {
      const path = `rules.${i}.onExitCodes`;
      const isRising = values.every((value, j) => j === 0 || value > (values[j - 1] ?? value));
      const isKnown = containerName === undefined || names.includes(containerName);
      return [
        ...(isRising ? [] : [`${path}.values: expected rising numbers, got ${values.join(", ")}`]),
        ...(isKnown ? [] : [`${path}.containerName: no container of the pod is called ${printGoJson(containerName)}`]),
      ];
    });
    return faults[0] ?? "";
  },
  absentSafe: "all",
  reads: [undefined, undefined, ["*.enabled"], ["*.enabled"]],
  template: {
    comment: "The first thing in a pod failure policy that Kubernetes refuses, or nothing.",
    body: () => `{{- $fault := "" }}
{{- $names := list "main" }}
{{- range index . 1 }}
{{- $names = append $names .name }}
{{- end }}
{{- range slice . 2 }}
{{- range $name, $container := . }}
{{- if ne $container.enabled false }}
{{- $names = append $names $name }}
{{- end }}
{{- end }}
{{- end }}
{{- range $i, $rule := (index . 0).rules }}
{{- with $rule.onExitCodes }}
{{- $texts := list }}
{{- $isRising := true }}
{{- $values := .values }}
{{- range $j, $value := $values }}
{{- $texts = append $texts (int64 $value | toString) }}
{{- if and (gt $j 0) (le (int64 $value) (index $values (sub $j 1 | int) | int64)) }}
{{- $isRising = false }}
{{- end }}
{{- end }}
{{- if not $isRising }}
{{- $fault = $fault | default (printf "rules.%d.onExitCodes.values: expected rising numbers, got %s" $i
    (join ", " $texts)) }}
{{- end }}
{{- if and (hasKey . "containerName") (not (has .containerName $names)) }}
{{- $fault = $fault | default (printf "rules.%d.onExitCodes.containerName: no container of the pod is called %s" $i
    (toJson .containerName)) }}
{{- end }}
{{- end }}
{{- end }}
{{- $fault }}`,
  },
};

/**
 * What is wrong with the first rule of a pod failure policy that Kubernetes refuses, with its path, or "".
 * @param chain the containers of earlier stages that share the pod
 */
export function failurePolicyFault(
  policy: Expression<unknown>,
  chain: Expression<unknown>,
  initContainers: Expression<unknown>,
  sidecars: Expression<unknown>,
): Expression<string> {
  return call(failurePolicyFaultFunction, [policy, chain, initContainers, sidecars], { type: "string" });
}
