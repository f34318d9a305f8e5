/** The model of service-stage. */
import type { Chart } from "../chart/define-chart.ts";
import { serviceStage } from "../library/service-stage/chart.ts";
import type { ServiceStageValues } from "../library/service-stage/values.ts";
import type { Overrides } from "../values/overrides.ts";
import { type AddressFormat, AddressReference, type WithReferences } from "./references.ts";
import { Stage } from "./stage.ts";

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
export class ServiceStage<Upstream extends string = never> extends Stage<Upstream> {
  readonly #upstream: readonly Upstream[];

  constructor(options: ServiceStageOptions & { readonly dependsOn?: readonly Upstream[] }) {
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

  /** A reference to the Service's address, for a container that reads it; `port` is needed for all formats but host. */
  address(format?: "host"): AddressReference;
  address(format: "hostPort" | "url", port: string): AddressReference;
  address(format: AddressFormat = "host", port?: string): AddressReference {
    return new AddressReference(this, port, format);
  }
}
