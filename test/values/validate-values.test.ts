import assert from "node:assert/strict";
import type { JsonSchema } from "../../generator/json-schema.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, kubernetes, listOf, mapOf, oneOf, optional, union } from "../../generator/values/model.ts";
import { toJsonSchema } from "../../generator/values/print-schema.ts";
import { compileSchema, ValuesError, validateValues } from "../../generator/values/validate-values.ts";

const description = "For tests";
const model = closed(
  {
    kind: oneOf(["Job", "CronJob"], { description, default: "Job" }),
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

/** What is wrong with values, a line each: `path: expected wanted, got found`. */
function problems(values: unknown): readonly string[] {
  return compileSchema(schema)(values).map(({ path, wanted, found }) => `${path}: expected ${wanted}, got ${found}`);
}

describe("compileSchema()", () => {
  it("compileSchema() finds nothing wrong with right values", () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ kind: "CronJob", ports: { http: { number: 80 } }, volume: { emptyDir: {} } }), []);
  });

  it("compileSchema() names the nearest key of one that is misspelt", () => {
    assert.deepEqual(problems({ replica: 2 }), ['replica: expected "replicas", got an unknown key']);
    assert.deepEqual(problems({ ports: { http: { nummer: 1 } } }), [
      "ports.http.number: expected a value, got nothing",
      'ports.http.nummer: expected "number", got an unknown key',
    ]);
  });

  it("compileSchema() names all keys, or their pattern, where none is near", () => {
    assert.deepEqual(problems({ completelyDifferent: 1 }), [
      "completelyDifferent: expected one of kind, replicas, name, override, path, args, ports, nothing, volume, resources, got an unknown key",
    ]);
    assert.deepEqual(problems({ ports: { Http: { number: 1 } } }), [
      `ports.Http: expected a name that matches ${format.keys.port}, got an unknown key`,
    ]);
    assert.deepEqual(problems({ nothing: { a: 1 } }), ["nothing.a: expected no key, got an unknown key"]);
  });

  it("compileSchema() says how long a key may be", () => {
    assert.deepEqual(problems({ ports: { "http-0123456789a": { number: 1 } } }), [
      'ports.http-0123456789a: expected a key of at most 15 characters, got {"number":1}',
    ]);
  });

  it("compileSchema() says what type is wanted", () => {
    assert.deepEqual(problems({ replicas: "2", args: "a", ports: [], name: null }), [
      'replicas: expected integer, got "2"',
      "name: expected string, got null",
      'args: expected array, got "a"',
      "ports: expected object, got []",
    ]);
    assert.deepEqual(problems([]), [": expected object, got []"]);
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
        'kind: expected one of "Job", "CronJob", got "job"',
        "replicas: expected at least 1, got 0",
        'name: expected at least 1 character, got ""',
        'override: expected at most 10 characters, got "abcdefghijk"',
        "args: expected at least 1 item, got []",
        "ports.a.number: expected at most 65535, got 99999",
      ],
    );
  });

  it("compileSchema() shows the pattern that text must match, or must not", () => {
    assert.deepEqual(problems({ override: "A" }), [
      'override: expected text that matches ^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?$, got "A"',
    ]);
    assert.deepEqual(problems({ path: "../a" }), [
      'path: expected text that does not match (^|/)[.][.](/|$), got "../a"',
    ]);
  });

  it("compileSchema() says what constants, forbidden values and other keywords want", () => {
    const say = (schema: JsonSchema, value: unknown): readonly unknown[] => compileSchema(schema)(value);
    assert.deepEqual(say({ const: "a" }, "b"), [{ path: "", found: '"b"', wanted: '"a"' }]);
    const closed = { properties: { a: { not: {}, description: "nothing of the kind" }, b: { not: {} } } };
    assert.deepEqual(say(closed, { a: 1, b: 2 }), [
      { path: "a", found: "1", wanted: "nothing of the kind" },
      { path: "b", found: "2", wanted: "something else" },
    ]);
    const never = { properties: { a: false as never } };
    assert.deepEqual(say(never, { a: 1 }), [{ path: "a", found: "1", wanted: "nothing here" }]);
    assert.deepEqual(say({ uniqueItems: true }, [1, 1])[0], {
      path: "",
      found: "[1,1]",
      wanted: "NOT have duplicate items (items ## 0 and 1 are identical)",
    });
    assert.deepEqual(say({ maxItems: 1 }, [1, 2]), [{ path: "", found: "[1,2]", wanted: "at most 1 item" }]);
    assert.deepEqual(say({ minItems: 2 }, [1]), [{ path: "", found: "[1]", wanted: "at least 2 items" }]);
    assert.deepEqual(say({ minProperties: 1 }, {}), [{ path: "", found: "{}", wanted: "at least 1 key" }]);
    assert.deepEqual(say({ type: ["integer", "string"] }, true), [
      { path: "", found: "true", wanted: "integer or string" },
    ]);
  });

  it("compileSchema() says the same once, and asks a plain object for its own type", () => {
    const twice = { allOf: [{ required: ["a"] }, { required: ["a"] }] };
    assert.deepEqual(compileSchema(twice)({}), [{ path: "a", found: "nothing", wanted: "a value" }]);
    const own = { properties: { type: {} }, required: ["type"] };
    assert.deepEqual(compileSchema(own)({}), [{ path: "type", found: "nothing", wanted: "a value" }]);
    assert.deepEqual(compileSchema({ required: ["type"] })({}), [
      { path: "type", found: "nothing", wanted: "the name of the branch that counts" },
    ]);
  });

  it("compileSchema() shortens what it has found", () => {
    const found = (length: number): string => compileSchema({ type: "null" })("x".repeat(length - 2))[0]?.found ?? "";
    assert.equal(found(80), `"${"x".repeat(78)}"`);
    assert.equal(found(81), `"${"x".repeat(76)}...`);
  });

  it("compileSchema() shortens maps that it has found", () => {
    assert.deepEqual(problems({ args: { text: "x".repeat(100) } }), [
      `args: expected array, got {"text":"${"x".repeat(68)}...`,
    ]);
  });

  it("compileSchema() writes keys with slashes and tildes as they are", () => {
    const keyed = mapOf(format.keys.qualifiedName, format.port({ description }), { description });
    const validate = compileSchema(toJsonSchema(closed({ keyed }, { description }), "t", ""));
    assert.deepEqual(validate({ keyed: { "a.b/c": 0 } }), [{ path: "keyed.a.b/c", found: "0", wanted: "at least 1" }]);
  });

  it("compileSchema() asks for the branch of a union that counts", () => {
    assert.deepEqual(problems({ volume: { claim: "a", emptyDir: {} } }), [
      "volume.type: expected the name of the branch that counts, got nothing",
    ]);
    assert.deepEqual(problems({ volume: {} }), [
      "volume.type: expected the name of the branch that counts, got nothing",
    ]);
    assert.deepEqual(problems({ volume: { type: "claim", emptyDir: {} } }), [
      "volume.claim: expected a value, got nothing",
    ]);
    assert.deepEqual(problems({ volume: { type: "clam", claim: "a" } }), [
      'volume.type: expected one of "claim", "emptyDir", got "clam"',
    ]);
  });

  it("compileSchema() looks into the types of Kubernetes", () => {
    assert.deepEqual(problems({ resources: { limit: { cpu: 1 } } }), [
      'resources.limit: expected "limits", got an unknown key',
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

  it("validateValues() refuses text that some Helm cannot read, beside what the schema refuses", () => {
    assert.deepEqual(validateValues(schema, { args: ["a\u007f"], replicas: 0 }), [
      { path: "args.0", found: '"a\\u007f"', wanted: "text that every Helm can read" },
      { path: "replicas", found: "0", wanted: "at least 1" },
    ]);
    assert.deepEqual(validateValues(schema, { args: ["a\u0085\0\u2028"] }), []);
  });
});

describe("ValuesError", () => {
  it("ValuesError says what is wrong in one line, or a line each", () => {
    const first = { path: "a.b", found: "1", wanted: "string" };
    const second = { path: "", found: "[]", wanted: "object" };
    const one = new ValuesError("prod.yaml", [first]);
    assert.equal(one.message, "Cannot use prod.yaml: a.b: expected string, got 1");
    assert.deepEqual([one.name, one.code, one.problems], ["ValuesError", "VALUES", [first]]);
    assert.equal(
      new ValuesError("prod.yaml", [first, second]).message,
      "Cannot use prod.yaml:\n  a.b: expected string, got 1\n  (root): expected object, got []",
    );
  });
});
