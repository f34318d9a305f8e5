/** What tests of types compare by. There is nothing to run. */
import type { AddressReference, VolumeReference } from "../../generator/values/references.ts";

/** Whether two types are the same, not only assignable to one another. Below the third level of a mapped type it guesses. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile unless what it is given is true. */
export const assertType = <_ extends true>(): void => {};

/**
 * A type of data as words, one for each place that holds no object: `ports.*?.containerPort? number`. Unlike objects, they
 * are compared at any depth. Whether a part is read-only counts no more.
 */
export type Places<T, P extends string = ""> = T extends string
  ? `${P} ${string extends T ? "string" : `"${T}"`}`
  : T extends number
    ? `${P} number`
    : T extends boolean
      ? `${P} boolean`
      : T extends VolumeReference
        ? `${P} VolumeReference`
        : T extends AddressReference
          ? `${P} AddressReference`
          : T extends readonly (infer U)[]
            ? Places<U, `${P}[]`>
            : { [K in keyof T]-?: Places<Exclude<T[K], undefined>, `${P}.${Key<K>}${Mark<T, K>}`> }[keyof T];

type Key<K> = K extends string | number ? (string extends K ? "*" : K) : never;
type Mark<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? "?" : "";

/** The same without the marks of optional fields. */
export type Unmarked<W extends string> = W extends `${infer A}?${infer B}` ? Unmarked<`${A}${B}`> : W;
