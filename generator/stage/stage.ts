/** Stages: models of the values of a chart, checked when they are made. */
import { Model } from "@kubernetes-models/base";
import type { Chart } from "../chart/define-chart.ts";
import { isPlainObject } from "../expression/expression.ts";
import type { JsonSchema } from "../json-schema.ts";
import { nearest } from "../nearest.ts";
import { resolveReferences } from "../values/references.ts";
import { type ValueProblem, ValuesError, validateValues } from "../values/validate-values.ts";

declare const OVERRIDES: unique symbol;

/** What every stage may declare about its dependencies. */
export interface Dependencies<Upstream extends string> {
  /** Names of the stages that must have succeeded, or be ready, before this one starts */
  readonly dependsOn?: readonly Upstream[] | undefined;
}

/** What environments may set of a stage: a type only, because there is no such field. */
export interface Overridable<Overrides> {
  readonly [OVERRIDES]?: Overrides;
}

/**
 * A part of a pipeline that one chart renders. `Upstream` are the names of its dependencies, `Overrides` is what
 * environments may set of its values.
 */
export abstract class Stage<Upstream extends string = string, Overrides extends object = object>
  extends Model<object>
  implements Overridable<Overrides>
{
  declare readonly [OVERRIDES]?: Overrides;
  // Not properties of the stage: a chart may call its values as it likes, and one called `chart` would hide the member.
  readonly #values: object;

  constructor(values: object) {
    super();
    this.#values = copyDefined(values);
  }

  /** The chart of the stage. */
  abstract get chart(): Chart;
  /** The names of the stages that must have succeeded, or be ready, before this one starts. */
  abstract get dependsOn(): readonly Upstream[];

  /** The stage's values, with references in them. */
  get values(): object {
    return this.toJSON();
  }

  override toJSON(): object {
    return copyDefined(this.#values);
  }

  /** @throws ValuesError when the chart's schema refuses the values */
  override validate(): void {
    const { schema } = this.chart;
    const values = resolveReferences(this.values, () => "stage");
    const problems = validateValues(schema, values).map((problem) => explainDependsOn(problem, schema));
    if (problems.length > 0) throw new ValuesError(`the values of a ${this.chart.name}`, problems);
  }
}

// The one option of a stage that is no value of its chart: the schema does not know it.
function explainDependsOn(problem: ValueProblem, { properties = {} }: JsonSchema): ValueProblem {
  const { path } = problem;
  if (Object.hasOwn(properties, path) || nearest(path, ["dependsOn", ...Object.keys(properties)]) !== "dependsOn")
    return problem;
  return { path, message: 'unknown key, did you mean "dependsOn"?' };
}

/** A copy of plain data without what is undefined; instances, such as references, are kept as they are. */
function copyDefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyDefined) as T; // the items stay what they are
  if (typeof value !== "object" || value === null || !isPlainObject(value)) return value;
  const defined = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(defined.map(([key, entry]) => [key, copyDefined(entry)])) as T; // likewise the fields
}
