/** How values models are built: TypeBox schemas, closed, keyed by name, with unions that survive merging. */
import Type, {
  type Static,
  type TBoolean,
  type TObject,
  type TOptional,
  type TRecord,
  type TSchema,
  type TString,
  type TUnsafe,
} from "typebox";
import type { JsonSchema } from "../json-schema.ts";
import { keyLengths, keys, labelValue } from "./formats.ts";
import type { KubernetesTypes } from "./kubernetes/types.ts";
import type { Defaulted, Needed, OrString, WithoutDefault } from "./needed.ts";
import { unionRules as rulesOf } from "./union-rules.ts";

type Properties = Readonly<Record<string, TSchema>>;
type Options = {
  readonly description: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
};

/** A field that may be left out. */
export const optional = Type.Optional;

type BooleanOptions = { readonly description: string; readonly default?: boolean };

/** A boolean. */
export function boolean(options: WithoutDefault<BooleanOptions>): Needed<TBoolean>;
export function boolean(options: BooleanOptions): TBoolean;
export function boolean(options: BooleanOptions): TBoolean {
  return Type.Boolean(options);
}

type EnumOptions<W> = { readonly description: string; readonly default?: W };

/** A string that is one of several words. */
export function enumOf<const W extends string>(
  words: readonly W[],
  options: WithoutDefault<EnumOptions<W>>,
): Needed<TUnsafe<W>>;
export function enumOf<const W extends string>(words: readonly W[], options: EnumOptions<NoInfer<W>>): TUnsafe<W>;
export function enumOf<const W extends string>(words: readonly W[], options: EnumOptions<NoInfer<W>>): TUnsafe<W> {
  return Type.Unsafe<W>({ type: "string", enum: [...words], ...options });
}

type ObjectOptions = Options & { readonly allOf?: readonly object[] };

/** An object with the named fields and no others. */
export function closed<P extends Properties>(properties: P, options: WithoutDefault<ObjectOptions>): TObject<P>;
export function closed<P extends Properties>(properties: P, options: ObjectOptions): Defaulted<TObject<P>>;
export function closed<P extends Properties>(properties: P, options: ObjectOptions): TObject<P> {
  return Type.Object(properties, { additionalProperties: false, ...options });
}

/**
 * A key that must not be set, in the `then` of a rule. Of `false`, Helm prints only that it always fails, but it prints
 * constants: the constant is the reason, which the key's own schema refuses.
 */
export function absent(reason: string): JsonSchema {
  return { const: `absent: ${reason}` };
}

/** A map keyed by name. */
export function mapOf<E extends TSchema>(keyPattern: string, entry: E, options: Options): TRecord<string, E> {
  const patternProperties = { [keyPattern]: entry, ...tooLong(keyLengths[keyPattern]) };
  const schema = { type: "object", patternProperties, additionalProperties: false };
  return Type.Unsafe<Record<string, Static<E>>>({ default: {}, ...schema, ...options }) as never; // the same type, with a key pattern of our own
}

// Not by propertyNames, for which Helm 4 does not report the path of the key.
function tooLong(maxLength: number | undefined): object {
  if (maxLength === undefined) return {};
  return { [`^.{${maxLength + 1},}$`]: { description: `a key of at most ${maxLength} characters`, not: {} } };
}

/** A list. */
export function listOf<E extends TSchema>(
  items: E,
  options: Options & {
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly uniqueItems?: boolean;
    readonly if?: object;
    readonly then?: object;
  },
) {
  return Type.Array(items, { default: [], ...options });
}

/** Labels: keys and values as Kubernetes demands. */
export function labels(options: Options): TRecord<string, TString> {
  return mapOf(keys.qualifiedName, labelValue({ description: "A label's value" }), options);
}

/** Annotations: any text under qualified names. */
export function annotations(options: Options): TRecord<string, TString> {
  return mapOf(keys.qualifiedName, Type.String({ description: "An annotation's value" }), options);
}

/** An object with the schema and type of Kubernetes. */
export function kubernetes<N extends keyof KubernetesTypes>(
  definition: N,
  options: WithoutDefault<Options>,
): Needed<TUnsafe<KubernetesTypes[N]>>;
export function kubernetes<N extends keyof KubernetesTypes>(
  definition: N,
  options: Options,
): TUnsafe<KubernetesTypes[N]>;
export function kubernetes<N extends keyof KubernetesTypes>(
  definition: N,
  options: Options,
): TUnsafe<KubernetesTypes[N]> {
  const schema = { type: "object", ...options, allOf: [{ $ref: `#/definitions/${definition}` }] };
  return Type.Unsafe<KubernetesTypes[N]>(schema);
}

/** A list of objects with the schema and type of Kubernetes. */
export function kubernetesList<N extends keyof KubernetesTypes>(
  definition: N,
  options: Options & { readonly maxItems?: number },
): TUnsafe<readonly KubernetesTypes[N][]> {
  return Type.Unsafe<readonly KubernetesTypes[N][]>({
    type: "array",
    default: [],
    ...options,
    items: { $ref: `#/definitions/${definition}` },
  });
}

/** A string, or an object for what a string cannot express. */
export function stringOr<P extends Properties>(
  object: TObject<P>,
  options: WithoutDefault<Options>,
): Needed<OrString<TObject<P>>>;
export function stringOr<P extends Properties>(object: TObject<P>, options: Options): OrString<TObject<P>>;
export function stringOr<P extends Properties>(object: TObject<P>, options: Options): TSchema {
  return Type.Unsafe<string | Static<TObject<P>>>({ ...object, type: ["string", "object"], ...options });
}

type Branches<B extends Properties> = { readonly [K in keyof B]: TOptional<B[K]> };

/**
 * One of several branches, in addition to common fields. Values files merge, so branches of another file may be left
 * over: `type` names the one that is used. Without it there must be exactly one.
 */
export function union<B extends Properties, C extends Properties>(
  branches: B,
  common: C,
  options: Options & { readonly allOf?: readonly object[] },
): TObject<Branches<B> & C & { readonly type: TOptional<TUnsafe<keyof B & string>> }> {
  const names = Object.keys(branches) as (keyof B & string)[]; // B's own keys
  const fields = Object.fromEntries(Object.entries(branches).map(([name, branch]) => [name, Type.Optional(branch)]));
  const type = enumOf(names, { description: "The field that is used; required if several are set" });
  const properties = { type: Type.Optional(type), ...common, ...fields };
  return closed(properties, { ...options, allOf: [...unionRules(names), ...(options.allOf ?? [])] }) as never; // the fields, by construction
}

/**
 * The rules of a union among the values. An entry with `enabled: false` needs no branch: in another values file it may
 * be a string.
 */
export function unionRules(names: readonly string[]): readonly object[] {
  return rulesOf(names, { properties: { enabled: { const: false } }, required: ["enabled"] });
}
