/** The model of batch-job. */
import type { Chart } from "../../chart/define-chart.ts";
import { type Dependencies, Stage } from "../../stage/stage.ts";
import { batchJob } from "./chart.ts";
import type { BatchJobOptions, BatchJobOverrides } from "./options.ts";

/**
 * A task that runs to completion, once or on a schedule.
 *
 * @example
 * new BatchJob({ image: { repository: "busybox", tag: "1.36" }, command: ["date"] })
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class BatchJob<Upstream extends string = never> extends Stage<Upstream, BatchJobOverrides> {
  readonly #upstream: readonly Upstream[];

  constructor(options: BatchJobOptions & Dependencies<Upstream>) {
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
