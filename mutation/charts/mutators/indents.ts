/** A block that starts on the line of its key, or too far to the left. */
import { codeStart } from "../template.ts";
import type { Fault, Mutator } from "./mutator.ts";

/** Two levels: a list may stand one level to the left of where it should, and means the same. */
const TOO_FAR = 4;

export const changeIndents: Mutator = (template) =>
  template.actions.flatMap((action): readonly Fault[] => {
    const match = /\bnindent (\d+)$/.exec(action.code);
    if (match === null) return [];
    const start = codeStart(template, action) + match.index;
    const end = start + match[0].length;
    const width = Number(match[1]);
    const fault = (title: string, text: string): Fault => ({ title, replacements: [{ start, end, text }] });
    const left = width < TOO_FAR ? [] : [fault("nindent too small", `nindent ${width - TOO_FAR}`)];
    return [fault("nindent without its line break", `nindent ${width} | trim`), ...left];
  });
