import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import type { Reference } from "../../generator/expression/reference.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { nodeIn, partIn, pathIn, printPart } from "./read-part.ts";
import { v } from "./sample-values.ts";

describe("bind()", () => {
  it("bind() gives its body a variable of the value's type", () => {
    const bound = partIn(bind("name", orIfEmpty(v.name, "x"), (name) => name));
    assert.equal(bound.kind, "bind");
    assert.equal(bound.variable, "$name");
    assert.deepEqual(bound.value, orIfEmpty(v.name, "x")[NODE]);
    assert.equal(printPart(bound.body), "$name");
    assert.equal(nodeIn(bound.body).type, "string");
  });

  it("bind() keeps the fields of a reference, and what a function declares about its entries", () => {
    const job = partIn(bind("job", v.job, (variable) => variable.deep.path));
    assert.equal(printPart(job.body), "($job.deep).path");
    const ports = partIn(bind("ports", enabled(v.ports), (variable) => variable));
    assert.deepEqual(pathIn(ports.body).models, [["ports"]]);
  });

  it("bind() takes fields from a schema where the value is no reference", () => {
    const schema = { type: "object", properties: { size: { type: "string", minLength: 1, default: "1Gi" } } };
    const value = orIfEmpty(v.job, v.job) as Expression<{ size: string }>;
    const bound = partIn(bind("part", value, (part: Reference<{ size: string }>) => part.size, schema));
    assert.equal(printPart(bound.body), '$part.size | default "1Gi"');
  });

  it("bind() refuses a name that Go cannot read", () => {
    for (const name of ["my-tag", "1st", "", "a b", "$a"]) {
      assert.throws(() => bind(name, v.host, (host) => host), {
        name: "TypeError",
        message: `Cannot bind a variable: expected a name of letters, digits and underscores, not _ alone, got "${name}"`,
      });
    }
  });

  it("bind() makes a variable that is never absent, and so takes no value that may be", () => {
    const bound = partIn(bind("tag", orIfEmpty(v.tag, "x"), (tag) => tag));
    assert.equal(pathIn(bound.body).optional, false);
    // @ts-expect-error the tag may be absent
    bind("tag", v.tag, (tag) => tag);
  });
});
