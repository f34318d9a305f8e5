/** A part that is always there, never, or in just the wrong case. */
import { type Block, findBlocks } from "../blocks.ts";
import type { Action, Template } from "../template.ts";
import { type Fault, type Mutator, NOTHING } from "./mutator.ts";

export const changeConditions: Mutator = (template) => findBlocks(template).flatMap((block) => listFaults(block));

function listFaults({ open, divide, close }: Block): readonly Fault[] {
  const inside = divide.filter(({ code }) => code.startsWith("else if ")).map((action) => negated(action, "else if"));
  if (open.keyword === "with") {
    return [{ title: "with never true", replacements: [replace(open, "{{- with false }}")] }];
  }
  if (open.keyword !== "if") return [];
  const [first] = divide;
  const rest = first === undefined ? replace(close, NOTHING) : { start: first.start, end: close.end, text: NOTHING };
  return [{ title: "if dropped", replacements: [replace(open, NOTHING), rest] }, negated(open, "if"), ...inside];
}

function negated(action: Action, keyword: "if" | "else if"): Fault {
  const test = action.code.slice(keyword.length + 1);
  return { title: `${keyword} negated`, replacements: [replace(action, `{{- ${keyword} not (${test}) }}`)] };
}

function replace({ start, end }: Pick<Template["actions"][number], "start" | "end">, text: string) {
  return { start, end, text };
}
