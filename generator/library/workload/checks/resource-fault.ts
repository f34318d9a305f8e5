/** Amounts of resources that no container can have: requests beyond limits, and huge pages in parts. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";
import { compareBytes, printGoJson } from "../../../functions/go-json.ts";
import { bytesFunction, countBytes } from "../../common/size.ts";

type Amounts = Readonly<Record<string, string | number>>;
interface Resources {
  readonly limits?: Amounts;
  readonly requests?: Amounts;
}

/** Of these a node may promise more than it has; of all others a container gets what it asked for. */
const SHARED = ["cpu", "memory", "ephemeral-storage"];
const HUGE_PAGES = "hugepages-";

const resourceFaultFunction: TemplateFunction = {
  name: "resourceFault",
  go: includeOf("resourceFault"),
  js: (resources: Resources = {}) =>
    [...pageFaults("limits", resources), ...pageFaults("requests", resources), ...requestFaults(resources), ""][0],
  absentSafe: "all",
  template: {
    comment: "The first amount of a container's resources that Kubernetes refuses, or nothing.",
    body: (prefix) => `{{- $fault := "" }}
{{- $limits := .limits }}
{{- $requests := .requests }}
{{- $hasShared := or (hasKey $limits "cpu") (hasKey $limits "memory") (hasKey $requests "cpu")
    (hasKey $requests "memory") }}
{{- range $field, $amounts := dict "limits" $limits "requests" $requests }}
{{- range $name, $amount := $amounts }}
{{- if hasPrefix "${HUGE_PAGES}" $name }}
{{- $page := trimPrefix "${HUGE_PAGES}" $name }}
{{- $bytes := include "${prefix}.bytes" (toString $amount | trimPrefix "+") | float64 }}
{{- $pages := divf $bytes (include "${prefix}.bytes" $page | float64) }}
{{- if or (le $pages 0.0) (ne (floor $pages) $pages) }}
{{- $fault = $fault | default (printf "%s.%s: expected a multiple of %s, got %s" $field $name $page (toJson $amount)) }}
{{- end }}
{{- if not $hasShared }}
{{- $fault = $fault | default (printf "%s.%s: expected cpu or memory beside it, got neither" $field $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- range $name, $request := $requests }}
{{- $isShared := has $name (list ${SHARED.map((name) => `"${name}"`).join(" ")}) }}
{{- if hasKey $limits $name }}
{{- $limit := index $limits $name }}
{{- $wanted := include "${prefix}.bytes" (toString $request | trimPrefix "+") | float64 }}
{{- $most := include "${prefix}.bytes" (toString $limit | trimPrefix "+") | float64 }}
{{- if or (gt $wanted $most) (and (not $isShared) (ne $wanted $most)) }}
{{- $fault = $fault | default (printf "requests.%s: expected %s limits.%s, %s, got %s" $name
    (ternary "at most" "the same as" $isShared) $name (toJson $limit) (toJson $request)) }}
{{- end }}
{{- else if not $isShared }}
{{- $fault = $fault | default (printf "requests.%s: expected limits.%s beside it, got none" $name $name) }}
{{- end }}
{{- end }}
{{- $fault }}`,
    needs: () => [bytesFunction],
  },
};

function pageFaults(field: "limits" | "requests", resources: Resources): readonly string[] {
  const amounts = resources[field] ?? {};
  const hasShared = ["cpu", "memory"].some((name) => name in { ...resources.limits, ...resources.requests });
  return namesOf(amounts)
    .filter((name) => name.startsWith(HUGE_PAGES))
    .flatMap((name) => {
      const page = name.slice(HUGE_PAGES.length);
      const amount = amounts[name] ?? 0;
      const pages = bytesOf(amount) / countBytes(page);
      const isWhole = pages > 0 && Number.isInteger(pages);
      return [
        ...(isWhole ? [] : [`${field}.${name}: expected a multiple of ${page}, got ${printGoJson(amount)}`]),
        ...(hasShared ? [] : [`${field}.${name}: expected cpu or memory beside it, got neither`]),
      ];
    });
}

function requestFaults({ requests = {}, limits = {} }: Resources): readonly string[] {
  return namesOf(requests).flatMap((name) => {
    const isShared = SHARED.includes(name);
    const [request = 0, limit] = [requests[name], limits[name]];
    if (limit === undefined) {
      return isShared ? [] : [`requests.${name}: expected limits.${name} beside it, got none`];
    }
    const [wanted, most] = [bytesOf(request), bytesOf(limit)];
    if (wanted === most || (isShared && wanted < most)) return [];
    const relation = isShared ? "at most" : "the same as";
    const numbers = `${printGoJson(limit)}, got ${printGoJson(request)}`;
    return [`requests.${name}: expected ${relation} limits.${name}, ${numbers}`];
  });
}

function bytesOf(amount: string | number): number {
  return countBytes(String(amount).replace(/^\+/, ""));
}

function namesOf(amounts: Amounts): readonly string[] {
  return Object.keys(amounts).sort(compareBytes);
}

/** What is wrong with the first amount of a container's resources that Kubernetes refuses, with its path, or "". */
export function resourceFault(resources: Expression<unknown>): Expression<string> {
  return call(resourceFaultFunction, [resources], { type: "string" });
}
