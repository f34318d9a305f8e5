/** Lists the mutants of a chart: each is the chart with one small fault in one of its templates. */
import type { Files } from "../../generator/mod.ts";
import { isOwnTemplate } from "./in-pipeline.ts";
import { changeArguments } from "./mutators/check-arguments.ts";
import { changeFields } from "./mutators/check-fields.ts";
import { changeLiterals } from "./mutators/check-literals.ts";
import { changeLogic } from "./mutators/check-logic.ts";
import { changeLoops } from "./mutators/check-loops.ts";
import { changeValues, emptyPaths } from "./mutators/check-messages.ts";
import { dropStatements } from "./mutators/check-statements.ts";
import { changeVariables } from "./mutators/check-variables.ts";
import { changeConditions } from "./mutators/conditions.ts";
import { dropDefaults } from "./mutators/defaults.ts";
import { dropGuards } from "./mutators/guards.ts";
import { changeIndents } from "./mutators/indents.ts";
import type { Fault, Mutator } from "./mutators/mutator.ts";
import { dropQuotes } from "./mutators/quotes.ts";
import { dropSecurity } from "./mutators/security.ts";
import { changeSelectors } from "./mutators/selectors.ts";
import { type CheckSource, findCheckRegions, readCheckSources, roomAt } from "./rooms.ts";
import { lineAt, readTemplate, replaceIn } from "./template.ts";

/** A chart with a fault. */
export interface ChartMutant {
  /** The template that has it. */
  readonly path: string;
  /** Where the fault starts in the right text, in characters. */
  readonly start: number;
  /** Its line, from 1. */
  readonly line: number;
  readonly title: string;
  /** The template's text, with the fault. */
  readonly text: string;
  /** Of a fault in a check: the folder of generator/ that the check is from. */
  readonly room?: string;
}

const mutators = [dropQuotes, changeIndents, changeConditions, dropDefaults, dropGuards, changeSelectors, dropSecurity];

/** Those that make mutants of checks alone: elsewhere much of what they change means the same. */
const checkMutators = [changeLogic, changeLoops, dropStatements, changeLiterals, emptyPaths];

/** Those for rooms of few lines, which the others leave with few mutants. */
const fineMutators = [changeArguments, changeFields, changeVariables, changeValues];
const SMALL_ROOMS: ReadonlySet<string> = new Set([
  "library/csi-volume/claims",
  "library/csi-volume/storage-classes",
  "library/stateful-stage",
  "library/workload/helm-test",
  "library/workload/service",
]);

/** The mutants of a template; `sources` say where checks are from. */
export function mutateTemplate(
  path: string,
  text: string,
  sources: readonly CheckSource[] = [],
): readonly ChartMutant[] {
  const template = readTemplate(text);
  const regions = findCheckRegions(path, template, sources);
  const roomOf = ({ replacements }: Fault): string | undefined => roomAt(regions, replacements[0]?.start ?? 0);
  const list = (all: readonly Mutator[]): readonly Fault[] => all.flatMap((mutate) => mutate(template));
  const faults = [
    ...list(mutators),
    ...list(checkMutators).filter((fault) => roomOf(fault) !== undefined),
    ...list(fineMutators).filter((fault) => SMALL_ROOMS.has(roomOf(fault) ?? "")),
  ];
  return faults.map((fault) => {
    const { title, replacements } = fault;
    const room = roomOf(fault);
    const start = replacements[0]?.start ?? 0;
    return {
      path,
      start,
      line: lineAt(text, start),
      title,
      text: replaceIn(text, replacements),
      ...(room === undefined ? {} : { room }),
    };
  });
}

/** The mutants of a chart's own templates; those that a pipeline copies are mutants of the charts of its stages. */
export function listMutants(files: Files): readonly ChartMutant[] {
  const sources = readCheckSources();
  return [...files]
    .filter(([path]) => isOwnTemplate(path))
    .flatMap(([path, text]) => mutateTemplate(path, text, sources));
}
