import assert from "node:assert/strict";
import Type from "typebox";
import * as format from "../../generator/values/formats.ts";
import {
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  listOf,
  mapOf,
  optional,
  stringOr,
  union,
  unionRules,
} from "../../generator/values/model.ts";
import { testFormats } from "./check-formats.ts";

const description = "For tests";
const options = { description };

/** A schema as it is printed: plain JSON. */
const plain = (schema: object): unknown => JSON.parse(JSON.stringify(schema));

const volume = union(
  { claim: format.objectName(options), emptyDir: closed({ size: optional(format.size(options)) }, options) },
  { enabled: boolean({ description, default: true }), mountPath: optional(format.absolutePath(options)) },
  options,
);

describe("values models", () => {
  it("closed() makes an object of the named fields and no other", () => {
    assert.deepEqual(plain(closed({ a: format.string(options), b: optional(boolean(options)) }, options)), {
      type: "object",
      additionalProperties: false,
      description,
      required: ["a"],
      properties: { a: { type: "string", description }, b: { type: "boolean", description } },
    });
  });

  it("oneOf() makes a string of several words", () => {
    assert.deepEqual(plain(enumOf(["a", "b"], { description, default: "b" })), {
      type: "string",
      enum: ["a", "b"],
      description,
      default: "b",
    });
  });

  it("mapOf() makes a map that is empty unless it has another default", () => {
    assert.deepEqual(plain(mapOf("^a$", format.string(options), options)), {
      type: "object",
      default: {},
      patternProperties: { "^a$": { type: "string", description } },
      additionalProperties: false,
      description,
    });
    assert.deepEqual(mapOf("^a$", format.string(options), { description, default: { a: "b" } }), {
      ...mapOf("^a$", format.string(options), options),
      default: { a: "b" },
    });
  });

  it("mapOf() limits the length of keys where their pattern cannot", () => {
    const ports = plain(mapOf(format.keys.port, format.port(options), options)) as { patternProperties: object };
    assert.deepEqual(Object.keys(ports.patternProperties), [format.keys.port, "^.{16,}$"]);
  });

  it("listOf() makes a list that is empty unless it has another default", () => {
    assert.deepEqual(plain(listOf(format.string(options), { description, minItems: 1, default: ["a"] })), {
      type: "array",
      items: { type: "string", description },
      default: ["a"],
      minItems: 1,
      description,
    });
  });

  it("kubernetes() and kubernetesList() refer to Kubernetes' own definitions", () => {
    assert.deepEqual(plain(kubernetes("Probe", { description, default: {} })), {
      type: "object",
      description,
      default: {},
      allOf: [{ $ref: "#/definitions/Probe" }],
    });
    assert.deepEqual(plain(kubernetesList("Toleration", options)), {
      type: "array",
      default: [],
      description,
      items: { $ref: "#/definitions/Toleration" },
    });
  });

  const entry = stringOr(closed({ value: format.string(options), order: optional(format.order()) }, options), options);
  testFormats("stringOr() accepts a string or an object of the fields", [
    {
      name: "stringOr()",
      schema: entry,
      good: ["", "a", { value: "a" }, { value: "", order: 1 }],
      bad: [1, true, {}, [], { value: 1 }, { valu: "a" }, { order: 1 }],
    },
  ]);

  testFormats("union() wants one branch, or a type that names one, in every reader of the schema", [
    {
      name: "union()",
      schema: volume,
      good: [
        { claim: "a" },
        { emptyDir: {} },
        { claim: "a", mountPath: "/a" },
        { type: "claim", claim: "a" },
        { type: "claim", claim: "a", emptyDir: {} },
        { type: "emptyDir", claim: "a", emptyDir: { size: "1Gi" } },
        { enabled: false },
        { enabled: false, claim: "a", emptyDir: {} },
      ],
      bad: [
        {},
        { enabled: true },
        { mountPath: "/a" },
        { claim: "a", emptyDir: {} },
        { type: "claim" },
        { type: "claim", emptyDir: {} },
        { type: "other", claim: "a" },
        { type: "", claim: "a" },
        { claim: "A" },
        { claim: "a", more: 1 },
        { enabled: "false", claim: "a" },
        "claim",
      ],
    },
  ]);

  const base = { claim: "a" };
  const switched = { ...base, type: "emptyDir", emptyDir: {} };
  testFormats("union() stays a union when an environment switches the branch", [
    { name: "union()", schema: volume, good: [base, switched], bad: [{ ...base, emptyDir: {} }] },
  ]);

  it("unionRules() come before the rules of the author", () => {
    const rule = { required: ["mountPath"] };
    const schema = plain(union({ a: format.string(options) }, {}, { description, allOf: [rule] })) as {
      allOf: object[];
    };
    assert.deepEqual(schema.allOf, [...unionRules(["a"]), rule]);
  });

  it("unionRules() apply to the fields of any other schema", () => {
    const schema = Type.Object({ a: optional(format.string(options)) }, { allOf: unionRules(["a"]) as object[] });
    assert.equal((plain(schema) as { allOf: object[] }).allOf.length, 2);
  });
});
