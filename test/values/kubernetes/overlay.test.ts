import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { collectDefinitions, kubernetesDefinitions } from "../../../generator/values/kubernetes/definitions.ts";
import { overlay } from "../../../generator/values/kubernetes/overlay.ts";

/** The definition of a kind, or of one of its properties. */
function definitionAt(place: string): JsonSchema {
  const [kind = "", property] = place.split(".");
  const definition = kubernetesDefinitions[kind];
  const found = property === undefined ? definition : definition?.properties?.[property];
  assert.ok(found, place);
  return found;
}

/** Asserts that a definition says what a rule adds to it. */
function assertSays(place: string, rule: JsonSchema): void {
  const definition = definitionAt(place);
  const { properties = {}, required = [], ...keywords } = rule;
  // Next to a reference a rule would not be read, so it is behind it in an allOf.
  const [reference, added] = definition.allOf ?? [];
  if (reference?.$ref !== undefined && added !== undefined && definition.properties === undefined) {
    assert.deepEqual(added, rule, place);
    return;
  }
  assert.deepEqual({ ...definition, ...keywords }, definition, place);
  assert.deepEqual({ ...definition.properties, ...properties }, definition.properties ?? {}, place);
  for (const key of required) assert.ok(definition.required?.includes(key), `${place} requires ${key}`);
}

describe("overlay", () => {
  it("overlay is what definitions.json was made with: the same roots, and nothing that they do not lead to", () => {
    assert.deepEqual(Object.keys(collectDefinitions(overlay.roots)), Object.keys(kubernetesDefinitions));
  });

  it("overlay has the definitions that are written by hand", () => {
    for (const [name, definition] of Object.entries(overlay.written)) {
      assert.deepEqual(kubernetesDefinitions[name], definition, name);
    }
  });

  it("overlay adds its rules to kinds and properties", () => {
    for (const [place, rule] of Object.entries(overlay.rules)) assertSays(place, rule);
  });

  it("overlay leaves properties out", () => {
    for (const place of overlay.omitted) {
      const [kind = "", property = ""] = place.split(".");
      const { properties } = definitionAt(kind);
      assert.ok(properties !== undefined && !Object.hasOwn(properties, property), place);
    }
  });
});
