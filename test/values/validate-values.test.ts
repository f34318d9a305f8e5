import assert from "node:assert/strict";
import type { JsonSchema } from "../../generator/json-schema.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, enumOf, kubernetes, listOf, mapOf, optional, union } from "../../generator/values/model.ts";
import { toJsonSchema } from "../../generator/values/schemas/print-schema.ts";
import { compileSchema, printProblem, ValuesError, validateValues } from "../../generator/values/validate-values.ts";

const description = "For tests";
const model = closed(
  {
    kind: enumOf(["Job", "CronJob"], { description, default: "Job" }),
    replicas: format.count({ description, default: 1 }, 1),
    name: format.nonEmptyString({ description, default: "a" }),
    override: format.nameOrEmpty({ description, default: "" }, 10),
    path: optional(format.relativePath({ description })),
    args: listOf(format.string({ description }), { description, default: ["a"], minItems: 1 }),
    ports: mapOf(format.keys.port, closed({ number: format.port({ description }) }, { description }), { description }),
    nothing: closed({}, { description, default: {} }),
    volume: optional(
      union(
        {
          claim: format.objectName({ description }),
          emptyDir: closed({ size: optional(format.size({ description })) }, { description }),
        },
        { enabled: boolean({ description, default: true }) },
        { description },
      ),
    ),
    resources: optional(kubernetes("ResourceRequirements", { description })),
  },
  { description },
);
const schema = toJsonSchema(model, "t", "test.ts");

/** What is wrong with values, a line each. */
function problems(values: unknown, of: JsonSchema = schema): readonly string[] {
  return compileSchema(of)(values).map(printProblem);
}

