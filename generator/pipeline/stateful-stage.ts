/** The model of stateful-stage. */
import type { Chart } from "../chart/define-chart.ts";
import { statefulStage } from "../library/stateful-stage/chart.ts";
import type { StatefulStageValues } from "../library/stateful-stage/values.ts";
import type { Overrides } from "../values/overrides.ts";
import { type AddressFormat, AddressReference, type WithReferences } from "./references.ts";
import { Stage } from "./stage.ts";

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
export class StatefulStage<Upstream extends string = never> extends Stage<Upstream> {
  readonly #upstream: readonly Upstream[];

  constructor(options: StatefulStageOptions & { readonly dependsOn?: readonly Upstream[] }) {
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

  /** A reference to the Service's address, for a container that reads it; `port` is needed for all formats but host. */
  address(format?: "host"): AddressReference;
  address(format: "hostPort" | "url", port: string): AddressReference;
  address(format: AddressFormat = "host", port?: string): AddressReference {
    return new AddressReference(this, port, format);
  }
}
