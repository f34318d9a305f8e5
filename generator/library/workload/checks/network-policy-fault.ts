/** Rules of a NetworkPolicy that Kubernetes refuses, and a schema cannot: it compares no numbers. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";
import { addressBits, addressBitsFunction, hasStrayBits } from "./address-range.ts";

interface Block {
  readonly cidr: string;
  readonly except?: readonly string[];
}
interface Rule {
  readonly from?: readonly { readonly ipBlock?: Block }[];
  readonly to?: readonly { readonly ipBlock?: Block }[];
  readonly ports?: readonly { readonly port?: string | number; readonly endPort?: number }[];
}

const networkPolicyFaultFunction: TemplateFunction = {
  name: "networkPolicyFault",
  go: includeOf("networkPolicyFault"),
  js: (rules: readonly Rule[] = []) => [...rules.flatMap(ruleFaults), ""][0],
  absentSafe: "all",
  template: {
    comment: "The first thing in rules of a NetworkPolicy that Kubernetes refuses, or nothing.",
    body: (prefix) => `{{- $fault := "" }}
{{- range $i, $rule := . }}
{{- range $j, $peer := concat ($rule.from | default list) ($rule.to | default list) }}
{{- with $peer.ipBlock }}
{{- $path := printf "%d.%s.%d.ipBlock" $i (hasKey $rule "from" | ternary "from" "to") $j }}
{{- $cidr := .cidr }}
{{- range $range := prepend (.except | default list) .cidr }}
{{- if contains "1" (include "${prefix}.addressBits" . | substr (last (splitList "/" .) | int) -1) }}
{{- $fault = $fault | default (printf "%s: expected no bits beyond the prefix, got %s" $path .) }}
{{- end }}
{{- end }}
{{- $length := last (splitList "/" $cidr) | int }}
{{- $bits := include "${prefix}.addressBits" $cidr }}
{{- range .except }}
{{- $own := include "${prefix}.addressBits" . }}
{{- $isWithin := and (eq (len $own) (len $bits)) (hasPrefix (substr 0 $length $bits) $own) }}
{{- if not (and $isWithin (gt (last (splitList "/" .) | int) $length)) }}
{{- $fault = $fault | default (printf "%s.except: expected parts of %s, got %s" $path $cidr .) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- range $j, $port := $rule.ports }}
{{- if and $port.endPort (kindIs "string" $port.port | not) (lt (int64 $port.endPort) (int64 $port.port)) }}
{{- $fault = $fault | default (printf "%d.ports.%d.endPort: expected at least port, %d, got %d" $i $j (int64 $port.port)
    (int64 $port.endPort)) }}
{{- end }}
{{- end }}
{{- end }}
{{- $fault }}`,
    needs: () => [addressBitsFunction],
  },
};

function ruleFaults(rule: Rule, i: number): readonly string[] {
  const side = rule.from === undefined ? "to" : "from";
  const peers = [...(rule.from ?? []), ...(rule.to ?? [])];
  const ports = (rule.ports ?? []).flatMap(({ port, endPort }, j) =>
    typeof port === "number" && endPort !== undefined && endPort < port
      ? [`${i}.ports.${j}.endPort: expected at least port, ${port}, got ${endPort}`]
      : [],
  );
  return [
    ...peers.flatMap(({ ipBlock }, j) => (ipBlock ? blockFaults(`${i}.${side}.${j}.ipBlock`, ipBlock) : [])),
    ...ports,
  ];
}

function blockFaults(path: string, { cidr, except = [] }: Block): readonly string[] {
  const stray = [cidr, ...except].filter(hasStrayBits);
  const length = lengthOf(cidr);
  const isPart = (range: string): boolean => {
    const [own, whole] = [addressBits(range), addressBits(cidr)];
    return own.length === whole.length && own.startsWith(whole.slice(0, length)) && lengthOf(range) > length;
  };
  return [
    ...stray.map((range) => `${path}: expected no bits beyond the prefix, got ${range}`),
    ...except
      .filter((range) => !isPart(range))
      .map((range) => `${path}.except: expected parts of ${cidr}, got ${range}`),
  ];
}

function lengthOf(range: string): number {
  return Number(range.split("/")[1]);
}

/** What is wrong with the first rule of a NetworkPolicy that Kubernetes refuses, with its path, or "". */
export function networkPolicyFault(rules: Expression<readonly unknown[]>): Expression<string> {
  return call(networkPolicyFaultFunction, [rules], { type: "string" });
}
