import assert from "node:assert/strict";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import {
  createReference,
  entrySchemaOf,
  fieldOf,
  given,
  pathOf,
  scopeField,
  typeOfSchema,
  valuesOf,
  withoutDefault,
} from "../../generator/expression/reference.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { printValue } from "./print-expression.ts";
import { v } from "./sample-values.ts";

describe("valuesOf()", () => {
  it("valuesOf() makes references whose fields follow the model", () => {
    const path = pathOf(v.job.deep.path);
    assert.deepEqual(path?.keys, ["Values", "job", "deep", "path"]);
    assert.deepEqual(path?.models, [["job", "deep", "path"]]);
    assert.equal(path?.root, ".");
    assert.equal(path?.type, "string");
  });

  it("valuesOf() names the nearest value where one is misspelt", () => {
    const wrong = v as unknown as Record<"replica" | "job" | "xyz", { sizes: unknown }>;
    assert.throws(() => wrong.replica, {
      name: "TypeError",
      message: 'Cannot refer to Values.replica: no such value, the nearest is "replicas"',
    });
    assert.throws(() => wrong.job.sizes, {
      message: 'Cannot refer to Values.job.sizes: no such value, the nearest is "size"',
    });
  });

  it("valuesOf() names none where no name is near", () => {
    const wrong = v as unknown as { readonly completelyDifferent: unknown };
    assert.throws(() => wrong.completelyDifferent, {
      message: "Cannot refer to Values.completelyDifferent: no such value",
    });
  });

  it("valuesOf() admits any string as a key, also those that every object has", () => {
    const names = ["constructor", "then", "node", "toString", "keys", "__proto__"];
    const model = {
      type: "object",
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    };
    const values = valuesOf<Record<never, never>>(model) as unknown as Readonly<Record<string, Expression<string>>>;
    const printed = names.map((name) =>
      printValue(values[name] ?? new Expression({ op: "literal", type: "string", value: "" })),
    );
    assert.deepEqual(printed, [
      ".Values.constructor",
      ".Values.then",
      ".Values.node",
      ".Values.toString",
      ".Values.keys",
      ".Values.__proto__",
    ]);
    assert.throws(() => (v as unknown as { readonly constructor: unknown }).constructor, /no such value/);
  });

  it("valuesOf() knows what may be absent", () => {
    const optional = {
      tag: v.tag,
      limit: v.job.limit,
      size: v.claim.size,
      volume: v.claim.volume,
      path: v.job.deep.path,
    };
    for (const [name, reference] of Object.entries(optional)) assert.equal(pathOf(reference)?.optional, true, name);
    const there = { name: v.name, on: v.on, size: v.job.size, className: v.claim.className, labels: v.labels };
    for (const [name, reference] of Object.entries(there)) assert.equal(pathOf(reference)?.optional, false, name);
  });
});

describe("createReference()", () => {
  it("createReference() makes an expression, whatever its fields", () => {
    assert.ok(v.job instanceof Expression);
    assert.equal(v.job.size[NODE].op, "path");
  });
});

describe("fieldOf()", () => {
  it("fieldOf() names an entry of a map by its place in the model", () => {
    const entry = createReference<{ number: number }>({
      op: "path",
      type: "object",
      root: "$port",
      keys: [],
      optional: false,
      schema: entrySchemaOf(pathOf(v.ports)?.schema ?? {}),
      models: [["ports", "*"]],
    });
    const path = pathOf(entry);
    assert.ok(path);
    assert.throws(() => fieldOf(path, "numbr"), {
      message: 'Cannot refer to Values.ports.*.numbr: no such value, the nearest is "number"',
    });
    assert.deepEqual(fieldOf(path, "number").models, [["ports", "*", "number"]]);
  });
});

describe("entrySchemaOf()", () => {
  it("entrySchemaOf() finds the entries of maps and the items of lists", () => {
    assert.deepEqual(entrySchemaOf({ patternProperties: { "^a": { type: "string" } } }), { type: "string" });
    assert.deepEqual(entrySchemaOf({ items: { type: "integer" } }), { type: "integer" });
    assert.deepEqual(entrySchemaOf({ additionalProperties: { type: "boolean" } }), { type: "boolean" });
    assert.deepEqual(entrySchemaOf({ additionalProperties: false }), {});
  });
});

describe("typeOfSchema()", () => {
  it("typeOfSchema() reads the type, or that of the constants", () => {
    assert.equal(typeOfSchema({ type: "integer" }), "integer");
    assert.equal(typeOfSchema({ enum: ["a", "b"] }), "string");
    assert.equal(typeOfSchema({ const: "a" }), "string");
    assert.equal(typeOfSchema({ enum: ["a", 1] }), "any");
    assert.equal(typeOfSchema({ type: ["string", "object"] }), "any");
    assert.equal(typeOfSchema({}), "any");
  });
});

describe("given()", () => {
  it("given() makes a reference that may be absent one that is there", () => {
    assert.equal(pathOf(given(v.tag))?.optional, false);
    assert.equal(pathOf(given(v.claim).size)?.optional, false);
    assert.equal(pathOf(given(v.claim).volume)?.optional, true);
  });

  it("given() refuses an expression that is no reference", () => {
    assert.throws(() => given(orIfEmpty(v.name, "x") as typeof v.name), {
      name: "TypeError",
      message: "Cannot narrow an expression: expected a reference",
    });
  });
});

describe("scopeField()", () => {
  it("scopeField() refers to what an includer adds to the scope", () => {
    const field = scopeField<{ name: string }>(
      "container",
      { type: "object", required: ["name"], properties: { name: { type: "string" } } },
      [[], ["sidecars", "*"]],
    );
    assert.equal(printValue(field.name), ".container.name");
    assert.equal(printValue(field.name, { root: "$" }), "$.container.name");
    assert.deepEqual(pathOf(field.name)?.models, [["name"], ["sidecars", "*", "name"]]);
  });
});

describe("withoutDefault()", () => {
  it("withoutDefault() prints a reference as it is, and leaves what is below it its defaults", () => {
    assert.equal(printValue(withoutDefault(v.greeting)), ".Values.greeting");
    assert.equal(printValue(withoutDefault(v.job).size), printValue(v.job.size));
    assert.throws(() => withoutDefault(enabled(v.ports) as never), {
      message: "Cannot leave a default out: expected a reference",
    });
  });
});
