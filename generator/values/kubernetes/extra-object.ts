/** Objects that users write whole: the schema knows what all kinds have, and the references in them. */
import type { JsonSchema } from "../../json-schema.ts";
import { forms } from "../patterns/patterns.ts";
import { FROM, objectPart, objectParts } from "./object-parts.ts";

// A reference stands for a part of an object, not for all of it.
const noReference: JsonSchema = { const: "absent: a reference stands for a text or labels, not for an object" };

/** A text, or a reference in its place. */
function textOrReference(description: string, text: JsonSchema): JsonSchema {
  return {
    description,
    type: ["string", "object"],
    ...text,
    properties: { [FROM]: objectPart("ObjectPartText") },
    additionalProperties: false,
    required: [FROM],
  };
}

/** A map of texts, or a reference to labels in its place. */
function texts(description: string, value: JsonSchema): JsonSchema {
  return {
    description,
    type: "object",
    properties: { [FROM]: objectPart("ObjectPartLabels") },
    patternProperties: { [forms.qualifiedName.pattern]: value },
    additionalProperties: false,
    if: { required: [FROM] },
    then: { maxProperties: 1 },
  };
}

const metadata: JsonSchema = {
  description: "Metadata",
  type: "object",
  required: ["name"],
  properties: {
    [FROM]: noReference,
    name: textOrReference("Name", { maxLength: 253, pattern: forms.subdomain.pattern }),
    namespace: textOrReference("Namespace; absent: the release's", { pattern: forms.label.pattern }),
    labels: texts("Labels", textOrReference("A label's value", { maxLength: 63, pattern: forms.labelValue.pattern })),
    annotations: texts("Annotations", textOrReference("An annotation's value", {})),
  },
  additionalProperties: objectPart("ObjectPart"),
};

const extraObject: JsonSchema = {
  description: "A complete Kubernetes object; a map with the single key $from stands for a part of it",
  type: "object",
  required: ["apiVersion", "kind", "metadata"],
  properties: {
    [FROM]: noReference,
    enabled: { type: "boolean", description: "Whether the chart creates the object", default: true },
    apiVersion: { type: "string", minLength: 1, description: "API version" },
    kind: { type: "string", minLength: 1, description: "Kind" },
    metadata,
  },
  additionalProperties: objectPart("ObjectPart"),
};

/** The definitions of whole objects and of their parts, by name. */
export const objectDefinitions: Readonly<Record<string, JsonSchema>> = { ...objectParts, ExtraObject: extraObject };
