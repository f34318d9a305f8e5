/** What references in whole objects can name of a chart: of its release, its pods, its claims and its Services. */

import type { ServiceAddress } from "../../../chart/stage-contract.ts";
import { release } from "../../../expression/built-in.ts";
import { Define } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import type { Input } from "../../../manifest/input.ts";
import type { Strings } from "../names.ts";

/** The names of one chart; what it has none of is absent or empty. */
export interface Referables {
  readonly release: string;
  readonly namespace: string;
  readonly name: string;
  readonly serviceAccount?: string;
  readonly selectorLabels?: Strings;
  /** The names of claims by the id of their volume. */
  readonly claims?: Strings;
  /** What the names of the claims of replicas start with, by the id of their volume; a dash and the number follow. */
  readonly replicaClaims?: Strings;
  readonly address?: ServiceAddress;
  /** The host of the headless Service. */
  readonly headless?: string;
  /** What the names of the pods of replicas start with. */
  readonly pods?: string;
}

const texts: JsonSchema = { type: "object", default: {}, additionalProperties: { type: "string" } };

/** The fields of `Referables`, for variables that hold one. */
export const referables: JsonSchema = {
  type: "object",
  required: ["release", "namespace", "name"],
  properties: {
    release: { type: "string" },
    namespace: { type: "string" },
    name: { type: "string" },
    serviceAccount: { type: "string" },
    selectorLabels: texts,
    claims: texts,
    replicaClaims: texts,
    address: {
      type: "object",
      properties: { host: { type: "string" }, ports: { type: "object", additionalProperties: { type: "integer" } } },
    },
    headless: { type: "string" },
    pods: { type: "string" },
  },
};

/** The names of a chart, as its author gives them. */
export type OwnReferables = {
  readonly [K in keyof Omit<Referables, "release" | "namespace" | "name">]: Input<NonNullable<Referables[K]>>;
};

/** The named template `<chart>.referables`: what references name of the chart. */
export function defineReferables(
  chartName: string,
  { fullname, namespace }: { readonly fullname: Input<string>; readonly namespace: Expression<string> },
  own: OwnReferables,
): Define<Referables> {
  return new Define<Referables>(
    `${chartName}.referables`,
    "object",
    { release: release.name, namespace, name: fullname, ...own } as Input<Referables>,
    "What references in whole objects can name of this chart.",
  );
}
