/** The model of service-stage. */
import type { Chart } from "../../chart/define-chart.ts";
import { AddressableStage, type NamesPorts } from "../../stage/addressable-stage.ts";
import type { WithReferences } from "../../stage/references.ts";
import type { Overrides } from "../../values/overrides.ts";
import { serviceStage } from "./chart.ts";
import type { ServiceStageValues } from "./values.ts";

/** What a service may set: the values of its chart, with references between stages. */
export type ServiceStageOptions = WithReferences<Overrides<ServiceStageValues>>;

/**
 * Replicas that are all alike behind a Service.
 *
 * @example
 * new ServiceStage({ image: { repository: "nginx", tag: "1.29" }, ports: { http: { containerPort: 8080 } } })
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class ServiceStage<Upstream extends string = never, Port extends string = string> extends AddressableStage<
  Upstream,
  Port
> {
  readonly #upstream: readonly Upstream[];

  constructor(options: ServiceStageOptions & NamesPorts<Port> & { readonly dependsOn?: readonly Upstream[] }) {
    const { dependsOn, ...values } = options;
    super(values);
    this.#upstream = dependsOn ?? [];
    this.validate();
  }

  override get chart(): Chart {
    return serviceStage;
  }

  override get dependsOn(): readonly Upstream[] {
    return this.#upstream;
  }
}
