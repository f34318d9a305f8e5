import assert from "node:assert/strict";
import { Define, include } from "../../generator/expression/define.ts";
import { toPart } from "../../generator/expression/part.ts";
import { when } from "../../generator/expression/when.ts";
import { merge } from "../../generator/functions/maps.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { v } from "../expression/sample-values.ts";

describe("spread()", () => {
  const object = include(new Define<object>("t.object", "object", { a: 1 }, ""));

  it("spread() has a key of its own in a map", () => {
    const fields = when(v.off, { a: 1 });
    const map: Record<string, unknown> = { ...spread("one", object), ...spread("two", fields) };
    assert.deepEqual(Object.keys(map), ["...one", "...two"]);
    assert.deepEqual(toPart(map["...two"]), { kind: "spread", fields: toPart(fields) });
    assert.deepEqual(toPart(map["...one"]), { kind: "spread", fields: toPart(object) });
  });

  it("spread() refuses an expression that is no included object", () => {
    const message = (type: string): object => ({
      name: "TypeError",
      message: `Cannot spread an expression of type ${type}: expected an included named template of an object`,
    });
    assert.throws(() => spread("a", v.name as never), message("string"));
    assert.throws(() => spread("a", merge<string>(v.labels)), message("object"));
    assert.throws(() => spread("a", include(new Define<string[]>("t.list", "array", [], ""))), message("array"));
  });
});
