/** The model of stateful-stage. */
import type { Chart } from "../../chart/define-chart.ts";
import { AddressableStage, type NamesPorts } from "../../stage/addressable-stage.ts";
import type { WithReferences } from "../../stage/references.ts";
import type { Overrides } from "../../values/overrides.ts";
import { statefulStage } from "./chart.ts";
import type { StatefulStageValues } from "./values.ts";

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
