/** Stages with a Service, whose address other stages may read. */
import { type AddressFormat, AddressReference } from "./references.ts";
import { Stage } from "./stage.ts";

/** A stage that others reach by the address of its Service. */
export abstract class AddressableStage<Upstream extends string = string> extends Stage<Upstream> {
  /** A reference to the Service's address, for a container that reads it; `port` is needed for all formats but host. */
  address(format?: "host"): AddressReference;
  address(format: "hostPort" | "url", port: string): AddressReference;
  address(format: AddressFormat = "host", port?: string): AddressReference {
    return new AddressReference(this, port, format);
  }
}
