/** The layers of `generator/` whose mutants the tests must kill. */
export const layers = ["expression", "functions", "manifest", "values", "evaluate"] as const;

/** One of them. */
export type Layer = (typeof layers)[number];
