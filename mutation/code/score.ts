/** How many mutants of each layer the tests have killed. */
import { layers } from "./layers.ts";

/** What became of mutants, as Stryker's report has it. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** Mutants of a layer, or of all. */
export interface LayerScore {
  readonly layer: string;
  readonly killed: number;
  /** Among those that are killed: the ones that no test saw the end of. */
  readonly timedOut: number;
  readonly survived: number;
  /** Among those that survived: the ones that no test ran. */
  readonly uncovered: number;
  /** Those that do not even load; they count for nothing. */
  readonly broken: number;
}

/** The share of the mutants that were killed, from 0 to 1. */
export function shareOf({ killed, survived }: LayerScore): number {
  return killed + survived === 0 ? 0 : killed / (killed + survived);
}

/** Whether no test has seen a mutant, by the status that Stryker gives it. */
export function isSurvivor(status: string): boolean {
  return SURVIVED.includes(status);
}

const SURVIVED: readonly string[] = ["Survived", "NoCoverage"];

/** The scores of the layers, and their sum. */
export function scoreLayers({ files }: StrykerReport): {
  readonly rows: readonly LayerScore[];
  readonly total: LayerScore;
} {
  const statuses = Object.entries(files).map(([path, { mutants }]) => ({
    layer: path.split("/")[1] ?? "",
    statuses: mutants.map(({ status }) => status),
  }));
  const score = (layer: string, of: readonly string[]): LayerScore => {
    const count = (...wanted: readonly string[]): number => of.filter((status) => wanted.includes(status)).length;
    return {
      layer,
      killed: count("Killed", "Timeout"),
      timedOut: count("Timeout"),
      survived: count(...SURVIVED),
      uncovered: count("NoCoverage"),
      broken: count("RuntimeError", "CompileError"),
    };
  };
  const of = (wanted: string): readonly string[] =>
    statuses.filter(({ layer }) => layer === wanted).flatMap((one) => one.statuses);
  return {
    rows: layers.map((layer) => score(layer, of(layer))),
    total: score(
      "all",
      statuses.flatMap((one) => one.statuses),
    ),
  };
}
