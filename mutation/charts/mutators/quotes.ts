/** A string that is printed without its quotes. */
import { codeStart } from "../template.ts";
import type { Mutator } from "./mutator.ts";

export const dropQuotes: Mutator = (template) =>
  template.actions.flatMap((action) => {
    const match = /\s*\| quote$/.exec(action.code);
    if (match === null) return [];
    const start = codeStart(template, action) + match.index;
    return [{ title: "quote dropped", replacements: [{ start, end: start + match[0].length, text: "" }] }];
  });
