/** The model of service-stage. */
import type { Chart } from "../../chart/define-chart.ts";
import { AddressableStage } from "../../stage/addressable-stage.ts";
import type { Dependencies } from "../../stage/stage.ts";
import { serviceStage } from "./chart.ts";
import type { ServiceStageOptions, ServiceStageOverrides } from "./options.ts";

/**
 * Identical replicas behind a Service.
 *
 * @example
 * new ServiceStage({ image: { repository: "nginx", tag: "1.29" }, ports: { http: { containerPort: 8080 } } })
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class ServiceStage<Upstream extends string = never, Port extends string = string> extends AddressableStage<
  Upstream,
  ServiceStageOverrides,
  Port
> {
  readonly #upstream: readonly Upstream[];

  constructor(options: ServiceStageOptions<Port> & Dependencies<Upstream>) {
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
