/** The model of batch-job. */
import type { Chart } from "../../chart/define-chart.ts";
import type { WithReferences } from "../../stage/references.ts";
import { Stage } from "../../stage/stage.ts";
import type { Overrides } from "../../values/overrides.ts";
import { batchJob } from "./chart.ts";
import type { BatchJobValues } from "./values.ts";

/** What a batch job may set: the values of its chart, with references between stages. */
export type BatchJobOptions = WithReferences<Overrides<BatchJobValues>>;

/**
 * A task that runs to its end, once or by a schedule.
 *
 * @example
 * new BatchJob({ image: { repository: "busybox", tag: "1.36" }, command: ["date"] })
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class BatchJob<Upstream extends string = never> extends Stage<Upstream> {
  readonly #upstream: readonly Upstream[];

  constructor(options: BatchJobOptions & { readonly dependsOn?: readonly Upstream[] }) {
    const { dependsOn, ...values } = options;
    super(values);
    this.#upstream = dependsOn ?? [];
    this.validate();
  }

  override get chart(): Chart {
    return batchJob;
  }

  override get dependsOn(): readonly Upstream[] {
    return this.#upstream;
  }
}
