import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { collectDefinitions, kubernetesDefinitions } from "../../../generator/values/kubernetes/definitions.ts";

/** Calls back for every schema inside of a schema, itself first, with its place. */
function visitSchemas(schema: JsonSchema, place: string, visit: (schema: JsonSchema, place: string) => void): void {
  visit(schema, place);
  const each = (children: Iterable<[string, JsonSchema]>): void => {
    for (const [key, child] of children) visitSchemas(child, `${place}/${key}`, visit);
  };
  each(Object.entries(schema.properties ?? {}));
  each(Object.entries(schema.patternProperties ?? {}));
  each(Object.entries([...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]));
  const { items, not, if: condition, then, else: otherwise, additionalProperties } = schema;
  const open = typeof additionalProperties === "object" ? additionalProperties : undefined;
  for (const child of [items, not, condition, then, otherwise, open]) if (child) each([["", child]]);
}

function visitAll(visit: (schema: JsonSchema, place: string) => void): void {
  for (const [name, definition] of Object.entries(kubernetesDefinitions)) visitSchemas(definition, name, visit);
}

describe("kubernetesDefinitions", () => {
  it("kubernetesDefinitions has no reference without a definition", () => {
    visitAll(({ $ref }, place) => {
      if ($ref === undefined) return;
      assert.match($ref, /^#\/definitions\//, place);
      assert.ok(Object.hasOwn(kubernetesDefinitions, $ref.slice("#/definitions/".length)), `${place}: ${$ref}`);
    });
  });

  it("kubernetesDefinitions has no keyword next to a reference", () => {
    visitAll((schema, place) => {
      if (schema.$ref !== undefined) assert.deepEqual(Object.keys(schema), ["$ref"], place);
    });
  });

  it("kubernetesDefinitions uses only the keywords that both of Helm's engines read", () => {
    const keywords = new Set<string>();
    visitAll((schema) => {
      for (const keyword of Object.keys(schema)) keywords.add(keyword);
    });
    assert.deepEqual(
      [...keywords].sort(),
      [
        ...["$ref", "additionalProperties", "allOf", "anyOf", "const", "description", "else", "enum", "if", "items"],
        ...["maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum"],
        ...["not", "oneOf", "pattern", "patternProperties", "properties", "required", "then", "type", "uniqueItems"],
      ].sort(),
    );
  });

  it("kubernetesDefinitions closes every object with properties", () => {
    for (const [name, definition] of Object.entries(kubernetesDefinitions)) {
      if (definition.properties !== undefined) assert.equal(definition.additionalProperties, false, name);
    }
  });

  it("kubernetesDefinitions has no pattern that RE2 cannot read", () => {
    visitAll(({ pattern, patternProperties = {} }, place) => {
      for (const text of [pattern ?? "", ...Object.keys(patternProperties)]) {
        assert.doesNotMatch(text, /\(\?|\\u|\\[1-9]/, place);
        assert.doesNotThrow(() => new RegExp(text, "u"), place);
      }
    });
  });

  it("kubernetesDefinitions describes every definition and property in at most 140 characters", () => {
    for (const [name, definition] of Object.entries(kubernetesDefinitions)) {
      for (const [key, schema] of [["", definition] as const, ...Object.entries(definition.properties ?? {})]) {
        if (schema.$ref !== undefined || schema.allOf?.[0]?.$ref !== undefined) continue;
        const { length } = schema.description ?? "";
        assert.ok(length > 0 && length <= 140, `${name}.${key}: ${length} characters`);
      }
    }
  });
});

describe("collectDefinitions()", () => {
  it("collectDefinitions() returns the closure of the names, sorted", () => {
    assert.deepEqual(Object.keys(collectDefinitions(["Toleration", "ResourceRequirements"])), [
      ...[
        "ContainerResources",
        "LabelValue",
        "QualifiedName",
        "Quantity",
        "ResourceClaim",
        "ResourceRequirements",
        "Toleration",
      ],
      "WholeQuantity",
    ]);
  });

  it("collectDefinitions() returns nothing for no name", () => {
    assert.deepEqual(collectDefinitions([]), {});
  });

  it("collectDefinitions() names the nearest kind where one is unknown", () => {
    assert.throws(() => collectDefinitions(["Probe", "Tolerations"]), {
      message:
        'Cannot collect Kubernetes definitions: expected a known name, got "Tolerations"; did you mean Toleration?',
    });
    assert.throws(() => collectDefinitions(["constructor"]), /got "constructor"/);
  });
});
