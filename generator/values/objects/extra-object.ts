/** The types of objects that users write whole: those of their kinds, with references in the place of texts. */
import type { ObjectMeta } from "kubernetes-types/meta/v1.d.ts";
import type { AddressReference, LabelsReference, TextReference, VolumeReference } from "../references.ts";
import type { KnownKinds } from "./known-kinds.ts";

/** A reference that stands for a text: a name, an address, or the name of a volume's claim. */
export type ObjectText = TextReference | AddressReference | VolumeReference;

/** A part of an object, in which references may replace texts, and selector labels maps of texts. */
export type ObjectPart<T> = T extends string
  ? string extends T
    ? string | ObjectText
    : T
  : T extends readonly (infer E)[]
    ? readonly ObjectPart<E>[]
    : T extends object
      ? ObjectFields<T> | (string extends keyof T ? LabelsReference : never)
      : T;

type ObjectFields<T> = {
  readonly [K in keyof T]: ObjectPart<T[K]> | (Record<never, never> extends Pick<T, K> ? undefined : never);
};

/** A part of an object of which a values file sets some fields. */
export type ObjectPartOverrides<T> = T extends string
  ? ObjectPart<T>
  : T extends readonly unknown[]
    ? ObjectPart<T>
    : T extends object
      ?
          | { readonly [K in keyof T]?: ObjectPartOverrides<T[K]> | undefined }
          | (string extends keyof T ? LabelsReference : never)
      : T;

/** The metadata of an object. */
export type ExtraObjectMetadata = ObjectFields<Omit<ObjectMeta, "name">> & {
  /** Its name, in full */
  readonly name: string | ObjectText;
};

/** What the chart reads of an object itself. */
interface Switch {
  /**
   * Whether the chart creates the object
   * @default true
   */
  readonly enabled?: boolean | undefined;
}

/** The fields that an object has besides its kind and its metadata; nobody sets its status. */
type Content<T> = Omit<T, "apiVersion" | "kind" | "metadata" | "status">;

type ObjectOf<K extends keyof KnownKinds> = K extends `${infer Version} ${infer Kind}`
  ? AnyObject & { readonly apiVersion: Version; readonly kind: Kind } & ObjectFields<Content<KnownKinds[K]>>
  : never;

type OverridesOf<K extends keyof KnownKinds> = K extends `${infer Version} ${infer Kind}`
  ? Switch & {
      /** Group and version of its API, such as `apps/v1` */
      readonly apiVersion?: Version | undefined;
      /** Its kind, such as `ConfigMap` */
      readonly kind?: Kind | undefined;
      /** Its name, labels and annotations, to which the chart adds labels */
      readonly metadata?: ObjectPartOverrides<ObjectMeta> | undefined;
    } & { readonly [F in keyof Content<KnownKinds[K]>]?: ObjectPartOverrides<Content<KnownKinds[K]>[F]> | undefined }
  : never;

declare const CUSTOM: unique symbol;

/** An object of a kind that Kubernetes itself does not have, or a part of one. */
export type Custom<T extends object = object> = T & { readonly [CUSTOM]: true };

/** What each object has, of whatever kind. */
export interface AnyObject extends Switch {
  /** Group and version of its API, such as `apps/v1` */
  readonly apiVersion: string;
  /** Its kind, such as `ConfigMap` */
  readonly kind: string;
  /** Its name, labels and annotations, to which the chart adds labels */
  readonly metadata: ExtraObjectMetadata;
}

/** An object that a stage or a pipeline adds: of a kind of Kubernetes, or `custom({...})`. */
export type ExtraObjectOptions = { [K in keyof KnownKinds]: ObjectOf<K> }[keyof KnownKinds] | Custom<AnyObject>;

/** What a values file sets of such an object. */
export type ExtraObjectOverrides = { [K in keyof KnownKinds]: OverridesOf<K> }[keyof KnownKinds] | Custom;

/**
 * An object of a kind that Kubernetes itself does not have, such as a PodMonitor, for `extraObjects`; in an environment,
 * the fields of it that differ.
 *
 * @example custom({ apiVersion: "monitoring.coreos.com/v1", kind: "PodMonitor", metadata: { name: "load" }, spec: {} })
 */
export function custom<const T extends object>(object: T): Custom<T> {
  return object as Custom<T>; // the mark is in the type alone
}
