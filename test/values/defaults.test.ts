import assert from "node:assert/strict";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { defaultsOf, isDefaulted } from "../../generator/values/defaults.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, listOf, mapOf, optional } from "../../generator/values/model.ts";

const description = "For tests";
const off = boolean({ description, default: false });
const size = format.size({ description });

describe("defaultsOf()", () => {
  it("defaultsOf() gathers the defaults of required fields, at any depth", () => {
    const model = closed(
      {
        off,
        none: format.count({ description, default: 0 }),
        name: format.string({ description, default: "" }),
        job: closed({ deep: closed({ off }, { description }), size }, { description }),
        labels: mapOf("^a", format.string({ description }), { description }),
        args: listOf(format.string({ description }), { description, default: ["a"] }),
      },
      { description },
    );
    assert.deepEqual(defaultsOf(model as JsonSchema), {
      off: false,
      none: 0,
      name: "",
      job: { deep: { off: false } },
      labels: {},
      args: ["a"],
    });
  });

  it("defaultsOf() leaves out optional fields, also those with defaults inside", () => {
    const model = closed(
      { off, maybe: optional(off), claim: optional(closed({ off }, { description })) },
      { description },
    );
    assert.deepEqual(defaultsOf(model as JsonSchema), { off: false });
  });

  it("defaultsOf() is nothing where there is no default", () => {
    assert.equal(defaultsOf({ type: "string" }), undefined);
    assert.equal(defaultsOf(closed({ size }, { description }) as JsonSchema), undefined);
    assert.equal(defaultsOf({ type: "object" }), undefined);
  });

  it("defaultsOf() takes an object's own default before those of its fields", () => {
    assert.deepEqual(defaultsOf(closed({ off }, { description, default: {} }) as JsonSchema), {});
  });
});

describe("isDefaulted()", () => {
  it("isDefaulted() is true of what may be left out", () => {
    assert.equal(isDefaulted(off as JsonSchema), true);
    assert.equal(isDefaulted(closed({ off, size: optional(size) }, { description }) as JsonSchema), true);
    assert.equal(isDefaulted(closed({ deep: closed({ off }, { description }) }, { description }) as JsonSchema), true);
    assert.equal(isDefaulted({ type: "object", properties: {} }), true);
  });

  it("isDefaulted() is false where a required field has no default, at any depth", () => {
    assert.equal(isDefaulted(size as JsonSchema), false);
    assert.equal(
      isDefaulted(closed({ deep: closed({ off, size }, { description }) }, { description }) as JsonSchema),
      false,
    );
    assert.equal(isDefaulted({ type: "object" }), false);
  });
});
