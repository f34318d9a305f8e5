/** Which blocks of a chart's templates the cases run: those alone that run a fault can find it. */
import { mapLimited } from "../../cli/files/map-limited.ts";
import type { Files } from "../../generator/mod.ts";
import type { Batch } from "./batches.ts";
import { findBlocks } from "./blocks.ts";
import { isOwnTemplate } from "./in-pipeline.ts";
import type { ChartRenderer } from "./renderer.ts";
import { readTemplate, replaceIn } from "./template.ts";

/** The blocks that some cases run, by the names that nameBlock() gives. */
export type CoveredBlocks = ReadonlySet<string>;

/** A piece of a template between an action that opens or divides a block and the next that divides or closes it. */
interface Piece {
  /** Where the first action ends. */
  readonly start: number;
  /** Where the next one starts, or the file ends. */
  readonly end: number;
  readonly name: string;
  /** Whether the action before it trims what follows. */
  readonly isTrimmed: boolean;
}

/** The name of the innermost block in which a position of a template is; that of the file outside of all. */
export function nameBlock(path: string, text: string, position: number): string {
  const around = listPieces(path, text).filter(({ start, end }) => start <= position && position < end);
  return around.reduce((inner, piece) => (piece.start > inner.start ? piece : inner)).name;
}

/**
 * A template that calls `fail` at the start of each block, with the block's name. It prints what it printed before where
 * `fail` ends nothing, for an action that prints nothing is put directly behind another.
 */
export function markBlocks(path: string, text: string): string {
  const marks = listPieces(path, text).map(({ name, start, isTrimmed }) => {
    return { start, end: start, text: `{{ fail ${JSON.stringify(name)} ${isTrimmed ? "-" : ""}}}` };
  });
  return replaceIn(text, marks);
}

function listPieces(path: string, text: string): readonly Piece[] {
  const ranges = findBlocks(readTemplate(text)).flatMap(({ open, divide, close }) => {
    const actions = [open, ...divide, close];
    return actions.slice(0, -1).map(({ end }, i) => ({ start: end, end: actions[i + 1]?.start ?? text.length }));
  });
  return [{ start: 0, end: text.length }, ...ranges].map((range) => ({
    ...range,
    name: `${path}:${range.start}`,
    isTrimmed: text.slice(0, range.start).endsWith("-}}"),
  }));
}

/** Renders each batch once, with all templates of a chart marked, and returns the blocks that it runs. */
export async function measureCoverage(
  files: Files,
  batches: readonly Batch[],
  renderers: readonly ChartRenderer[],
): Promise<ReadonlyMap<Batch, CoveredBlocks>> {
  const templates = [...files].filter(([path]) => isOwnTemplate(path));
  const changeAll = async (change: (path: string, text: string) => string): Promise<void> => {
    for (const renderer of renderers) {
      for (const [path, text] of templates) await renderer.change(path, change(path, text));
    }
  };
  await changeAll(markBlocks);
  const idle = [...renderers];
  const covered = await mapLimited(batches, renderers.length, async (batch) => {
    const renderer = idle.pop();
    if (renderer === undefined) throw new TypeError("Cannot measure coverage: expected an idle renderer, got none");
    const blocks = untilRefused(batch, await renderer.cover(batch.setting, batch.cases));
    idle.push(renderer);
    return [batch, blocks] as const;
  });
  await changeAll((_, text) => text);
  return new Map(covered);
}

/** The blocks that are run before a batch is refused, if it is: nothing behind them can change what Helm says. */
export function untilRefused({ cases }: Pick<Batch, "cases">, failed: CoveredBlocks): CoveredBlocks {
  const refusals = cases.flatMap(({ expected }) => ("refusal" in expected ? [expected.refusal] : []));
  const messages = [...failed];
  const end = messages.findIndex((message) => refusals.includes(message));
  return end < 0 ? failed : new Set(messages.slice(0, end));
}
