/** The type of a manifest: a Kubernetes type with an expression allowed at any depth. */

import type { Expression } from "../expression/expression.ts";
import type { Bind, Choice, ForEach, Guard, When } from "../expression/part.ts";
import type { Scalar } from "../expression/reference.ts";
import type { Yield } from "./yield.ts";

/** `T`, with an expression, a choice or a variable in place of any part of it. */
export type Input<T> = Expression<Yield<T>> | Choice<Input<T>> | Bind<Input<T>> | InputParts<T>;

/** A part as a literal, with expressions inside. */
export type InputParts<T> = T extends Scalar
  ? T
  : T extends readonly (infer U)[]
    ? readonly InputItem<U>[]
    : { readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? InputField<T[K]> : Input<T[K]> };

/** An optional field: it may also be conditional, or an expression that may be absent. */
type InputField<T> = Input<T> | Expression<Yield<T> | undefined> | OptionalField<T>;

/** A conditional field, perhaps with variables around the condition. */
type OptionalField<T> = When<Input<T>> | Bind<OptionalField<T>>;

/** An item of a list: it may also be conditional or repeated. */
export type InputItem<T> = Input<T> | When<InputItem<T>> | ForEach<InputItem<T>> | Bind<InputItem<T>>;

/** The fields that all Kubernetes objects have; an author types each by its kind (`Input<Job>`). */
export interface KubernetesManifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: unknown;
}

/** One document or several of a template file, each perhaps conditional or repeated. */
export type Documents =
  | KubernetesManifest
  | Expression<unknown>
  | When<unknown>
  | Choice<unknown>
  | ForEach<unknown>
  | Bind<unknown>
  | Guard
  | readonly Documents[];
