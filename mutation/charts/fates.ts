/** What became of mutants in the last run, kept on disk: those that survived, and what found the others out. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "../../generator/mod.ts";
import type { ChartMutant } from "./list-mutants.ts";

/** Where they are kept between runs of the command. */
export const FATES: string = join("node_modules", ".cache", "chartwright", "mutants");

/** The fate of a mutant that nothing has found out; that of any other is the name of what did. */
export const SURVIVED = "";

/** By the names of mutants. */
export type Fates = ReadonlyMap<string, string>;

/**
 * What mutants are called. Lines move, so it is the text of its line that names a mutant, and which of how many such
 * lines it is: one more, and all of them are new. The charts share templates, so their own name stands for nothing.
 */
export function nameMutants(
  mutants: readonly ChartMutant[],
  chart: string,
  files: Files,
): ReadonlyMap<ChartMutant, string> {
  const textOf = ({ path, line, title }: ChartMutant): string => {
    const code = files.get(path)?.split("\n")[line - 1]?.trim() ?? "";
    return `${path}: ${title}: ${code.replaceAll(`"${chart}.`, '"')}`;
  };
  const alike = Map.groupBy(mutants, textOf);
  return new Map(
    mutants.map((mutant) => {
      const text = textOf(mutant);
      const all = alike.get(text) ?? [];
      return [mutant, `${text} (${all.indexOf(mutant) + 1} of ${all.length})`];
    }),
  );
}

/** Mutants of which an earlier run has found some out. */
export interface Selection {
  /** The fates of those that it has found out. */
  readonly known: Fates;
  /** All others: those that survived, and those that are new. */
  readonly open: readonly ChartMutant[];
}

/** Tells mutants that are known to be found out from those to test; `last` may name mutants that are no more. */
export function selectMutants(names: ReadonlyMap<ChartMutant, string>, last: Fates): Selection {
  const fateOf = (name: string): string => last.get(name) ?? SURVIVED;
  const known = [...names.values()].filter((name) => fateOf(name) !== SURVIVED);
  const open = [...names].filter(([, name]) => fateOf(name) === SURVIVED).map(([mutant]) => mutant);
  return { known: new Map(known.map((name) => [name, fateOf(name)])), open };
}

/** The fates of a chart's mutants that a directory keeps, if any. */
export async function readFates(directory: string, chart: string): Promise<Fates> {
  try {
    const entries = JSON.parse(await readFile(fileOf(directory, chart), "utf8")) as Record<string, string>; // written below
    return new Map(Object.entries(entries));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map(); // the file system's errors have a code
    throw error;
  }
}

/** What may find the mutants of a chart: what has found them, or those of the same name in other charts. */
export async function readHints(directory: string, chart: string): Promise<Fates> {
  await mkdir(directory, { recursive: true });
  const charts = (await readdir(directory)).map((file) => file.replace(/[.]json$/, "")).filter((one) => one !== chart);
  const all = await Promise.all([...charts, chart].map((one) => readFates(directory, one)));
  return new Map(all.flatMap((fates) => [...fates].filter(([, fate]) => fate !== SURVIVED)));
}

/** Keeps the fates of a chart's mutants, in place of earlier ones. */
export async function writeFates(directory: string, chart: string, fates: Fates): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(fileOf(directory, chart), `${JSON.stringify(Object.fromEntries(fates), null, 2)}\n`);
}

function fileOf(directory: string, chart: string): string {
  return join(directory, `${chart}.json`);
}
