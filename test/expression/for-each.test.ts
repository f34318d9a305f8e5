import assert from "node:assert/strict";
import { Define, include } from "../../generator/expression/define.ts";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { valuesOf } from "../../generator/expression/reference.ts";
import { enabled, ordered, where } from "../../generator/functions/entries.ts";
import { concat, uniq } from "../../generator/functions/lists.ts";
import { merge } from "../../generator/functions/maps.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, mapOf } from "../../generator/values/model.ts";
import { nodeIn, partIn, pathIn, printItems, printPart } from "./read-part.ts";
import { v } from "./sample-values.ts";

describe("forEach()", () => {
  it("forEach() names its variables after the map, in the singular", () => {
    const each = partIn(forEach(v.ports, (name, port) => [name, port.number]));
    assert.deepEqual([each.name, each.entry], ["$portName", "$port"]);
    assert.deepEqual(printItems(each.item), ["$portName", "$port.number"]);
    assert.deepEqual(each.over, v.ports[NODE]);
  });

  it("forEach() gives entries the defaults of the model", () => {
    const each = partIn(forEach(v.ports, (_, port) => port.protocol));
    assert.equal(printPart(each.item), '$port.protocol | default "TCP"');
    assert.deepEqual(pathIn(each.item).models, [["ports", "*", "protocol"]]);
  });

  it("forEach() walks an ordered map as a list of names and entries", () => {
    const each = partIn(forEach(ordered(v.ports), (name, port) => [name, port.number]));
    assert.deepEqual([each.name, each.entry], [undefined, "$port"]);
    assert.deepEqual(printItems(each.item), ["$port.name", "($port.value).number"]);
  });

  it("forEach() walks what is picked from a map", () => {
    const model = mapOf(
      format.keys.name,
      closed({ fast: boolean({ description: "", default: false }) }, { description: "" }),
      {
        description: "",
      },
    );
    const discs = valuesOf<{ discs: Record<string, { fast: boolean }> }>(
      closed({ discs: model }, { description: "" }),
    ).discs;
    for (const map of [enabled(discs), where(discs, "fast", true)]) {
      const each = partIn(forEach(map, (_, disc) => disc.fast));
      assert.equal(printPart(each.item), "$disc.fast | default false");
    }
  });

  it("forEach() makes singulars of the plurals that values have", () => {
    const singulars = ["ports", "env", "policies", "classes", "mounts", "patches", "boxes", "access"].map((name) => {
      const map = { type: "object", default: {}, patternProperties: { "": { type: "string" } } };
      const values = valuesOf<Record<never, never>>({ type: "object", required: [name], properties: { [name]: map } });
      const field = (values as unknown as Readonly<Record<string, Expression<Record<string, string>>>>)[name];
      return field === undefined ? "" : partIn(forEach(field, () => "")).entry;
    });
    assert.deepEqual(singulars, ["$port", "$env", "$policy", "$class", "$mount", "$patch", "$box", "$access"]);
  });

  it("forEach() refuses an expression of unknown entries", () => {
    const message = (what: string): object => ({
      name: "TypeError",
      message: `Cannot walk the result of ${what}: expected a reference to a map or a list`,
    });
    assert.throws(() => forEach(merge(v.labels, v.labels), () => ""), message("merge"));
    const define = new Define<Record<string, string>>("t.labels", "object", v.labels, "");
    assert.throws(() => forEach(include(define), () => ""), message("include"));
  });
});

describe("forEachItem()", () => {
  it("forEachItem() has a variable for the item alone", () => {
    const each = partIn(forEachItem(v.rules, (rule) => rule.number));
    assert.deepEqual([each.name, each.entry], [undefined, "$rule"]);
    assert.equal(printPart(each.item), "$rule.number");
  });

  it("forEachItem() walks lists that are put together", () => {
    const each = partIn(forEachItem(uniq(concat(v.args, v.modes)), (arg) => arg));
    assert.equal(printPart(each.item), "$arg");
    assert.equal(nodeIn(each.item).type, "string");
  });
});
