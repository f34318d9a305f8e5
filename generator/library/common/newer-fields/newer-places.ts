/** Where the values of a model have fields that older clusters lack. */
import { entrySchemaOf } from "../../../expression/reference.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import { oncePer } from "../../../once-per.ts";
import { kubernetesDefinitions } from "../../../values/kubernetes/definitions.ts";
import { DEFINITIONS } from "../../../values/kubernetes/list-references.ts";
import { NEWER_FIELDS, type NewerField } from "../../../values/kubernetes/newer-fields.ts";

/** A part of a model, and its path with `*` for names, from the root of the values or from a definition. */
export interface ModelPart {
  readonly schema: JsonSchema;
  readonly pattern: string;
}

/** The values of the gate: it has no newer fields, and claims no devices. */
const SHARED = "global.";

/** The path of a field, or of any entry (`*`), below another. */
export function patternBelow(pattern: string, key: string): string {
  return pattern === "" ? key : `${pattern}.${key}`;
}

/** The definition of Kubernetes that a schema refers to. */
export function definitionOf({ $ref, allOf = [] }: JsonSchema): string | undefined {
  return ($ref ?? allOf.find((part) => part.$ref !== undefined)?.$ref)?.slice(DEFINITIONS.length);
}

/** What of the field at a path is newer: the field itself, some of its values, or nothing. */
export function newerAt(pattern: string): readonly NewerField[] {
  return NEWER_FIELDS.filter(({ places }) =>
    places.some((place) => pattern === place || pattern.endsWith(`.${place}`)),
  );
}

/** Whether there is a newer field below a part of a model. */
export const holdsNewer: (part: ModelPart) => boolean = oncePer(({ schema, pattern }) => {
  if (pattern.startsWith(SHARED)) return false;
  const definition = definitionOf(schema);
  if (definition !== undefined) return holdsNewer(definitionPart(definition));
  const fields = Object.entries(schema.properties ?? {}).map(([key, field]) => [key, field] as const);
  const entry = entrySchemaOf(schema);
  const parts = Object.keys(entry).length === 0 ? fields : [...fields, ["*", entry] as const];
  return parts.some(([key, part]) => {
    const inner = { schema: part, pattern: patternBelow(pattern, key) };
    return newerAt(inner.pattern).length > 0 || holdsNewer(inner);
  });
});

// Each is one object, for which holdsNewer() computes once: many parts refer to it.
const definitionParts = new Map(
  Object.entries(kubernetesDefinitions).map(([name, schema]): [string, ModelPart] => [name, { schema, pattern: name }]),
);

/** A definition as a part of a model. */
export function definitionPart(name: string): ModelPart {
  return definitionParts.get(name) ?? { schema: {}, pattern: name };
}
