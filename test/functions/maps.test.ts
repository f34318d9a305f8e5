import assert from "node:assert/strict";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { toPart } from "../../generator/expression/part.ts";
import { pathOf, valuesOf } from "../../generator/expression/reference.ts";
import { enabled, ordered, where } from "../../generator/functions/entries.ts";
import { concat, list, uniq } from "../../generator/functions/lists.ts";
import { orIfEmpty } from "../../generator/functions/logic.ts";
import { fieldOfEach, hasEntry, lookUp, merge } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import { collect } from "../../generator/manifest/collect.ts";
import { printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, mapOf } from "../../generator/values/model.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";
import { tryWithHelms } from "./render-with-helm.ts";
import { branchOf, onlyBranch } from "./sample-unions.ts";

type Disc = { fast: boolean; old: boolean };
const description = "For tests";
const disc = closed(
  { fast: boolean({ description, default: true }), old: boolean({ description, default: false }) },
  { description },
);
const { discs } = valuesOf<{ discs: Record<string, Disc> }>(
  closed({ discs: mapOf(format.keys.name, disc, { description }) }, { description }),
);

function sourceOf(expression: Expression): unknown {
  const node = expression[NODE];
  return node.op === "call" || node.op === "apply" ? node.source : undefined;
}

describe("map functions", () => {
  it("merge() takes references that may be absent, and constants", () => {
    assert.equal(
      printValue(merge<string>(v.labels, { a: "b", c: v.host })),
      'include "t.merge" (list .Values.labels (dict "a" "b" "c" (.Values.host | default "localhost"))) | fromJson',
    );
  });

  it("enabled() and ordered() say which map their entries come from", () => {
    assert.equal(printValue(enabled(v.ports)), 'include "t.enabled" .Values.ports | fromJson');
    assert.equal(printValue(ordered(v.ports)), 'include "t.ordered" .Values.ports | fromJsonArray');
    assert.deepEqual(sourceOf(enabled(v.ports)), pathOf(v.ports));
    assert.deepEqual(sourceOf(ordered(enabled(v.ports))), pathOf(v.ports));
  });

  it("where() hands over what an absent switch means", () => {
    assert.equal(
      printValue(where(discs, "fast", false)),
      'include "t.where" (list .Values.discs "fast" false true) | fromJson',
    );
    assert.equal(
      printValue(where(discs, "old", true)),
      'include "t.where" (list .Values.discs "old" true false) | fromJson',
    );
  });

  it("where() refuses a switch that the entries do not have, and what is no reference", () => {
    assert.throws(() => where(discs, "fats" as "fast", true), {
      message: 'Cannot refer to Values.discs.*.fats: no such value, the nearest is "fast"',
    });
    assert.throws(() => where(enabled(discs) as typeof discs, "fast", true), {
      message: "Cannot pick entries of an expression: expected a reference to a map",
    });
  });

  it("fieldOfEach() names the field", () => {
    assert.equal(
      printValue(fieldOfEach(enabled(discs), "fast")),
      'include "t.fieldOfEach" (list (include "t.enabled" .Values.discs | fromJson) "fast") | fromJson',
    );
  });

  it("a union is used by its name: its branches are in its template alone", () => {
    assert.equal(printValue(branchOf(v.job)), 'include "t.kindOf" .Values.job');
    assert.equal(printValue(onlyBranch(v.job)), 'include "t.onlyKind" .Values.job | fromJson');
    const [branch, kindOf] = [...collect([toPart(branchOf(v.job))], "t").functions.values()].reverse();
    assert.deepEqual([kindOf?.name, branch?.name], ["kindOf", "branch"]);
    assert.ok(kindOf !== undefined);
    assert.equal(
      printFunctionTemplate(kindOf, "t"),
      `{{- /*
A union.
*/}}
{{- define "t.kindOf" -}}
{{- $union := . }}
{{- include "t.branch" (list $union (list "a" "b")) }}
{{- end }}
`,
    );
  });

  it("lookUp() prints dig, with its keys before the map", () => {
    assert.equal(
      printValue(lookUp<string>("string", v.labels, "a", v.host)),
      'dig "a" (.Values.host | default "localhost") "" (.Values.labels | default dict)',
    );
    assert.equal(lookUp<number>("integer", v.labels, "a")[NODE].type, "integer");
  });

  it("lookUp() fails in real Helm where a key on the way is no map", async () => {
    const template = `a: {{ ${printValue(lookUp<string>("string", v.labels, "a", "b"))} }}\n`;
    for (const result of await tryWithHelms({ "templates/a.yaml": template }, { labels: { a: "text" } })) {
      assert.ok(result instanceof Error);
    }
  });

  it("hasEntry() prints hasKey, with the map first", () => {
    assert.equal(
      printValue(hasEntry(v.labels, v.host)),
      'hasKey (.Values.labels | default dict) (.Values.host | default "localhost")',
    );
  });

  it("concat(), list() and uniq() print Helm's own functions", () => {
    assert.equal(
      printValue(concat(v.args, v.args)),
      "concat (.Values.args | default list) (.Values.args | default list)",
    );
    assert.equal(printValue(uniq(v.args)), ".Values.args | default list | uniq");
    assert.equal(
      printValue(list(v.host, v.kind)),
      'list (.Values.host | default "localhost") (.Values.kind | default "Job")',
    );
  });

  it("extendScope() puts fields before those of the root", () => {
    assert.equal(
      printValue(extendScope({ name: "main", container: v.job })),
      'merge (dict "name" "main" "container" .Values.job) .',
    );
    assert.equal(printValue(extendScope({ name: "main" }), { root: "$" }), 'merge (dict "name" "main") $');
  });

  it("functions know no source of entries where there is none", () => {
    assert.equal(sourceOf(enabled(merge<string>(v.labels))), undefined);
    assert.equal(sourceOf(uniq(orIfEmpty(v.args, v.modes))), undefined);
  });
});
