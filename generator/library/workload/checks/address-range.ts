/** Ranges of IP addresses that are written as another one: 10.1.2.3/8 for 10.0.0.0/8. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";

const NIBBLES = Array.from({ length: 16 }, (_, i) => [i.toString(16), i.toString(2).padStart(4, "0")] as const);
const bitsByDigit = new Map(NIBBLES);

/** The function that writes the address of a range as bits, for templates that include it. */
export const addressBitsFunction: TemplateFunction = {
  name: "addressBits",
  go: includeOf("addressBits"),
  js: addressBits,
  template: {
    comment: "The bits of the address of a range, 32 or 128 of them.",
    body: () => `{{- $address := regexReplaceAll "/.*" (lower .) "" }}
{{- if contains ":" $address }}
{{- $nibbles := dict
      ${printNibbles(0, 8)}
      ${printNibbles(8, 16)} }}
{{- $halves := splitList "::" $address }}
{{- $left := without (splitList ":" (first $halves)) "" }}
{{- $right := without (splitList ":" (rest $halves | join ":")) "" }}
{{- range until (sub (sub 8 (len $left)) (len $right) | int) }}
{{- $left = append $left "0" }}
{{- end }}
{{- range concat $left $right }}
{{- range printf "000%s" . | trunc -4 | splitList "" }}
{{- index $nibbles . }}
{{- end }}
{{- end }}
{{- else }}
{{- range splitList "." $address }}
{{- atoi . | printf "%08b" }}
{{- end }}
{{- end }}`,
  },
};

function printNibbles(from: number, to: number): string {
  return NIBBLES.slice(from, to)
    .map(([digit, bits]) => `"${digit}" "${bits}"`)
    .join(" ");
}

/** The bits of the address of a range, 32 or 128 of them. */
export function addressBits(range: string): string {
  const [address = ""] = range.toLowerCase().split("/");
  if (!address.includes(":")) {
    return address
      .split(".")
      .map((part) => Number(part).toString(2).padStart(8, "0"))
      .join("");
  }
  const [left = [], right = []] = address.split("::").map((half) => half.split(":").filter((part) => part !== ""));
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  const digits = [...left, ...zeros, ...right].map((part) => part.padStart(4, "0")).join("");
  return [...digits].map((digit) => bitsByDigit.get(digit)).join("");
}

const strayRangeFunction: TemplateFunction = {
  name: "strayRange",
  go: includeOf("strayRange"),
  js: (ranges: readonly string[] = []) => ranges.find(hasStrayBits) ?? "",
  absentSafe: "all",
  template: {
    comment: "The first range of addresses whose address has bits beyond its prefix, or nothing.",
    body: (prefix) => `{{- $found := "" }}
{{- range $range := . }}
{{- $length := last (splitList "/" $range) | int }}
{{- if contains "1" (include "${prefix}.addressBits" $range | substr $length -1) }}
{{- $found = $found | default $range }}
{{- end }}
{{- end }}
{{- $found }}`,
    needs: () => [addressBitsFunction],
  },
};

/** Whether the address of a range has bits beyond its prefix. */
export function hasStrayBits(range: string): boolean {
  return addressBits(range)
    .slice(Number(range.split("/")[1]))
    .includes("1");
}

/** The first range of addresses whose address has bits beyond its prefix, or "". */
export function strayRange(ranges: Expression<readonly string[]>): Expression<string> {
  return call(strayRangeFunction, [ranges], { type: "string" });
}
