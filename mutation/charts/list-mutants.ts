/** Lists the mutants of a chart: each is the chart with one small fault in one of its templates. */
import type { Files } from "../../generator/mod.ts";
import { changeConditions } from "./mutators/conditions.ts";
import { dropDefaults } from "./mutators/defaults.ts";
import { dropGuards } from "./mutators/guards.ts";
import { changeIndents } from "./mutators/indents.ts";
import { dropQuotes } from "./mutators/quotes.ts";
import { dropSecurity } from "./mutators/security.ts";
import { changeSelectors } from "./mutators/selectors.ts";
import { lineAt, readTemplate, replaceIn } from "./template.ts";

/** A chart with a fault. */
export interface ChartMutant {
  /** The template that has it. */
  readonly path: string;
  /** Its line, from 1. */
  readonly line: number;
  readonly title: string;
  /** The template's text, with the fault. */
  readonly text: string;
}

const mutators = [dropQuotes, changeIndents, changeConditions, dropDefaults, dropGuards, changeSelectors, dropSecurity];

/** The mutants of a template. */
export function mutateTemplate(path: string, text: string): readonly ChartMutant[] {
  const template = readTemplate(text);
  return mutators
    .flatMap((mutate) => mutate(template))
    .map(({ title, replacements }) => ({
      path,
      line: lineAt(text, replacements[0]?.start ?? 0),
      title,
      text: replaceIn(text, replacements),
    }));
}

/** The mutants of a chart's own templates; those of its subcharts are mutants of theirs. */
export function listMutants(files: Files): readonly ChartMutant[] {
  return [...files]
    .filter(([path]) => /^templates\/.+\.(yaml|tpl)$/.test(path))
    .flatMap(([path, text]) => mutateTemplate(path, text));
}
