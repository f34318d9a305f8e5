/** Values files for a chart, drawn from its model. */
import type fc from "fast-check";
import { constant, integer, oneof, subarray, tuple } from "fast-check";
import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { mendValues } from "./mend-values.ts";
import { settleValues } from "./settle-values.ts";
import { onePlaceOf } from "./slot-arbitrary.ts";
import { PLAIN_RELEASE, type Subject } from "./subject.ts";
import { valuesArbitrary } from "./values-arbitrary.ts";

/** A chart, and values for it. */
export interface Drawn {
  readonly subject: Subject;
  readonly values: Values;
}

/** Of a hundred cases, how many are left as they are, though a guard may refuse them. */
const UNMENDED = 15;
/** Of a hundred cases, in how many one value is drawn with most of its fields, next to others that are known to do. */
const IN_ONE_PLACE = 35;

/** Draws values that the schema of a chart admits; the guards admit most of them. */
export function valuesOf(subject: Subject): fc.Arbitrary<Values> {
  const anywhere = valuesArbitrary(subject.model, { names: subject.names, base: subject.base });
  const inOnePlace = onePlaceOf(subject) ?? anywhere;
  return fittingOf(
    subject,
    oneof({ weight: 100 - IN_ONE_PLACE, arbitrary: anywhere }, { weight: IN_ONE_PLACE, arbitrary: inOnePlace }),
  );
}

/** Values near to those that are drawn that the schema admits, and the guards too, but for some of a hundred. */
export function fittingOf(
  subject: Subject,
  values: fc.Arbitrary<Values>,
  unmended: number = UNMENDED,
): fc.Arbitrary<Values> {
  return tuple(integer({ min: 1, max: 100 }), startersOf(subject), values)
    .map(([draw, starters, some]) => ({
      draw,
      fitting: fitValues(subject, withStages(subject, [...starters, some].reduce(coalesceValues))),
    }))
    .filter(({ fitting }) => fitting !== undefined)
    .map(({ draw, fitting = {} }) => (draw <= unmended ? fitting : admitValues(subject, fitting)));
}

// In the chart around the cases, Helm takes no null for a subchart of a subchart.
function withStages({ parts }: Subject, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== null || !parts.includes(key)));
}

// Every other case starts with nothing.
function startersOf({ starters }: Subject): fc.Arbitrary<readonly Values[]> {
  const some = starters.map((group) => subarray([...group]));
  return oneof({ weight: some.length, arbitrary: constant<Values[]>([]) }, ...some);
}

/** Values that the schema admits, as near to some as is known; undefined where nothing is known. */
export function fitValues({ model, merge, check }: Subject, values: Values): Values | undefined {
  const fitting = settleValues(model, merge, values);
  return check(merge(fitting)).length === 0 ? fitting : undefined;
}

/** Values that the guards admit, as near to some as is known. */
export function admitValues({ parts, merge, check, evaluate }: Subject, values: Values): Values {
  return mendValues(values, {
    parts,
    isValid: (some) => check(merge(some)).length === 0,
    evaluate: (some) => evaluate(some, { alias: "c0", release: PLAIN_RELEASE }),
  });
}
