/** Stages with a Service, whose address other stages may read. */
import { type AddressFormat, AddressReference } from "../values/references.ts";
import { Stage } from "./stage.ts";

/** A stage that others reach by the address of its Service; `Port` are the names of its ports. */
export abstract class AddressableStage<
  Upstream extends string = string,
  Overrides extends object = object,
  Port extends string = string,
> extends Stage<Upstream, Overrides> {
  /** A reference to the Service's address, for a container that reads it; `port` is needed for all formats but host. */
  address(format?: "host"): AddressReference;
  address(format: "hostPort" | "url", port: Port): AddressReference;
  address(format: AddressFormat = "host", port?: Port): AddressReference {
    return new AddressReference(this, port, format);
  }
}
