/** Faults that change nothing: what they print means the same. */
import type { ChartMutant } from "./list-mutants.ts";

/** A kind of fault that no check can see. */
export interface Equivalent {
  readonly title: string;
  readonly path: RegExp;
  /** What the line says. */
  readonly line: RegExp;
  readonly reason: string;
}

/** All that are known. */
export const equivalents: readonly Equivalent[] = [
  {
    title: "if dropped",
    path: /^templates\/_functions[.]tpl$/,
    line: /^\{\{- if or$/,
    reason: "the named template yaml then prints JSON where it could print YAML, and JSON is YAML",
  },
  {
    title: "quote dropped",
    path: /^templates\/tests\/pipeline[.]yaml$/,
    line: /: \{\{ [$]name \| quote \}\}$/,
    reason: "a release's name and -tests are letters, digits, dots and hyphens, and YAML has no number or word like it",
  },
];

/** Why a mutant changes nothing; nothing where it may change something. `text` is the template without the fault. */
export function findEquivalent({ path, title, line }: ChartMutant, text: string): Equivalent | undefined {
  const code = text.split("\n")[line - 1] ?? "";
  return equivalents.find((one) => one.title === title && one.path.test(path) && one.line.test(code));
}
