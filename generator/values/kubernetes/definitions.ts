/** Kubernetes' own types as draft-07 definitions, for charts to embed in values.schema.json. */
import type { JsonSchema } from "../../json-schema.ts";
import { nearest } from "../../nearest.ts";
import { oncePer } from "../../once-per.ts";
import data from "./definitions.json" with { type: "json" };
import { objectDefinitions } from "./extra-object.ts";
import { DEFINITIONS, listReferences } from "./list-references.ts";

/** Every definition by its short kind (`Probe`, `Toleration`, `Quantity`); each reference in them is `#/definitions/NAME`. */
export const kubernetesDefinitions: Readonly<Record<string, JsonSchema>> = data;

/** Every definition that a values model may refer to: Kubernetes' own, and those of parts of whole objects. */
export const allDefinitions: Readonly<Record<string, JsonSchema>> = {
  ...kubernetesDefinitions,
  ...objectDefinitions,
};

/** The definition that a reference such as `#/definitions/Probe` names, if there is one. */
export function resolveReference(reference: string): JsonSchema | undefined {
  return allDefinitions[reference.slice(DEFINITIONS.length)];
}

const referencesOf = oncePer((definition: JsonSchema) => listReferences(definition));

/**
 * Collects the named definitions and all that they refer to, sorted by name.
 *
 * @throws where a name is not in `allDefinitions`
 */
export function collectDefinitions(names: Iterable<string>): Record<string, JsonSchema> {
  const collected = new Map<string, JsonSchema>();
  const queue = [...names];
  for (const name of queue) {
    if (collected.has(name)) continue;
    const definition = findDefinition(name);
    collected.set(name, definition);
    queue.push(...referencesOf(definition));
  }
  return Object.fromEntries([...collected].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function findDefinition(name: string): JsonSchema {
  const definition = Object.hasOwn(allDefinitions, name) ? allDefinitions[name] : undefined;
  if (definition !== undefined) return definition;
  const near = nearest(name, Object.keys(allDefinitions));
  const advice = near === undefined ? "" : `; did you mean ${near}?`;
  throw new Error(`Cannot collect Kubernetes definitions: expected a known name, got "${name}"${advice}`);
}
