import assert from "node:assert/strict";
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import { isMap } from "../../../generator/is-map.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { library } from "../../../generator/library/library.ts";
import { pipelineSchema } from "../../../generator/pipeline/environments/compose-schema.ts";
import { toPartialSchema } from "../../../generator/values/schemas/partial-schema.ts";
import { printSchema } from "../../../generator/values/schemas/print-schema.ts";
import { shareDefinitions } from "../../../generator/values/schemas/share-definitions.ts";

const text = (description: string): JsonSchema => ({
  type: "string",
  description: description.padEnd(200, "."),
});
const map = (properties: Readonly<Record<string, JsonSchema | boolean>>): JsonSchema =>
  ({ type: "object", properties }) as JsonSchema; // a schema can be true or false
const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

describe("shareDefinitions()", () => {
  it("shareDefinitions() names a part that stands in several places after the shortest path to it", () => {
    const schema = map({ sidecar: map({ image: text("Image") }), image: text("Image"), other: text("Other") });
    assert.deepEqual(shareDefinitions(schema), {
      ...map({ sidecar: map({ image: ref("image") }), image: ref("image"), other: text("Other") }),
      definitions: { image: text("Image") },
    });
  });

  it("shareDefinitions() keeps a part of equal parts where it is, for it stands in one place now", () => {
    const pod = map({ image: text("Image"), name: text("Name") });
    const { properties, definitions } = shareDefinitions(map({ first: pod, second: pod, name: text("Name") }));
    assert.deepEqual(properties, { first: ref("first"), second: ref("first"), name: ref("name") });
    assert.deepEqual(definitions, { first: map({ image: text("Image"), name: ref("name") }), name: text("Name") });
  });

  it("shareDefinitions() leaves out patterns and positions from names", () => {
    const entries = { type: "object", patternProperties: { ".*": { type: "array", items: map({ a: text("A") }) } } };
    const { definitions } = shareDefinitions(
      map({ pods: entries, more: map({ deep: map({ a: text("A"), b: { type: "string" } }) }) }),
    );
    assert.deepEqual(definitions, { "pods.a": text("A") });
  });

  it("shareDefinitions() names a rule after the first key that it is about", () => {
    const rule = (key: string): JsonSchema => ({ if: { required: [key] }, then: { properties: { b: text("B") } } });
    const container = { type: "object", allOf: [rule("a"), { not: rule("c") }] };
    const { properties, definitions } = shareDefinitions(
      map({ one: container, two: { ...container, minProperties: 1 } }),
    );
    const rules = [ref("one.a.rule"), ref("one.c.rule")];
    assert.deepEqual(properties?.["one"]?.allOf, rules);
    assert.deepEqual(properties?.["two"]?.allOf, rules);
    assert.deepEqual(Object.keys(definitions ?? {}), ["one.a.rule", "one.b.rule", "one.c.rule"]);
  });

  it("shareDefinitions() gives no name twice, and takes none that is there", () => {
    const [first, second] = [text("First"), text("Second")];
    const rules = {
      allOf: [
        { if: first, else: second },
        { if: second, else: first },
      ],
    };
    const { definitions } = shareDefinitions({ ...rules, definitions: { rule: text("Taken") } });
    assert.deepEqual(definitions, { rule: text("Taken"), rule2: first, rule3: second });
  });

  it("shareDefinitions() refers to a definition that a part is equal to, and drops no other", () => {
    const definitions = { Other: text("Type"), Type: text("Type"), web: map({ name: text("Type") }) };
    const shared = shareDefinitions({ ...map({ a: text("Type"), b: { type: "string" } }), definitions });
    assert.deepEqual(shared, {
      ...map({ a: ref("Type"), b: { type: "string" } }),
      definitions: { ...definitions, web: map({ name: ref("Type") }) },
    });
  });

  it("shareDefinitions() begins paths with the names of types, and not with those of charts", () => {
    const [a, b, c] = [text("A"), text("B"), { type: "string" }];
    const definitions = {
      Probe: map({ a, b }),
      probe: map({ a, c }),
      web: map({ b }),
      job: map({ c, deep: map({ b, c }) }),
    };
    const { definitions: shared = {} } = shareDefinitions({ type: "object", definitions });
    assert.deepEqual(Object.keys(shared), ["Probe", "a", "b", "job", "probe", "web"]);
    const inTypes = shareDefinitions({ type: "object", definitions: { Probe: map({ a }), Toleration: map({ a, c }) } });
    assert.deepEqual(Object.keys(inTypes.definitions ?? {}), ["Probe", "Probe.a", "Toleration"]);
  });

  it("shareDefinitions() takes short parts, data, true and false as they are", () => {
    const schema = {
      ...map({ a: { type: "string" }, b: { type: "string" }, c: false, d: true }),
      default: { a: text("Data"), b: text("Data") },
      examples: [text("Data"), text("Data")],
      additionalProperties: false,
    };
    assert.equal(shareDefinitions(schema), schema);
    const values = map({ properties: text("A"), definitions: text("A") });
    assert.deepEqual(shareDefinitions(values).definitions, { properties: text("A") });
  });

  it("shareDefinitions() shares a short part that has parts, each of which would be compiled", () => {
    const leaf: JsonSchema = { type: "string", description: "x".repeat(120) };
    const rule: JsonSchema = {
      if: { properties: { type: { const: "Localhost" } }, required: ["type"] },
      then: { required: ["localhostProfile"] },
    };
    const short: JsonSchema = { if: { required: ["a"] }, then: { required: ["b"] } };
    const values = map({ a: { allOf: [rule, short], properties: { leaf } }, b: { allOf: [short, rule, leaf] } });
    assert.deepEqual(shareDefinitions(values), {
      ...map({
        a: { allOf: [ref("a.type.rule"), short], properties: { leaf } },
        b: { allOf: [short, ref("a.type.rule"), leaf] },
      }),
      definitions: { "a.type.rule": rule },
    });
  });

  it("shareDefinitions() compiles a pattern once that several values have, each with a description of its own", () => {
    const name = (description: string, rest: JsonSchema = {}): JsonSchema => ({
      type: "string",
      description,
      ...rest,
      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
    });
    const schema = map({
      hostname: name("Name of the host"),
      subdomain: name("Name of the domain", { default: "", examples: ["web"] }),
      path: { type: "string", pattern: "^/[^:]*$", description: "A path" },
      other: { type: "string", pattern: "^/[^:]*$", description: "Another" },
    });
    const { description: _, ...pattern } = name("");
    assert.deepEqual(shareDefinitions(schema), {
      ...schema,
      properties: {
        ...schema.properties,
        hostname: { ...ref("hostname"), description: "Name of the host" },
        subdomain: { ...ref("hostname"), description: "Name of the domain", default: "", examples: ["web"] },
      },
      definitions: { hostname: pattern },
    });
  });

  it("shareDefinitions() gives no value the description of another", () => {
    const pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
    const definitions = { Name: { type: "string", description: "A name", pattern } };
    const schema = { ...map({ a: { type: "string", pattern }, b: { pattern, type: "string" } }), definitions };
    assert.deepEqual(shareDefinitions(schema), {
      ...map({ a: ref("a"), b: ref("a") }),
      definitions: { ...definitions, a: { type: "string", pattern } },
    });
  });

  it("shareDefinitions() makes less than half of the reference pipeline's schema", () => {
    const schema = pipelineSchema(reference);
    assert.ok(printSchema(schema).length < JSON.stringify(schema, null, 2).length / 2);
  });

  for (const [name, schema] of [
    ...library.map((chart) => [chart.name, chart.schema] as const),
    ["the reference pipeline", pipelineSchema(reference)] as const,
  ]) {
    it(`shareDefinitions() says of ${name} what its schema says, in values files too`, () => {
      for (const whole of [schema, toPartialSchema(schema)]) {
        const shared = shareDefinitions(whole);
        assert.deepEqual(resolve(shared, shared.definitions), resolve(whole, whole.definitions));
      }
    });
  }
});

// A schema with every reference replaced by what it refers to, but for those of a definition to itself.
function resolve(value: unknown, definitions: JsonSchema["definitions"] = {}, around: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, definitions, around));
  if (!isMap(value)) return value;
  const { $ref, definitions: _, ...rest } = value;
  const name = typeof $ref === "string" ? $ref.replace("#/definitions/", "") : undefined;
  if (name !== undefined && around.includes(name)) return value;
  if (name !== undefined) {
    // What stands next to a reference is for readers: it must replace what the definition says to them.
    const { description, default: value, examples, ...others } = rest;
    assert.deepEqual(others, {});
    const resolved = resolve(definitions[name], definitions, [...around, name]);
    return { ...(resolved as JsonSchema), ...rest };
  }
  return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, resolve(item, definitions, around)]));
}
