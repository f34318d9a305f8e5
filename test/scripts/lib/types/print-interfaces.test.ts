import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { JsonSchema } from "../../../../generator/json-schema.ts";
import { printDeclaration } from "../../../../scripts/lib/types/interface-text.ts";
import { type Context, declare, type Purpose, singular } from "../../../../scripts/lib/types/print-interfaces.ts";

const description = "D";
const probe: JsonSchema = {
  description: "A probe",
  type: "object",
  properties: { port: { description, type: "integer" } },
};
const claim: JsonSchema = {
  description: "A claim",
  type: "object",
  properties: {
    size: { description, type: "string" },
    mode: { description, enum: ["A", "B"], type: "string", default: "A" },
  },
  required: ["size", "mode"],
};
const model: JsonSchema = {
  description: "A model",
  type: "object",
  properties: {
    claim,
    gate: {
      description,
      type: "object",
      properties: { on: { description, type: "boolean", default: false } },
      required: ["on"],
    },
    words: { description, type: "array", items: { type: "string" }, default: [] },
    probe: { description, type: "object", allOf: [{ $ref: "#/definitions/Probe" }] },
    probes: { description, type: "array", items: { $ref: "#/definitions/Probe" } },
    labels: { description, type: "object", patternProperties: { "^a$": { description, type: "string" } }, default: {} },
    count: { description, type: ["integer", "string"] },
    note: { description, type: ["string", "object"], properties: { text: { description, type: "string" } } },
  },
  required: ["claim", "gate", "words", "labels", "count"],
};

function print(purpose: Purpose, more: Partial<Context> = {}): string {
  return printDeclaration(
    declare("Model", model, {
      purpose,
      definition: () => probe,
      nameDefinition: (name, its) => (its === "overrides" ? `${name}Overrides` : name),
      nameField: (_, key) => key.replace(/^./, (letter) => letter.toUpperCase()),
      referenceFor: () => undefined,
      isOpen: () => false,
      isMap: () => false,
      keysOf: () => ["string"],
      ...more,
    }),
  );
}

const withoutComments = (text: string) => text.replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "");

describe("declare()", () => {
  it("declare() requires what a schema requires, for whole objects", () => {
    assert.equal(
      withoutComments(print("plain")),
      `export interface Model {
  readonly claim: Claim;
  readonly gate: Gate;
  readonly words: readonly string[];
  readonly probe?: Probe;
  readonly probes?: readonly Probe[];
  readonly labels: { readonly [name: string]: string };
  readonly count: string | number;
  readonly note?: string | Note;
}
`,
    );
  });

  it("declare() requires of options what has no default, and no field that needs none", () => {
    assert.equal(
      withoutComments(print("options")),
      `export interface Model {
  readonly claim: Claim;
  readonly gate?: Gate | undefined;
  readonly words?: readonly string[] | undefined;
  readonly probe?: Probe | undefined;
  readonly probes?: readonly Probe[] | undefined;
  readonly labels?: { readonly [name: string]: string } | undefined;
  readonly count: string | number;
  readonly note?: string | Note | undefined;
}
`,
    );
  });

  it("declare() requires nothing of overrides, but the items of lists are whole", () => {
    const text = withoutComments(print("overrides"));
    assert.match(text, /^ {2}readonly claim\?: Claim \| undefined;$/m);
    assert.match(text, /^ {2}readonly probe\?: ProbeOverrides \| undefined;$/m);
    assert.match(text, /^ {2}readonly probes\?: readonly Probe\[\] \| undefined;$/m);
    assert.match(text, /^ {2}readonly labels\?: \{ readonly \[name: string\]: string \| undefined \} \| undefined;$/m);
  });

  it("declare() names the entries of a map by a parameter", () => {
    const labels = { name: "Id", places: ["labels"], isRequired: true };
    assert.match(print("options", { parameter: labels }), /^export interface Model<Id extends string = string> \{$/m);
    assert.match(
      print("options", { parameter: labels }),
      /^ {2}readonly labels: \{ readonly \[K in Id\]: string \};$/m,
    );
    const optional = { ...labels, places: ["labels", "note.ports"], isRequired: false };
    const text = print("options", { parameter: optional });
    assert.match(text, /^ {2}readonly labels\?: \{ readonly \[K in Id\]\?: string \| undefined \} \| undefined;$/m);
    assert.match(text, /^ {2}readonly note\?: string \| Note<Id> \| undefined;$/m);
  });

  it("declare() admits the references that may replace an object", () => {
    const referenceFor = (schema: JsonSchema) => (schema === claim ? "ClaimReference" : undefined);
    assert.match(print("options", { referenceFor }), /^ {2}readonly claim: Claim \| ClaimReference;$/m);
  });

  it("declare() gives each field its description and its default, and that of a definition where it has none", () => {
    const withoutOwn = { ...model, properties: { probe: { $ref: "#/definitions/Probe" }, claim } };
    const context = { definition: () => probe, nameDefinition: (name: string) => name, nameField: () => "Claim" };
    const others = { referenceFor: () => undefined, isOpen: () => false, isMap: () => false, keysOf: () => [] };
    const text = printDeclaration(declare("Model", withoutOwn, { purpose: "plain", ...context, ...others }));
    assert.match(text, /^ {2}\/\*\* A probe \*\/\n {2}readonly probe\?: Probe;$/m);
    assert.match(print("plain"), /^ {2}\/\*\* D \*\/\n {2}readonly words: /m);
    const inner = printDeclaration(declare("Claim", claim, { purpose: "options", ...context, ...others }));
    assert.match(inner, /^ {3}\* D\n {3}\* @default "A"\n {3}\*\/\n {2}readonly mode\?: "A" \| "B" \| undefined;$/m);
  });

  it("declare() refuses a field without a description, and one whose type is not known", () => {
    const declareOf = (property: JsonSchema) => () =>
      declare(
        "Model",
        { type: "object", properties: { a: property } },
        {
          purpose: "plain",
          definition: () => probe,
          nameDefinition: (name) => name,
          nameField: () => "A",
          referenceFor: () => undefined,
          isOpen: () => false,
          isMap: () => false,
          keysOf: () => ["string"],
        },
      );
    assert.throws(declareOf({ type: "string" }), /Cannot document \{"type":"string"\}: expected a description/);
    assert.throws(
      declareOf({ type: "object", description }),
      /Cannot type "a" of Model: expected fields, entries or a definition/,
    );
  });
});

describe("singular()", () => {
  it("singular() is the word for one entry", () => {
    assert.deepEqual(["volumes", "storageClasses", "env", "paths", "class"].map(singular), [
      ...["volume", "storageClass", "env", "path", "class"],
    ]);
  });
});
