/** A loop of a check that ends too early, begins too late, or never begins. */
import { type Block, findBlocks } from "../blocks.ts";
import { codeStart, type Template } from "../template.ts";
import type { Fault, Mutator } from "./mutator.ts";

export const changeLoops: Mutator = (template) =>
  findBlocks(template)
    .filter(({ open }) => open.keyword === "range")
    .flatMap((block) => listFaults(template, block));

const SKIP = "{{- if not $skipped }}{{- $skipped = true }}{{- continue }}{{- end }}";

function listFaults(template: Template, { open, close }: Block): readonly Fault[] {
  const head = /^range\s+(\$\w+(,\s*\$\w+)?\s*:=\s*)?/.exec(open.code)?.[0] ?? "";
  const start = codeStart(template, open) + head.length;
  const end = start + open.code.length - head.length;
  return [
    { title: "range over nothing", replacements: [{ start, end, text: "list" }] },
    {
      title: "range ends after its first round",
      // The fault is named after the loop's first line.
      replacements: [
        { start: open.start, end: open.start, text: "" },
        { start: close.start, end: close.start, text: "{{- break }}" },
      ],
    },
    {
      title: "range without its first round",
      replacements: [
        { start: open.start, end: open.start, text: "{{- $skipped := false }}" },
        { start: open.end, end: open.end, text: SKIP },
      ],
    },
  ];
}
