/** A check that is not called, and a variable that is not changed. */
import { type Fault, type Mutator, NOTHING } from "./mutator.ts";

const STATEMENTS: readonly (readonly [title: string, pattern: RegExp])[] = [
  ["check not called", /^include "[^"]+"/],
  ["entry not set", /^\$_ := set /],
  ["assignment dropped", /^\$\w+ = /],
];

export const dropStatements: Mutator = (template) =>
  template.actions.flatMap(({ start, end, code }): readonly Fault[] =>
    STATEMENTS.filter(([, pattern]) => pattern.test(code)).map(([title]) => ({
      title,
      replacements: [{ start, end, text: NOTHING }],
    })),
  );
