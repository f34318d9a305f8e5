/** Addresses as bits, which a prefix counts. */
import type { Expression, Operand } from "../../../../expression/expression.ts";
import { templateFunction } from "../../../../expression/template-function.ts";
import { call, includeOf } from "../../../../functions/call.ts";

const NIBBLES = Array.from({ length: 16 }, (_, i) => [i.toString(16), i.toString(2).padStart(4, "0")] as const);
const bitsByDigit = new Map(NIBBLES);

// No tree: it pads numbers of two notations, and fills in the zeros that :: abbreviates.
const addressBitsFunction = templateFunction({
  name: "addressBits",
  go: includeOf("addressBits"),
  js: readAddressBits,
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
});

function printNibbles(from: number, to: number): string {
  return NIBBLES.slice(from, to)
    .map(([digit, bits]) => `"${digit}" "${bits}"`)
    .join(" ");
}

/** What `addressBits` computes. */
export function readAddressBits(range: string): string {
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

/** The bits of the address of a range, 32 or 128 of them. */
export function addressBits(range: Operand<string>): Expression<string> {
  return call(addressBitsFunction, [range], { type: "string" });
}
