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

/** What a reference in a whole object says besides the stage. */
export interface ReferenceFields {
  readonly what: string;
  readonly volume?: string;
  readonly port?: string;
  readonly replica?: number;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A name or an address, for a text in a whole object: used where values have `{ $from: {...} }`. */
export class TextReference {
  /** The model of the stage; absent: the chart that has the object. */
  readonly owner: object | undefined;
  readonly rest: ReferenceFields;

  constructor(owner: object | undefined, rest: ReferenceFields) {
    this.owner = owner;
    this.rest = rest;
  }

  /** The same with text before it and after it. */
  with({ prefix, suffix }: { readonly prefix?: string; readonly suffix?: string }): TextReference {
    const texts = { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
    return new TextReference(this.owner, { ...this.rest, ...texts });
  }
}

/** The selector labels of pods, for a map of texts in a whole object. */
export class LabelsReference {
  /** The model of the stage; absent: the chart that has the object. */
  readonly owner: object | undefined;
  readonly rest = { what: "selectorLabels" } as const;

  constructor(owner: object | undefined) {
    this.owner = owner;
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

/** The key of values below which objects are whole. */
const WHOLE = "extraObjects";

/** Returns the stage's name of a model, whose reference is at a path below the values. */
export type NameOf = (owner: object, path: string) => string;

/** Replaces references in values; `path` is that of the value. */
export function resolveReferences(value: unknown, nameOf: NameOf, path = "", isInObject = false): unknown {
  if (isInObject && isReference(value)) return { $from: fieldsOf(value, nameOf, path) };
  if (value instanceof VolumeReference || value instanceof AddressReference) {
    return { stage: nameOf(value.owner, path), ...value.rest };
  }
  const below = (key: string | number): string => (path === "" ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((item, i) => resolveReferences(item, nameOf, below(i), isInObject));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    return [key, resolveReferences(entry, nameOf, below(key), isInObject || key === WHOLE)] as const;
  });
  return Object.fromEntries(entries);
}

type AnyReference = VolumeReference | AddressReference | TextReference | LabelsReference;

function isReference(value: unknown): value is AnyReference {
  return [VolumeReference, AddressReference, TextReference, LabelsReference].some((known) => value instanceof known);
}

// In a whole object, a volume is the name of its claim, and an address is a text of its format.
function fieldsOf({ owner, rest }: AnyReference, nameOf: NameOf, path: string): object {
  const stage = owner === undefined ? {} : { stage: nameOf(owner, path) };
  if ("volume" in rest && !("what" in rest)) return { ...stage, what: "claim", ...rest };
  if (!("format" in rest)) return { ...stage, ...rest };
  const { format, ...port } = rest;
  return { ...stage, what: format, ...port };
}