describe("compileSchema()", () => {
  it("compileSchema() finds nothing wrong with right values", () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ kind: "CronJob", ports: { http: { number: 80 } }, volume: { emptyDir: {} } }), []);
  });

  it("compileSchema() names the nearest key of one that is misspelt", () => {
    assert.deepEqual(problems({ replica: 2 }), ['replica: unknown key, did you mean "replicas"?']);
    assert.deepEqual(problems({ ports: { http: { nummer: 1 } } }), [
      "ports.http.number: must be set",
      'ports.http.nummer: unknown key, did you mean "number"?',
    ]);
  });

  it("compileSchema() names all keys, or their form, where none is near", () => {
    assert.deepEqual(problems({ completelyDifferent: 1 }), [
      "completelyDifferent: unknown key, must be one of kind, replicas, name, override, path, args, ports, nothing, volume, resources",
    ]);
    assert.deepEqual(problems({ ports: { Http: { number: 1 } } }), [
      'ports.Http: the key must be a port name such as "http" (lower case letters, digits and single "-", a letter among them), got "Http"',
    ]);
    assert.deepEqual(problems({ nothing: { a: 1 } }), ["nothing.a: unknown key, there must be none"]);
    const other = { patternProperties: { "^x-": {} }, additionalProperties: false };
    assert.deepEqual(problems({ a: 1 }, other), ["a: unknown key, must have another form"]);
    const both = { ...other, properties: { kind: {} } };
    assert.deepEqual(problems({ a: 1 }, both), ["a: unknown key, must be one of kind"]);
  });

  it("compileSchema() says how long a key may be, and names the key", () => {
    assert.deepEqual(problems({ ports: { "http-0123456789a": { number: 1 } } }), [
      'ports.http-0123456789a: must be a key of at most 15 characters, got "http-0123456789a"',
    ]);
  });

  it("compileSchema() says what type is wanted, with its limits or its form", () => {
    assert.deepEqual(problems({ replicas: "2", args: "a", ports: [], name: null, override: 1, kind: 1 }), [
      'kind: must be one of "Job", "CronJob", got 1',
      'replicas: must be an integer >= 1, got "2"',
      "name: must be a string, got null",
      'override: must be empty or a DNS label (lower case letters, digits and "-", a letter or digit at both ends), got 1',
      'args: must be a list, got "a"',
      "ports: must be a map, got []",
    ]);
    assert.deepEqual(problems([]), ["(root): must be a map, got []"]);
    const say = (schema: JsonSchema): readonly string[] => problems({}, schema);
    assert.deepEqual(say({ type: ["string", "integer"] }), ["(root): must be an integer or a string, got {}"]);
    assert.deepEqual(say({ type: "integer", minimum: 1, maximum: 9 }), [
      "(root): must be an integer from 1 to 9, got {}",
    ]);
    assert.deepEqual(say({ type: "number", maximum: 9 }), ["(root): must be a number <= 9, got {}"]);
    assert.deepEqual(say({ type: ["integer", "number"] }), ["(root): must be a number, got {}"]);
    assert.deepEqual(say({ type: ["boolean", "null"] }), ["(root): must be true or false or null, got {}"]);
  });

  it("compileSchema() says which words and limits there are", () => {
    assert.deepEqual(
      problems({
        kind: "job",
        replicas: 0,
        name: "",
        override: "abcdefghijk",
        args: [],
        ports: { a: { number: 99999 } },
      }),
      [
        'kind: must be one of "Job", "CronJob", got "job"',
        "replicas: must be at least 1, got 0",
        'name: must not be empty, got ""',
        'override: must have at most 10 characters, got "abcdefghijk" of 11 characters',
        "args: must have at least 1 item, got []",
        "ports.a.number: must be at most 65535, got 99999",
      ],
    );
  });

  it("compileSchema() names the nearest of many words, and not all of them", () => {
    const words = Array.from({ length: 30 }, (_, i) => `word-number-${i}`);
    assert.deepEqual(problems("word-number-300", { enum: words }), [
      '(root): must be one of "word-number-0", "word-number-1", "word-number-2", "word-number-3", "word-number-4", ' +
        '"word-number-5" and 24 more (did you mean "word-number-0"?), got "word-number-300"',
    ]);
    assert.deepEqual(problems(1, { enum: words })[0]?.endsWith("and 24 more, got 1"), true);
  });

  it("compileSchema() says in words what form text must have, or must not have", () => {
    assert.deepEqual(problems({ override: "A" }), [
      'override: must be empty or a DNS label (lower case letters, digits and "-", a letter or digit at both ends), got "A"',
    ]);
    assert.deepEqual(problems({ path: "../a" }), ['path: must not be a path with ".." in it, got "../a"']);
    assert.deepEqual(problems("b", { type: "string", pattern: "^a$", description: "Only a" }), [
      '(root): must be a string as described: Only a, got "b"',
    ]);
    assert.deepEqual(problems("b", { pattern: "^a$" }), ['(root): must be a string of another form, got "b"']);
  });

  it("compileSchema() describes what constants, forbidden values and other keywords require", () => {
    const never = false as never; // a JSON schema may be a boolean
    assert.deepEqual(problems("b", { const: "a" }), ['(root): must be "a", got "b"']);
    assert.deepEqual(problems("b", { const: "" }), ['(root): must be empty, got "b"']);
    const closed = { properties: { a: { not: {}, description: "nothing of the kind" }, b: { not: {} }, c: never } };
    assert.deepEqual(problems({ a: 1, b: 2, c: 3 }, closed), [
      "a: must be nothing of the kind, got 1",
      "b: must be another value, got 2",
      "c: must not be set, got 3",
    ]);
    assert.deepEqual(problems(1, { not: { const: 1 } }), ["(root): must not be 1, got 1"]);
    assert.deepEqual(problems([1, 1], { uniqueItems: true }), ["(root): must not have an item twice, got [1,1]"]);
    assert.deepEqual(problems([1, 2], { maxItems: 1 }), ["(root): must have at most 1 item, got 2"]);
    assert.deepEqual(problems([1, 2], { maxItems: 0 }), ["(root): must be empty, got [1,2]"]);
    assert.deepEqual(problems([1], { minItems: 2 }), ["(root): must have at least 2 items, got [1]"]);
    assert.deepEqual(problems({}, { minProperties: 1 }), ["(root): must have at least 1 key, got {}"]);
    assert.deepEqual(problems({ a: 1, b: 2 }, { maxProperties: 1 }), ["(root): must have at most 1 key, got a, b"]);
    assert.deepEqual(problems([1], { contains: { const: "ALL" } }), ['(root): must contain "ALL", got [1]']);
    assert.deepEqual(problems(3, { multipleOf: 2 } as JsonSchema), ["(root): must be multiple of 2, got 3"]);
  });

  it("compileSchema() says one thing of each value: its type before its form, what holds always before a rule", () => {
    const twice = { allOf: [{ required: ["a"] }, { required: ["a"] }] };
    assert.deepEqual(problems({}, twice), ["a: must be set"]);
    const always = { properties: { a: { type: "string", maxLength: 2, pattern: "^a" } } };
    assert.deepEqual(problems({ a: 1 }, { ...always, if: {}, then: { properties: { a: { const: "" } } } }), [
      "a: must be a string of another form, got 1",
    ]);
    const contrary = { if: { required: ["a"] }, then: { properties: { a: { const: 1 } } } };
    assert.deepEqual(problems({ a: 3 }, { allOf: [contrary, { properties: { a: { const: 2 } } }] }), [
      "a: must be 2, got 3",
    ]);
  });

  it("compileSchema() explains when a rule holds, in terms of the actual values", () => {
    const say = (condition: JsonSchema, values: object, then: JsonSchema = { required: ["a"] }): readonly string[] =>
      problems(values, { if: condition, then });
    const type = (word: string): JsonSchema => ({ properties: { type: { const: word } }, required: ["type"] });
    assert.deepEqual(say(type("x"), { type: "x" }), ['a: must be set where type is "x"']);
    assert.deepEqual(say({ not: type("x") }, { type: "y" }), ['a: must be set where type is "y"']);
    assert.deepEqual(say({ not: type("x") }, {}), ['a: must be set where type is not "x"']);
    const either = { properties: { type: { enum: ["x", "y"] } }, required: ["type"] };
    assert.deepEqual(say(either, { type: "y" }), ['a: must be set where type is "y"']);
    assert.deepEqual(say({ not: either }, {}), ['a: must be set where type is neither "x" nor "y"']);
    assert.deepEqual(say({ required: ["b"] }, { b: 1 }), ["a: must be set where b is set"]);
    assert.deepEqual(say({ not: { required: ["b"] } }, {}), ["a: must be set where b is not set"]);
    assert.deepEqual(say({ not: { required: ["a"] } }, {}), ["a: must be set"]);
    const long = { properties: { b: { minLength: 1 } }, required: ["b"] };
    assert.deepEqual(say(long, { b: "c" }), ["a: must be set where b is set"]);
    assert.deepEqual(say({ not: long }, { b: "" }), ["a: must be set where b is empty"]);
    assert.deepEqual(say({ properties: { b: false as never } }, {}), ["a: must be set where b is not set"]);
    assert.deepEqual(say({ anyOf: [{ required: ["b"] }, { required: ["c"] }] }, { c: 1 }), [
      "a: must be set where c is set",
    ]);
    assert.deepEqual(say({ not: { anyOf: [{ required: ["b"] }, { required: ["c"] }] } }, {}), [
      "a: must be set where b is not set and c is not set",
    ]);
    assert.deepEqual(say({ not: { oneOf: [{ required: ["b"] }, { required: ["c"] }] } }, { b: 1, c: 1 }), [
      "a: must be set where b is set and c is set",
    ]);
    const nested = { not: { properties: { b: { additionalProperties: { not: { required: ["d"] } } } } } };
    assert.deepEqual(say(nested, { b: { c: { d: 1 } } }), ["a: must be set where b.c.d is set"]);
    assert.deepEqual(say({}, {}), ["a: must be set"]);
    assert.deepEqual(say({ required: ["b"] }, { b: 1 }, { required: ["a"], properties: { a: { const: 1 } } }), [
      "a: must be 1 where b is set",
    ]);
    assert.deepEqual(problems(["x", "y"], { if: { contains: { const: "x" } }, then: { maxItems: 1 } }), [
      '(root): must have at most 1 item where it contains "x", got 2',
    ]);
    const below = {
      properties: { b: { if: { required: ["c"] }, then: { properties: { d: { properties: { e: { const: 1 } } } } } } },
    };
    assert.deepEqual(problems({ b: { c: 1, d: { e: 2 } } }, below), ["b.d.e: must be 1 where b.c is set, got 2"]);
    const otherwise = { if: { required: ["b"] }, else: { properties: { a: { const: 1 } } } };
    assert.deepEqual(problems({ a: 2 }, otherwise), ["a: must be 1 where b is not set, got 2"]);
  });

  it("compileSchema() prints the sentence that a list too long for a message comes with, and the nearest word", () => {
    const many = {
      if: { not: { enum: [..."abcdefghi"].map((one) => `Europe/${one}`) } },
      then: { const: "a known place" },
    };
    assert.deepEqual(problems("Europe/z", many), [
      '(root): must be a known place (did you mean "Europe/a"?), got "Europe/z"',
    ]);
    assert.deepEqual(problems("somewhere else", many), ['(root): must be a known place, got "somewhere else"']);
  });

  it("compileSchema() names the keys that a combination requires, and not what each branch requires", () => {
    const keys = { oneOf: [{ required: ["a"] }, { required: ["b"] }] };
    assert.deepEqual(problems({}, keys), ["(root): must have exactly one of a, b, got none of them"]);
    assert.deepEqual(problems({ a: 1, b: 1 }, keys), ["(root): must have exactly one of a, b, got a, b"]);
    assert.deepEqual(problems({}, { anyOf: keys.oneOf }), ["(root): must have at least one of a, b, got none of them"]);
    const shapes = { anyOf: [{ type: "string" }, { type: "integer", minimum: 0 }] };
    assert.deepEqual(problems({ a: [] }, { properties: { a: shapes } }), [
      "a: must be a string or an integer >= 0, got []",
    ]);
  });

  it("compileSchema() shortens what it has found, and long paths", () => {
    const found = (length: number): string => problems("x".repeat(length - 2), { type: "null" })[0] ?? "";
    assert.equal(found(60), `(root): must be null, got "${"x".repeat(58)}"`);
    assert.equal(found(61), `(root): must be null, got "${"x".repeat(56)}...`);
    assert.deepEqual(problems({ args: { text: "x".repeat(100) } }), [
      `args: must be a list, got {"text":"${"x".repeat(48)}...`,
    ]);
    assert.equal(printProblem({ path: "x".repeat(140), message: "m" }), `${"x".repeat(140)}: m`);
    assert.equal(
      printProblem({ path: `${"x".repeat(100)}${"y".repeat(50)}`, message: "m" }),
      `${"x".repeat(90)}...${"y".repeat(45)}: m`,
    );
  });

  it("compileSchema() writes keys with slashes and tildes as they are", () => {
    const keyed = mapOf(format.keys.qualifiedName, format.port({ description }), { description });
    const model = toJsonSchema(closed({ keyed }, { description }), "t", "");
    assert.deepEqual(problems({ keyed: { "a.b/c": 0 } }, model), ["keyed.a.b/c: must be at least 1, got 0"]);
    assert.deepEqual(problems({ "a/~b": 0 }, { additionalProperties: { minimum: 1 } }), [
      "a/~b: must be at least 1, got 0",
    ]);
  });

  it("compileSchema() requires the branch of a union that is used", () => {
    assert.deepEqual(problems({ volume: { claim: "a", emptyDir: {} } }), [
      'volume.type: must be "claim" or "emptyDir" because both are set, got nothing',
    ]);
    assert.deepEqual(problems({ volume: {} }), [
      "volume.type: must be set with one of claim, emptyDir, got none of them",
    ]);
    assert.deepEqual(problems({ volume: { type: "claim", emptyDir: {} } }), [
      'volume.claim: must be set where type is "claim"',
    ]);
    assert.deepEqual(problems({ volume: { type: "clam", claim: "a" } }), [
      'volume.type: must be one of "claim", "emptyDir", got "clam"',
    ]);
    const three = {
      if: { not: { oneOf: [..."abc"].map((key) => ({ required: [key] })) } },
      then: { required: ["type"] },
    };
    assert.deepEqual(problems({ a: 1, b: 1, c: 1 }, three), [
      'type: must be one of "a", "b", "c" because all are set, got nothing',
    ]);
    const own = { properties: { type: {} }, required: ["type"] };
    assert.deepEqual(problems({}, own), ["type: must be set"]);
  });

  it("compileSchema() looks into the types of Kubernetes", () => {
    assert.deepEqual(problems({ resources: { limit: { cpu: 1 } } }), [
      'resources.limit: unknown key, did you mean "limits"?',
    ]);
  });
});

