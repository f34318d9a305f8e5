import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bind, collectList } from "../../generator/expression/bind.ts";
import { release } from "../../generator/expression/built-in.ts";
import { Define, include } from "../../generator/expression/define.ts";
import type { Expression } from "../../generator/expression/expression.ts";
import { forEach } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { Handle, toPart } from "../../generator/expression/part.ts";
import { scopeField } from "../../generator/expression/reference.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { and, eq, nonEmpty, not, or, orIfEmpty, ternary } from "../../generator/functions/logic.ts";
import { merge } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { withoutKeys } from "../../generator/manifest/without-keys.ts";
import { v } from "../expression/sample-values.ts";
import { print } from "./print-part.ts";

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
  });
});
