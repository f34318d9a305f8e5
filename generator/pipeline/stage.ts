/** Stages: models of the values of a library chart, checked when they are made. */
import { Model } from "@kubernetes-models/base";
import type { Chart } from "../chart/define-chart.ts";
import { ValuesError, validateValues } from "../values/validate-values.ts";
import { resolveReferences } from "./references.ts";

/** A part of a pipeline that one library chart renders. `Upstream` are the names of the stages that it waits for. */
export abstract class Stage<Upstream extends string = string> extends Model<object> {
  /** The library chart of the stage. */
  abstract get chart(): Chart;
  /** The names of the stages that must have succeeded, or be ready, before this one starts. */
  abstract get dependsOn(): readonly Upstream[];

  /** The stage's values, with references in them. */
  get values(): object {
    return this.toJSON() as object; // Model copies the fields of an object
  }

  /** @throws ValuesError when the chart's schema refuses the values */
  override validate(): void {
    const problems = validateValues(
      this.chart.schema,
      resolveReferences(this.values, () => "stage"),
    );
    if (problems.length > 0) throw new ValuesError(`the values of a ${this.chart.name}`, problems);
  }
}
