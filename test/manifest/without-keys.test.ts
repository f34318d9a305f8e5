import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bind, collectList } from "../../generator/expression/bind.ts";
import { release } from "../../generator/expression/built-in.ts";
import { Define, include } from "../../generator/expression/define.ts";
import {
  type Apply,
  defineCheck,
  defineFunction,
  entry,
  param,
  stringParam,
} from "../../generator/expression/define-function.ts";
import type { Expression, Operand } from "../../generator/expression/expression.ts";
import { forEach } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { Handle, toPart } from "../../generator/expression/part.ts";
import { scopeField } from "../../generator/expression/reference.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { keysOf } from "../../generator/functions/keys.ts";
import { concat, list } from "../../generator/functions/lists.ts";
import { and, eq, nonEmpty, not, or, orIfEmpty, ternary } from "../../generator/functions/logic.ts";
import { hasEntry, lookUp, merge } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { withoutKeys } from "../../generator/manifest/without-keys.ts";
import { v } from "../expression/sample-values.ts";
import { print } from "./print-part.ts";

type Strings = Readonly<Record<string, string>>;
interface Stage {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}
const stage = scopeField<Stage>("Stage", {
  type: "object",
  required: ["name", "labels"],
  properties: {
    name: { type: "string", default: "" },
    labels: { type: "object", default: {}, additionalProperties: { type: "string" } },
  },
});
const remover = withoutKeys(new Set(["Stage"]));

/** What remains of documents, printed. */
function rest(documents: unknown): string {
  const part = remover.part(toPart(documents));
  return part === undefined ? "" : print(new Handle(part) as unknown as Documents);
}

/** What remains of a field of an object, printed. */
function fieldOf(value: unknown): string {
  return rest({ kind: "A", field: value }).replace("kind: A\n", "");
}