describe("validateValues()", () => {
  it("validateValues() says the same as a compiled schema", () => {
    const all: readonly unknown[] = [
      {},
      { kind: "CronJob" },
      { replica: 2 },
      { replicas: 0, args: [] },
      { volume: { claim: "a", emptyDir: {} } },
      { volume: { type: "claim", claim: "a", emptyDir: {} } },
      { volume: { enabled: false } },
      { ports: { "http-0123456789a": { number: 1 } } },
      { path: "a/../b" },
      { resources: { limits: { cpu: true } } },
      [],
      null,
    ];
    for (const values of all)
      assert.deepEqual(validateValues(schema, values), compileSchema(schema)(values), JSON.stringify(values));
  });

  it("validateValues() refuses text that some versions of Helm cannot read, in addition to what the schema refuses", () => {
    assert.deepEqual(validateValues(schema, { args: ["a\u007f"], replicas: 0 }), [
      { path: "args.0", message: 'must be text that every version of Helm can read, got "a\\u007f"' },
      { path: "replicas", message: "must be at least 1, got 0" },
    ]);
    assert.deepEqual(validateValues(schema, { args: ["a\u0085\0\u2028"] }), []);
  });
});

describe("ValuesError", () => {
  it("ValuesError says what is wrong in one line, or a line each", () => {
    const first = { path: "a.b", message: "must be a string, got 1" };
    const second = { path: "", message: "must be a map, got []" };
    const one = new ValuesError("prod.yaml", [first]);
    assert.equal(one.message, "Cannot use prod.yaml: a.b: must be a string, got 1");
    assert.deepEqual([one.name, one.code, one.problems], ["ValuesError", "VALUES", [first]]);
    assert.equal(
      new ValuesError("prod.yaml", [first, second]).message,
      "Cannot use prod.yaml:\n  a.b: must be a string, got 1\n  (root): must be a map, got []",
    );
  });
});
