/** What an expression may yield where a Kubernetes type is wanted. */
import type { Scalar } from "../expression/reference.ts";

/** What an expression must yield in place of `T`: lists may be read-only, and objects are as values hold them. */
export type Yield<T> = T extends readonly (infer U)[]
  ? readonly Yield<U>[]
  : T extends Scalar
    ? T
    : { readonly [K in keyof T]: Held<T[K]> };

/**
 * A part of an object. A quantity is a string in `kubernetes-types`; values may hold a number, which Kubernetes reads
 * too.
 */
type Held<T> = T extends readonly (infer U)[]
  ? Held<U>[] | readonly Held<U>[]
  : T extends string
    ? T | (string extends T ? number : never)
    : T extends Scalar
      ? T
      : { readonly [K in keyof T]: Held<T[K]> };
