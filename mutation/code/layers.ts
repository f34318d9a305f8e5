/**
 * The layers of `generator/` whose mutants the tests must kill: all of its folders but `library`. The code there makes
 * the charts, whose mutants the cases in `mutation/charts/` must find.
 */
export const layers = [
  "expression",
  "functions",
  "manifest",
  "values",
  "evaluate",
  "chart",
  "stage",
  "pipeline",
  "rules",
  "diff",
  "graph",
  "yaml",
] as const;

/** One of them. */
export type Layer = (typeof layers)[number];
