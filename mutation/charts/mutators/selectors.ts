/** A selector that finds too many pods, or none. */
import { findBlocks } from "../blocks.ts";
import type { Fault, Mutator } from "./mutator.ts";

export const changeSelectors: Mutator = (template) => [
  ...findBlocks(template)
    .filter(({ open }) => /^define ".+[.]selectorLabels"$/.test(open.code))
    .flatMap(({ open, close }) => changeLabels(template.text, open.end, close.start)),
  ...[...template.text.matchAll(/(include "[^"]+\.)selectorLabels"/g)].map((match): Fault => {
    const { index } = match;
    const replacement = { start: index, end: index + match[0].length, text: `${match[1]}labels"` };
    return { title: "all labels for those of the selector", replacements: [replacement] };
  }),
];

function changeLabels(text: string, from: number, to: number): readonly Fault[] {
  return [...text.slice(from, to).matchAll(/^([\w./-]+): .*$/gm)].flatMap((match) => {
    const [line, key = ""] = match;
    const start = from + match.index;
    return [
      { title: "selector label deleted", replacements: [{ start, end: start + line.length, text: "" }] },
      { title: "selector label renamed", replacements: [{ start, end: start + key.length, text: `${key}-other` }] },
    ];
  });
}
