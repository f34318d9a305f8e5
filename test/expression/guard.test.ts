import assert from "node:assert/strict";
import { NODE } from "../../generator/expression/expression.ts";
import { guard } from "../../generator/expression/guard.ts";
import { text } from "../../generator/functions/strings.ts";
import { partIn } from "./read-part.ts";
import { v } from "./sample-values.ts";

describe("guard()", () => {
  it("guard() holds a test and a message, constant or not", () => {
    const constant = partIn(guard(v.on, "no"));
    assert.equal(constant.kind, "guard");
    assert.deepEqual(constant.test, v.on[NODE]);
    assert.deepEqual(constant.message, { op: "literal", type: "string", value: "no" });
    const message = text`no ${v.name}`;
    assert.equal(partIn(guard(v.on, message)).message, message[NODE]);
  });
});
