/** The type of a values file: what a user may set of a model. */

/** `T` with every field optional, at any depth; lists are replaced, so an item is whole. */
export type Overrides<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Overrides<T[K]> | undefined }
    : T;
