/** The blocks of a template: what stands between an `if`, its `else` and its `end`. */
import type { Action, Template } from "./template.ts";

/** An action that opens a block, those that divide it, and the one that closes it. */
export interface Block {
  readonly open: Action;
  readonly divide: readonly Action[];
  readonly close: Action;
}

/**
 * The blocks of a template, inner ones before those around them.
 *
 * @throws TypeError where an `end` has no beginning
 */
export function findBlocks({ actions }: Template): readonly Block[] {
  const open: { readonly open: Action; readonly divide: Action[] }[] = [];
  const blocks: Block[] = [];
  for (const action of actions) {
    if (action.keyword === "") continue;
    if (action.keyword === "else") open.at(-1)?.divide.push(action);
    else if (action.keyword !== "end") open.push({ open: action, divide: [] });
    else {
      const block = open.pop();
      if (block === undefined) throw new TypeError(`Cannot read a template: an end at ${action.start} ends nothing`);
      blocks.push({ ...block, close: action });
    }
  }
  return blocks;
}

/** What sees the same variables: the actions of each named template, or of a file that has none. */
export function findScopes(template: Template): readonly (readonly Action[])[] {
  const defines = findBlocks(template).filter(({ open }) => open.keyword === "define");
  if (defines.length === 0) return [template.actions];
  return defines.map(({ open, close }) => {
    const inside = ({ start, end }: Action): boolean => start >= open.end && end <= close.start;
    return template.actions.filter(inside);
  });
}
