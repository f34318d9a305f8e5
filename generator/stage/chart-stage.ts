/** Stages of any chart, including your own: their values have the types of the chart's model. */
import type { Chart } from "../chart/define-chart.ts";
import type { Overrides } from "../values/overrides.ts";
import { type AddressFormat, AddressReference, VolumeReference, type WithReferences } from "../values/references.ts";
import { type Dependencies, Stage } from "./stage.ts";

/** What an environment may set of a stage of a chart: the chart's values, with references to other stages. */
export type ChartStageValues<V> = WithReferences<Overrides<V>>;

/**
 * A stage that a chart renders; the chart must have a stage contract (`defineChart({ stage: ... })`).
 *
 * @example const collector = new ChartStage(collectorChart, { image: { repository: "fluent-bit", tag: "4.0" },
 * dependsOn: ["store"] });
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class ChartStage<
  V extends object,
  Upstream extends string = never,
  O extends object = ChartStageValues<V>,
> extends Stage<Upstream, ChartStageValues<V>> {
  readonly #chart: Chart<V, O>;
  readonly #upstream: readonly Upstream[];

  constructor(chart: Chart<V, O>, options: O & Dependencies<Upstream>) {
    const { dependsOn, ...values } = options;
    super(values);
    this.#chart = chart;
    this.#upstream = dependsOn ?? [];
    this.validate();
  }

  override get chart(): Chart<V, O> {
    return this.#chart;
  }

  override get dependsOn(): readonly Upstream[] {
    return this.#upstream;
  }

  /**
   * A reference to the address of its Service, for a container that reads it; `port` is needed for all formats but
   * host.
   *
   * @throws TypeError where the chart has no `stage.address`
   */
  address(format?: "host"): AddressReference;
  address(format: "hostPort" | "url", port: string): AddressReference;
  address(format: AddressFormat = "host", port?: string): AddressReference {
    this.#demand("address");
    return new AddressReference(this, port, format);
  }

  /**
   * A reference to one of its volumes, for a stage that mounts it.
   *
   * @throws TypeError where the chart has no `stage.claims`
   */
  volume(id: string): VolumeReference {
    this.#demand("claims");
    return new VolumeReference(this, id);
  }

  #demand(part: "address" | "claims"): void {
    const { name, stage } = this.#chart;
    if (stage?.[part] === undefined)
      throw new TypeError(
        `Cannot refer to a stage of chart ${name}: expected the chart to have stage.${part}, got none`,
      );
  }
}
