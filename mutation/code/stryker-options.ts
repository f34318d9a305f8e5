import { globSync } from "node:fs";
import { join } from "node:path";
import { layers } from "./layers.ts";
import { project } from "./place-project.ts";

const names = `{${layers.join(",")}}`;

/** Where Stryker says what became of each mutant, beside the project. */
export const report = join(project, "..", "report.json");

/**
 * The options of Stryker. Tests with real Helm stay out, they take too long: what they ask of the layers, others ask
 * without it. Mutants of code that runs when a file is loaded count; each takes a process of its own.
 */
export function strykerOptions({ reuse }: { readonly reuse: boolean }): object {
  return {
    mutate: [`generator/${names}/**/*.ts`],
    testRunner: "mocha",
    plugins: ["@stryker-mutator/mocha-runner"],
    mochaOptions: {
      spec: globSync(`test/${names}/**/*.test.ts`, { cwd: project }).sort(),
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
