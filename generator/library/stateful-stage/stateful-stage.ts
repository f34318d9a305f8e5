/** The model of stateful-stage. */
import type { Chart } from "../../chart/define-chart.ts";
import { AddressableStage } from "../../stage/addressable-stage.ts";
import type { Dependencies } from "../../stage/stage.ts";
import { statefulStage } from "./chart.ts";
import type { StatefulStageOptions, StatefulStageOverrides } from "./options.ts";

/**
 * Replicas with storage and a network identity of their own.
 *
 * @example
 * new StatefulStage({ image: { repository: "postgres", tag: "17" }, ports: { postgres: { containerPort: 5432 } } })
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class StatefulStage<Upstream extends string = never, Port extends string = string> extends AddressableStage<
  Upstream,
  StatefulStageOverrides,
  Port
> {
  readonly #upstream: readonly Upstream[];

  constructor(options: StatefulStageOptions<Port> & Dependencies<Upstream>) {
    const { dependsOn, ...values } = options;
    super(values);
    this.#upstream = dependsOn ?? [];
    this.validate();
  }

  override get chart(): Chart {
    return statefulStage;
  }

  override get dependsOn(): readonly Upstream[] {
    return this.#upstream;
  }
}
