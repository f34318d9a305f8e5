/** What an expression of each function says of itself: the printer quotes, ranges over and reads fields by it. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { sourceOf } from "../../generator/expression/node.ts";
import { given } from "../../generator/expression/reference.ts";
import * as apis from "../../generator/functions/api-versions.ts";
import * as keys from "../../generator/functions/keys.ts";
import * as lists from "../../generator/functions/lists.ts";
import * as logic from "../../generator/functions/logic.ts";
import * as maps from "../../generator/functions/maps.ts";
import * as numbers from "../../generator/functions/numbers.ts";
import * as split from "../../generator/functions/split.ts";
import * as strings from "../../generator/functions/strings.ts";
import { v } from "../expression/sample-values.ts";

const { args, labels, note, on, retries } = v;
const tag = given(v.tag);
const names: Expression<readonly string[]> = args;

/** The types of results, each with expressions that have it. */
const buildAll = (): Readonly<Record<string, readonly Expression<unknown>[]>> => ({
  string: [
    lists.join(names, ","),
    strings.text`${tag}-a`,
    strings.trimPrefix(tag, "a"),
    strings.trimSuffix(tag, "a"),
    strings.toText(retries),
    strings.lower(tag),
    strings.replace(tag, "a", "b"),
    strings.trunc(tag, 3),
    strings.sha256(tag),
    strings.toJson(labels),
    strings.fitName(tag, 20),
  ],
  integer: [lists.count(args), numbers.sum(retries, 1), numbers.numberOf(tag), numbers.difference(retries, retries)],
  number: [numbers.quotient(retries, retries)],
  boolean: [
    apis.hasApiVersion("apps/v1"),
    lists.hasItem(names, tag),
    logic.present(note),
    logic.nonEmpty(note),
    logic.not(on),
    logic.and(on, on),
    logic.or(on, on),
    logic.eq(tag, "a"),
    logic.ne(tag, "a"),
    logic.isTrue(on),
    logic.isFalse(on),
    logic.isMap(labels),
    logic.isText(note),
    logic.isAbsentOrOneOf(note, ["a"]),
    logic.greaterThan(retries, 1),
    maps.hasEntry(labels, tag),
    maps.hasValue(labels, tag),
    numbers.isCount(retries),
    strings.contains(tag, "a"),
    strings.hasPrefix(tag, "a"),
  ],
  array: [
    keys.keysOf(labels, labels),
    lists.concat(names, ["a"]),
    lists.list(tag, "a"),
    lists.uniq(names),
    lists.reverse(names),
    lists.sorted(names),
    split.split(tag, ","),
    split.findAll(tag, "a"),
    split.without(names, "a"),
  ],
  object: [maps.mapOf(tag, "a"), maps.withoutKeys(labels, "a"), maps.merge(labels, labels), maps.withoutEmpty(labels)],
});

describe("the result of a function", () => {
  for (const type of ["string", "integer", "number", "boolean", "array", "object"]) {
    it(`each function whose result is of type ${type} says so`, () => {
      const expressions = buildAll()[type] ?? [];
      assert.ok(expressions.length > 0);
      for (const { [NODE]: node } of expressions) assert.equal(node.type, type, JSON.stringify(node));
    });
  }

  it("what picks or sorts entries keeps where they come from", () => {
    const picked = [lists.sorted(names), lists.uniq(names), lists.reverse(names), maps.withoutKeys(labels, "a")];
    for (const expression of picked) {
      const source = sourceOf(expression[NODE]);
      assert.deepEqual(source?.keys, expression === picked.at(-1) ? ["Values", "labels"] : ["Values", "args"]);
    }
  });

  it("the entry under a computed name may be absent, and has the type that is asked for", () => {
    const node = maps.entryOf<string>("string", labels, tag)[NODE];
    assert.ok(node.op === "call");
    assert.deepEqual([node.type, node.optional], ["string", true]);
  });
});
