import { globSync } from "node:fs";
import { join } from "node:path";
import { type Layer, layers } from "./layers.ts";
import { project } from "./place-project.ts";

/** Where Stryker says what became of each mutant, beside the project. */
export const report = join(project, "..", "report.json");

/** Which mutants are tested, and whether again. */
export interface CodeOptions {
  /** The layer whose mutants are tested; absent: all of them. The tests are those of all layers. */
  readonly layer?: Layer | undefined;
  /** Whether what an earlier run found still counts. */
  readonly reuse: boolean;
}

/**
 * The options of Stryker. Tests with real Helm stay out, they take too long: what they ask of the layers, others ask
 * without it. Mutants of code that runs when a file is loaded count; each takes a process of its own.
 */
export function strykerOptions({ layer, reuse }: CodeOptions): object {
  const mutated = layer === undefined ? layers : [layer];
  return {
    mutate: mutated.map((name) => `generator/${name}/**/*.ts`),
    testRunner: "mocha",
    plugins: ["@stryker-mutator/mocha-runner"],
    mochaOptions: {
      spec: globSync(`test/{${layers.join(",")}}/**/*.test.ts`, { cwd: project }).sort(),
      "no-config": true,
      grep: "/^(?!.*real Helm)/",
    },
    coverageAnalysis: "perTest",
    // Node strips the types: nothing is compiled, and Stryker has no tsconfig to change.
    checkers: [],
    disableTypeChecks: false,
    tsconfigFile: "none",
    inPlace: true,
    concurrency: 2,
    // Far more than any test takes, also on a busy machine: a mutant counts as killed when time is up.
    timeoutMS: 30_000,
    incremental: reuse,
    incrementalFile: join(project, "..", "incremental.json"),
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: report },
    allowEmpty: false,
  };
}
