/** One line of the table. */
export interface Row {
  readonly what: string;
  /** Chartwright's median, with its unit. */
  readonly ours: string;
  /** The compared contender, and its median. */
  readonly other?: { readonly what: string; readonly value: string };
  readonly ratio?: number;
  readonly target?: { readonly text: string; readonly isMet: boolean };
}

/** The cells of a line. */
export function cellsOf({ what, ours, other, ratio, target }: Row): readonly string[] {
  const verdict = target === undefined ? [] : [target.text, target.isMet ? "met" : "missed"];
  return [what, ours, other?.what ?? "", other?.value ?? "", ratio === undefined ? "" : formatRatio(ratio), ...verdict];
}

/** Milliseconds with two decimals below 10, else with none: `1.62 ms`, `653 ms`. */
export function formatTime(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`;
}

function formatRatio(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}
