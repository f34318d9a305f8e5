/** The model of stateful-stage. */
import type { Chart } from "../chart/define-chart.ts";
import { statefulStage } from "../library/stateful-stage/chart.ts";
import type { StatefulStageValues } from "../library/stateful-stage/values.ts";
import type { Overrides } from "../values/overrides.ts";
import { AddressableStage, type NamesPorts } from "./addressable-stage.ts";
import type { WithReferences } from "./references.ts";

/** What a stateful stage may set: the values of its chart, with references between stages. */
export type StatefulStageOptions = WithReferences<Overrides<StatefulStageValues>>;

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
  Port
> {
  readonly #upstream: readonly Upstream[];

  constructor(options: StatefulStageOptions & NamesPorts<Port> & { readonly dependsOn?: readonly Upstream[] }) {
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
