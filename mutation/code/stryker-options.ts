import { globSync } from "node:fs";
import { join } from "node:path";
import { drawRanges } from "./draw-ranges.ts";
import { type Layer, layers } from "./layers.ts";
import { project } from "./place-project.ts";

/** Where Stryker says what became of each mutant, beside the project. */
export const report = join(project, "..", "report.json");

/** Where Stryker keeps what it found of a layer's mutants. */
export const incrementalFile = (layer: Layer): string => join(project, "..", `incremental-${layer}.json`);

/** Which mutants are tested, and whether again. */
export interface CodeOptions {
  /** The layer whose mutants are tested. */
  readonly layer: Layer;
  /** The share of the declarations that is tested, from 0 to 1, drawn at random; absent: all. */
  readonly share?: number | undefined;
  /** Whether what an earlier run found still counts. */
  readonly reuse: boolean;
}

/**
 * - `"own"`: those in the layer's own folder, without real Helm.
 * - `"slow"`: all in the layer's own folder, and whether the committed charts are still printed.
 * - `"all"`: those of all layers, without real Helm.
 */
export type Tests = "own" | "slow" | "all";

/**
 * The files of a layer, or those of its lines that are drawn, as Stryker names what it mutates. They lie in the project.
 */
export function drawMutated({ layer, share }: Pick<CodeOptions, "layer" | "share">): readonly string[] {
  const patterns = [`generator/${layer}/**/*.ts`];
  return share === undefined ? patterns : drawRanges(project, patterns, share, Math.random);
}

/**
 * The options of Stryker. Mutants of code that runs when a file is loaded count; each takes a process of its own, and
 * all tests.
 */
export function strykerOptions(layer: Layer, mutate: readonly string[], which: Tests, reuse: boolean): object {
  const folders = which === "all" ? `{${layers.join(",")}}` : layer;
  const patterns = [`test/${folders}/**/*.test.ts`, ...(which === "slow" ? ["test/charts/committed.test.ts"] : [])];
  return {
    mutate,
    testRunner: "mocha",
    plugins: ["@stryker-mutator/mocha-runner"],
    mochaOptions: {
      spec: globSync(patterns, { cwd: project }).sort(),
      "no-config": true,
      ...(which === "slow" ? {} : { grep: "/^(?!.*(real Helm|both Helms))/" }),
    },
    coverageAnalysis: "perTest",
    // Node strips the types: nothing is compiled, and Stryker has no tsconfig to change.
    checkers: [],
    disableTypeChecks: false,
    tsconfigFile: "none",
    inPlace: true,
    concurrency: 2,
    // Far more than any test takes, also on a busy machine: a mutant counts as killed when time is up.
    dryRunTimeoutMinutes: 30,
    timeoutMS: 120_000,
    incremental: true,
    force: !reuse,
    incrementalFile: incrementalFile(layer),
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: report },
    allowEmpty: false,
  };
}
