/** The content of objects that users write whole: any data, in which references may stand. */
import type { JsonSchema } from "../../json-schema.ts";
import { DEFINITIONS } from "./list-references.ts";

/** The key that makes a map a reference. */
export const FROM = "$from";

/** What a reference can name: of the release, of a chart, of its pods, of its claims and of its Services. */
export const REFERABLE = [
  "release",
  "namespace",
  "name",
  "serviceAccount",
  "selectorLabels",
  "claim",
  "host",
  "hostPort",
  "url",
  "headless",
] as const;

/** What a reference can name. */
export type Referable = (typeof REFERABLE)[number];

const TEXTS = REFERABLE.filter((what) => what !== "selectorLabels");

/** The keys of a reference, and what each needs: a value of `what` with which alone it may stand. */
export const KEYS_OF: Readonly<Record<"volume" | "port" | "replica", readonly Referable[]>> = {
  volume: ["claim"],
  port: ["hostPort", "url"],
  replica: ["claim", "headless"],
};

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({ type: "string", ...more, description });
const where = (what: readonly Referable[], then: JsonSchema, otherwise: JsonSchema): JsonSchema => ({
  if: { properties: { what: { enum: what } }, required: ["what"] },
  then,
  else: otherwise,
});
const absent = (key: string, reason: string): JsonSchema => ({
  properties: { [key]: { const: `absent: ${reason}` } },
});

/** A reference that stands for one of some kinds of value. */
function reference(what: readonly Referable[]): JsonSchema {
  return {
    description: "What the release, this chart or another stage is called",
    type: "object",
    additionalProperties: false,
    required: ["what"],
    properties: {
      stage: text("A stage or volume of the pipeline; absent: this chart itself", { minLength: 1 }),
      what: { type: "string", enum: what, description: "What it stands for: a text, or with selectorLabels a map" },
      volume: text("Id of the volume of a claim", { minLength: 1 }),
      port: text("Name of a port of the Service, for hostPort and url", { minLength: 1 }),
      replica: {
        type: "integer",
        minimum: 0,
        maximum: 1_000_000,
        description: "Number of a replica, for its address (headless) or its claim",
      },
      prefix: text("Text before it"),
      suffix: text("Text after it"),
    },
    allOf: [
      where(KEYS_OF.volume, { required: ["volume"] }, absent("volume", "only a claim has a volume")),
      where(KEYS_OF.port, { required: ["port"] }, absent("port", "only hostPort and url have a port")),
      where(KEYS_OF.replica, {}, absent("replica", "only claim and headless have replicas")),
      where(TEXTS, {}, absent("prefix", "selectorLabels are a map")),
      where(TEXTS, {}, absent("suffix", "selectorLabels are a map")),
    ],
  };
}

/** A part of an object: any (`ObjectPart`), or a reference to any value, to a text or to labels. */
export function objectPart(name: keyof typeof objectParts): JsonSchema {
  return { $ref: `${DEFINITIONS}${name}` };
}

const alone: JsonSchema = { if: { required: [FROM] }, then: { maxProperties: 1 } };

/** The definitions of parts of objects, by name. */
export const objectParts = {
  ObjectPart: {
    description: "A part of the object; a map with the single key $from is a reference",
    properties: { [FROM]: { $ref: `${DEFINITIONS}ObjectPartReference` } },
    additionalProperties: { $ref: `${DEFINITIONS}ObjectPart` },
    items: { $ref: `${DEFINITIONS}ObjectPart` },
    ...alone,
  },
  ObjectPartReference: reference(REFERABLE),
  ObjectPartText: reference(TEXTS),
  ObjectPartLabels: reference(["selectorLabels"]),
} as const satisfies Readonly<Record<string, JsonSchema>>;
