/** Which values a user must set, in the types of models: those without a default that are not optional. */
import type { Static, TArray, TObject, TOptional, TRecord, TSchema, TUnsafe } from "typebox";
import type { ReferenceFor } from "./references.ts";

/** The model of a value without a default; the mark is in the type alone. */
export type Needed<M> = M & { readonly "~needed": true };

/** The model of an object with a default of its own, be its fields as they may; the mark is in the type alone. */
export type Defaulted<M> = M & { readonly "~needed": false };

/** The model of a text or of an object, which is kept for its fields; in the type alone. */
export type OrString<M extends TObject> = TUnsafe<string | Static<M>> & { readonly "~object": M };

/** Options of a model that have no default. */
export type WithoutDefault<O> = Omit<O, "default"> & { readonly default?: never };

/** Whether a value must be set: an object must where one of its fields must. */
type IsNeeded<M> =
  M extends TOptional<TSchema>
    ? false
    : M extends { readonly "~needed": infer Is }
      ? Is
      : M extends TObject<infer P>
        ? true extends { [K in keyof P]: IsNeeded<P[K]> }[keyof P]
          ? true
          : false
        : false;

type NeededKeys<P> = { [K in keyof P]: IsNeeded<P[K]> extends true ? K : never }[keyof P];

/** What a stage sets of the values of a model: what has a default may be left out, at any depth; with references. */
export type OptionsOf<M> =
  M extends TObject<infer P>
    ?
        | Flat<
            { readonly [K in NeededKeys<P>]: OptionsOf<P[K]> } & {
              readonly [K in Exclude<keyof P, NeededKeys<P>>]?: OptionsOf<P[K]> | undefined;
            }
          >
        | ReferenceFor<P>
    : M extends TRecord<string, infer E>
      ? { readonly [name: string]: OptionsOf<E> }
      : M extends TArray<infer E>
        ? readonly OptionsOf<E>[]
        : M extends { readonly "~object": infer E }
          ? string | OptionsOf<E>
          : M extends TSchema
            ? Static<M>
            : never;

/** The fields of an intersection as those of one object, which an editor shows as such. */
type Flat<T> = T extends infer One ? { [K in keyof One]: One[K] } : never;