describe("withoutKeys()", () => {
  it("withoutKeys() decides conditions, and leaves out what they keep out", () => {
    assert.equal(fieldOf(when(nonEmpty(stage.name), "a")), "");
    assert.equal(fieldOf(when(eq(stage.name, ""), "a")), "field: a\n");
    assert.equal(fieldOf(choose(nonEmpty(stage.labels), "a", "b")), "field: b\n");
    const name = { name: v.name };
    assert.equal(fieldOf([when(nonEmpty(stage.name), name), name]), fieldOf([name]));
    assert.equal(rest([guard(eq(stage.name, "a"), "no"), { kind: "A" }]), rest([{ kind: "A" }]));
  });

  it("withoutKeys() keeps of a condition what is not decided", () => {
    const given = nonEmpty(v.name);
    assert.equal(fieldOf(when(or(nonEmpty(stage.name), given), "a")), fieldOf(when(given, "a")));
    assert.equal(fieldOf(when(and(eq(stage.name, ""), given), "a")), fieldOf(when(given, "a")));
    assert.equal(fieldOf(when(and(nonEmpty(stage.name), given), "a")), "");
    assert.equal(fieldOf(when(not(nonEmpty(stage.name)), "a")), "field: a\n");
    assert.equal(
      fieldOf(choose(given, when(nonEmpty(stage.name), "a"), "b")),
      fieldOf(when(not(given), "b")),
      "the branch that is left has the condition turned round",
    );
  });

  it("withoutKeys() keeps of a call the argument that it yields", () => {
    assert.equal(fieldOf(orIfEmpty(stage.name, release.name)), fieldOf(release.name));
    assert.equal(fieldOf(ternary(nonEmpty(stage.name), "a", release.name)), fieldOf(release.name));
    const labels = { a: "b" };
    assert.equal(fieldOf(merge(stage.labels, v.labels, labels)), fieldOf(merge(v.labels, labels)));
    assert.equal(fieldOf(merge(merge(stage.labels, v.labels), labels)), fieldOf(merge(v.labels, labels)));
  });

  it("withoutKeys() drops loops, variables and spread fields of what is not there", () => {
    const bound = bind("labels", stage.labels, (labels) => ({ kind: "A", ...when(nonEmpty(labels), "a") }));
    assert.equal(rest(bound), "kind: A\n");
    assert.equal(rest([forEach(stage.labels, (key) => ({ kind: key })), { kind: "A" }]), rest([{ kind: "A" }]));
    const collected = collectList(
      "names",
      forEach(stage.labels, (key) => key),
      (names) => when(nonEmpty(names as Expression<readonly string[]>), { kind: "B" }),
    );
    assert.equal(rest([collected, { kind: "A" }]), rest([{ kind: "A" }]));
    const fields = spread("fields", when(nonEmpty(stage.name), { b: "c" }));
    assert.equal(rest({ kind: "A", ...fields }), "kind: A\n");
  });

  it("withoutKeys() knows what a function yields of whose body nothing is left, and does not follow one into itself", () => {
    const params = { map: param<Strings>({ type: "object" }), key: stringParam };
    const pick: Apply<Strings> = defineFunction({
      name: "pick",
      comment: "",
      params,
      result: "map",
      body: ({ map, key }) => when(hasEntry(map, key), entry(key, lookUp("string", map, key))),
    });
    assert.equal(fieldOf(when(nonEmpty(pick(stage.labels, v.name)), "a")), "");
    assert.equal(fieldOf(merge(pick(stage.labels, v.name), v.labels)), fieldOf(merge(v.labels)));
    const check = defineCheck({
      name: "check",
      comment: "",
      params: { map: params.map },
      body: ({ map }) => when(nonEmpty(map), guard(v.on, "no")),
    });
    assert.equal(rest([check(stage.labels), { kind: "A" }]), rest([{ kind: "A" }]));
    const deep: (map: Operand<Strings>) => Expression<Strings> = defineFunction({
      name: "deep",
      comment: "",
      params: { map: params.map },
      result: "map",
      body: ({ map }, self) => when(nonEmpty(self(map)), entry("a", "b")),
    });
    assert.match(fieldOf(deep(stage.labels)), /include "t[.]deep" dict/);
  });

  it("withoutKeys() finds nothing in what is empty, whatever is looked for, and joins no empty list", () => {
    assert.equal(fieldOf(orIfEmpty(lookUp("string", stage.labels, v.name), release.name)), fieldOf(release.name));
    assert.equal(fieldOf(when(hasEntry(stage.labels, v.name), "a")), "");
    assert.equal(fieldOf(concat(keysOf(stage.labels), v.args)), fieldOf(concat(v.args)));
    assert.equal(fieldOf(concat(keysOf(stage.labels))), fieldOf(list()));
    const found = bind(
      "found",
      lookUp("object", stage.labels, v.name) as Expression<{ a: string }>,
      (one) => when(nonEmpty(one), { kind: one.a }),
      { type: "object", required: ["a"], properties: { a: { type: "string" } } },
    );
    assert.equal(rest([found, { kind: "A" }]), rest([{ kind: "A" }]), "the field of a text is not read");
  });

  it("withoutKeys() drops named templates of which nothing is left, and what includes them", () => {
    const checks = new Define<Documents>("t.checks", "documents", when(nonEmpty(stage.name), { kind: "B" }), "");
    const labels = new Define<Record<string, string>>("t.labels", "object", when(nonEmpty(stage.name), { a: "b" }), "");
    assert.equal(rest([include(checks), { kind: "A" }]), rest([{ kind: "A" }]));
    assert.equal(fieldOf(when(nonEmpty(include(labels)), include(labels))), "");
    const { body, name } = remover.define(labels);
    assert.deepEqual([name, body], ["t.labels", { kind: "map", fields: [] }]);
    assert.equal(remover.define(labels), remover.define(labels));
  });

  it("withoutKeys() rewrites what is included with more keys, but not where they are those that it removes", () => {
    const title = new Define<string>("t.title", "string", orIfEmpty(stage.name, release.name), "");
    const included = (scope: Expression<unknown>): Define => {
      const part = remover.part(toPart(include(title, scope)));
      assert.ok(part?.kind === "expression" && part.node.op === "include");
      return part.node.define as Define; // every named template is one
    };
    assert.equal(included(extendScope({ other: "a" })), remover.define(title));
    assert.equal(included(extendScope({ Stage: { name: "a" } as never })), title);
    assert.equal(included(v.labels), title);
    const labels = new Define<Strings>("t.labels", "object", when(nonEmpty(stage.name), { a: "b" }), "");
    assert.deepEqual(remover.define(labels).body, { kind: "map", fields: [] });
    const given = include(labels, extendScope({ Stage: { name: "a" } as never }));
    assert.notEqual(fieldOf(when(nonEmpty(given), "a")), "", "nothing is left of it only where it has no stage");
  });
});
