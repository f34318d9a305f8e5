/** A chart whose values are got wrong on purpose: its schema, its own values, every mistake there is to make. */
import type { Context } from "mocha";
import { type Chart, type Json, type JsonSchema, printChart } from "../../../generator/chart.ts";
import type { Files } from "../../../generator/mod.ts";
import { defaultsOf } from "../../../generator/values/defaults.ts";
import { listMistakes } from "./list-mistakes.ts";
import type { Mistake } from "./mistake.ts";
import { packMistakes, type WrongValues } from "./pack-mistakes.ts";
import { createSite, isAllowed, listSites, printPath, type Site } from "./site.ts";
import { typesOf } from "./wrong-value.ts";

/** What is tried: a chart and the mistakes that nothing can refuse. */
export interface Subject {
  readonly name: string;
  readonly schema: JsonSchema;
  /** The values that Helm merges a values file into. */
  readonly defaults: Json;
  readonly printFiles: () => Files;
  readonly isUnseen?: (mistake: Mistake) => boolean;
}

/** What there is to try of a subject. */
export interface Plan {
  readonly root: Site;
  /** The places without places below: `*` represents any key or item. */
  readonly leaves: readonly string[];
  readonly mistakes: readonly Mistake[];
  readonly files: readonly WrongValues[];
}

/** A library chart as it is. */
export function subjectOf(chart: Chart): Subject {
  const defaults = defaultsOf(chart.values as JsonSchema) ?? {}; // a TypeBox schema is a JSON schema
  return { name: chart.name, schema: chart.schema, defaults, printFiles: () => printChart(chart) };
}

/** Lists all mistakes of a subject and packs them into values files. */
export function planMistakes(subject: Subject): Plan {
  const root = createSite(subject.schema);
  const leaves = listSites(root).filter((site) => site.children.length === 0 && isAllowed(site));
  const mistakes = listMistakes(root).filter((mistake) => subject.isUnseen?.(mistake) !== true);
  const files = packMistakes(mistakes, subject.defaults);
  return { root, leaves: leaves.map(({ path }) => printPath(path)), mistakes, files };
}

/** The leaves that no mistake gets the type of wrong. */
export function listUntried({ leaves, mistakes }: Plan): readonly string[] {
  const aboutKinds = mistakes.filter(({ keyword }) => ["type", "const", "enum"].includes(keyword));
  const tried = new Set(aboutKinds.map(({ path }) => printPath(path)));
  return leaves.filter((leaf) => !tried.has(leaf));
}

/** The objects that take any key. */
export function listOpen({ root }: Plan): readonly string[] {
  const open = listSites(root).filter(
    (site) =>
      typesOf(site).includes("object") &&
      site.schemas.every(({ additionalProperties = true }) => additionalProperties === true),
  );
  return open.map(({ path }) => printPath(path));
}

/** Tells in a test's title how much it tries. */
export function reportCounts(context: Context, plan: Plan): void {
  const tried = plan.leaves.length - listUntried(plan).length;
  const counts = `${tried} leaves, ${plan.mistakes.length} mistakes in ${plan.files.length} values files`;
  if (context.test !== undefined) context.test.title += ` (${counts})`;
}
