import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type OpenApiDocument, type Overlay, pruneSchemas } from "../../../generator/values/kubernetes/prune.ts";

const core = "io.k8s.api.core.v1";

const document: OpenApiDocument = {
  components: {
    schemas: {
      [`${core}.Action`]: {
        type: "object",
        description: "Action is what is done. It is done once.",
        required: ["port"],
        properties: {
          size: {
            description: "How much is done.",
            allOf: [{ $ref: "#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity" }],
          },
          port: { type: "integer", format: "int32", description: "Port to call." },
          alpha: { type: "string", description: "Not yet." },
        },
      },
      [`${core}.Handler`]: {
        type: "object",
        description: "Handler handles.",
        properties: {
          actions: {
            type: "array",
            description: "All of them.",
            items: { allOf: [{ $ref: `#/components/schemas/${core}.Action` }] },
          },
          action: {
            description: "The first one.",
            allOf: [{ $ref: `#/components/schemas/${core}.Action` }],
          },
          labels: { type: "object", description: "By name.", additionalProperties: { type: "string" } },
          when: { type: "integer", format: "int64", description: "Seconds." },
        },
      },
      [`${core}.Unwanted`]: { type: "object", description: "Not needed." },
      "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: "string" },
    },
  },
};

const overlay: Overlay = {
  roots: ["Handler"],
  omitted: ["Action.alpha"],
  written: { Quantity: { description: "An amount.", type: ["string", "number"], minimum: 0 } },
  rules: {
    Action: { required: ["size"], minProperties: 2 },
    "Action.port": { minimum: 1, maximum: 65535 },
    "Handler.actions": { minItems: 1 },
    "Handler.action": { required: ["alpha"] },
  },
};

// Written definitions are wanted in full: Quantity is referred to by nothing here, being written out in place.
const complete: Overlay = { ...overlay, roots: ["Handler", "Quantity"] };

describe("pruneSchemas()", () => {
  it("pruneSchemas() keeps the roots and what they refer to, closed, with local references", () => {
    assert.deepEqual(pruneSchemas([document], complete), {
      Action: {
        additionalProperties: false,
        description: "Action is what is done.",
        minProperties: 2,
        properties: {
          port: { description: "Port to call.", maximum: 65535, minimum: 1, type: "integer" },
          size: { description: "How much is done.", minimum: 0, type: ["string", "number"] },
        },
        required: ["port", "size"],
        type: "object",
      },
      Handler: {
        additionalProperties: false,
        description: "Handler handles.",
        properties: {
          action: { allOf: [{ $ref: "#/definitions/Action" }, { required: ["alpha"] }] },
          actions: {
            description: "All of them.",
            items: { $ref: "#/definitions/Action" },
            minItems: 1,
            type: "array",
          },
          labels: { additionalProperties: { type: "string" }, description: "By name.", type: "object" },
          when: {
            description: "Seconds.",
            maximum: 9007199254740991,
            minimum: -9007199254740991,
            type: "integer",
          },
        },
        type: "object",
      },
      Quantity: { description: "An amount.", minimum: 0, type: ["string", "number"] },
    });
  });

  it("pruneSchemas() gives the same text whatever the order of documents and keys", () => {
    const { components } = document;
    const reversed = { components: { schemas: Object.fromEntries(Object.entries(components.schemas).reverse()) } };
    assert.equal(
      JSON.stringify(pruneSchemas([reversed, document], complete)),
      JSON.stringify(pruneSchemas([document], complete)),
    );
  });

  it("pruneSchemas() puts nothing next to a rule that is a reference", () => {
    const rules = { ...overlay.rules, "Action.port": { $ref: "#/definitions/Quantity" } };
    const { Action } = pruneSchemas([document], { ...overlay, rules });
    assert.deepEqual(Action?.properties?.["port"], { $ref: "#/definitions/Quantity" });
  });

  it("pruneSchemas() refuses an entry of the overlay that fits nothing", () => {
    assert.throws(
      () => pruneSchemas([document], { ...complete, rules: { ...overlay.rules, "Action.prot": { minimum: 1 } } }),
      { message: "Cannot prune schemas: expected every entry of the overlay to fit, got Action.prot" },
    );
    assert.throws(() => pruneSchemas([document], overlay), /expected every entry of the overlay to fit, got Quantity$/);
  });

  it("pruneSchemas() names the nearest kind where a root is unknown", () => {
    assert.throws(() => pruneSchemas([document], { ...complete, roots: ["Handlers"] }), {
      message: 'Cannot prune schemas: expected a kind of the documents, got "Handlers"; did you mean Handler?',
    });
  });

  it("pruneSchemas() refuses two kinds of one short name", () => {
    const other = { components: { schemas: { "io.k8s.api.apps.v1.Handler": { type: "object" } } } };
    assert.throws(() => pruneSchemas([document, other], complete), {
      message:
        'Cannot prune schemas: expected one kind "Handler", got io.k8s.api.core.v1.Handler, io.k8s.api.apps.v1.Handler',
    });
  });

  it("pruneSchemas() refuses a keyword or a format that it does not know", () => {
    // What a newer API server might write.
    const withKind = (schema: object): OpenApiDocument =>
      ({ components: { schemas: { "v1.Kind": schema } } }) as OpenApiDocument;
    const empty = { roots: ["Kind"], omitted: [], written: {}, rules: {} };
    assert.throws(() => pruneSchemas([withKind({ type: "object", properties: { a: { oneOf: [] } } })], empty), {
      message: `Cannot convert "Kind.a": expected a keyword of Kubernetes' OpenAPI, got "oneOf"`,
    });
    assert.throws(() => pruneSchemas([withKind({ properties: { a: { type: "string", format: "byte" } } })], empty), {
      message: 'Cannot convert "Kind.a": expected format int32 or int64, got "byte"',
    });
    assert.throws(() => pruneSchemas([withKind({ properties: { a: { allOf: [{}, {}] } } })], empty), {
      message: 'Cannot convert "Kind.a": expected one schema in allOf, got 2',
    });
  });
});
