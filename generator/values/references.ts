/** References between the parts of a pipeline: instances, which become names once the pipeline knows them. */

// Their own fields have other names than those of the objects that they represent: editors show no comment for a field
// that both have.

/** A volume of a volume stage: used where values have `pipelineVolume: {stage, volume}`. */
export class VolumeReference {
  /** The model that makes the claim. */
  readonly owner: object;
  /** The fields of the value besides the stage. */
  readonly rest: { readonly volume: string };

  constructor(owner: object, volume: string) {
    this.owner = owner;
    this.rest = { volume };
  }
}

/** How a container reads an address: the host, host:port, or http://host:port. */
export type AddressFormat = "host" | "hostPort" | "url";

/** The address of a stage's Service: used where values have `fromService: {stage, port, format}`. */
export class AddressReference {
  /** The model that makes the Service. */
  readonly owner: object;
  /** The fields of the value besides the stage. */
  readonly rest: { readonly port?: string; readonly format: AddressFormat };

  constructor(owner: object, port: string | undefined, format: AddressFormat) {
    this.owner = owner;
    this.rest = port === undefined ? { format } : { port, format };
  }
}

/** Values in which references may replace the stages that they name: in fields of these names, not in a map. */
export type WithReferences<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]: WithReferences<T[K]> } | ReferenceFor<T>
    : T;

/** The reference that may stand for an object with these fields, if any. */
export type ReferenceFor<T> =
  | (Names<T, "stage" | "volume"> extends true ? VolumeReference : never)
  | (Names<T, "stage" | "format"> extends true ? AddressReference : never);

/** Whether an object has fields of these names, rather than entries of any name. */
type Names<T, K extends string> = string extends keyof T ? false : [K] extends [keyof T] ? true : false;

/** Replaces references in values; `nameOf` returns the stage's name of a model. */
export function resolveReferences(value: unknown, nameOf: (owner: object) => string): unknown {
  if (value instanceof VolumeReference || value instanceof AddressReference) {
    return { stage: nameOf(value.owner), ...value.rest };
  }
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, nameOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolveReferences(entry, nameOf)]));
}
