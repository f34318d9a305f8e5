import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import type { CallNode } from "../../generator/expression/node.ts";
import { valuesOf } from "../../generator/expression/reference.ts";
import { enabled, ordered, where } from "../../generator/functions/entries.ts";
import { extendScope } from "../../generator/functions/extend-scope.ts";
import { concat, list, uniq } from "../../generator/functions/lists.ts";
import {
  and,
  eq,
  greaterThan,
  isTrue,
  ne,
  nonEmpty,
  not,
  or,
  orElse,
  orIfEmpty,
  present,
  required,
  ternary,
} from "../../generator/functions/logic.ts";
import { fieldOfEach, hasEntry, lookUp, merge, withoutEmpty } from "../../generator/functions/maps.ts";
import { sum } from "../../generator/functions/numbers.ts";
import { contains, fitName, replace, sha256, text, toJson, trunc } from "../../generator/functions/strings.ts";
import { branchOf, onlyBranch, onlyBranchOfEach } from "../../generator/functions/unions.ts";
import { yamlFunction } from "../../generator/functions/yaml.ts";
import { printFunctionTemplate } from "../../generator/manifest/print-define.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, mapOf } from "../../generator/values/model.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";

const description = "For tests";
const disc = closed({ fast: boolean({ description, default: true }) }, { description });
const { discs } = valuesOf<{ discs: Record<string, { fast: boolean }> }>(
  closed({ discs: mapOf(format.keys.name, disc, { description }) }, { description }),
);

type Row = readonly [expression: Expression<unknown>, name: string, type: string, go: string];

const table: readonly Row[] = [
  [enabled(v.ports), "enabled", "object", 'include "t.enabled" .Values.ports | fromJson'],
  [ordered(v.ports), "ordered", "array", 'include "t.ordered" .Values.ports | fromJsonArray'],
  [
    where(discs, "fast", false),
    "where",
    "object",
    'include "t.where" (list .Values.discs "fast" false true) | fromJson',
  ],
  [
    extendScope({ part: v.host }),
    "extendScope",
    "object",
    'merge (dict "part" (.Values.host | default "localhost")) .',
  ],
  [
    concat(v.args, v.modes),
    "concat",
    "array",
    'concat (.Values.args | default list) (kindIs "invalid" .Values.modes | ternary (list "fast") .Values.modes)',
  ],
  [list(v.host, v.name), "list", "array", 'list (.Values.host | default "localhost") (.Values.name | default "")'],
  [uniq(v.args), "uniq", "array", ".Values.args | default list | uniq"],
  [present(v.note), "present", "boolean", 'not (kindIs "invalid" .Values.note)'],
  [nonEmpty(v.note), "nonEmpty", "boolean", "not (empty .Values.note)"],
  [eq(v.kind, "CronJob"), "eq", "boolean", 'eq .Values.kind "CronJob"'],
  [ne(v.kind, "CronJob"), "ne", "boolean", 'ne .Values.kind "CronJob"'],
  [not(v.on), "not", "boolean", "not (ne .Values.on false)"],
  [and(v.on, v.off), "and", "boolean", "and (ne .Values.on false) (.Values.off | default false)"],
  [or(v.on, v.off), "or", "boolean", "or (ne .Values.on false) (.Values.off | default false)"],
  [isTrue(v.maybe), "isTrue", "boolean", 'eq (toJson .Values.maybe) "true"'],
  [
    greaterThan(v.retries, 3),
    "gt",
    "boolean",
    'gt (int64 (kindIs "invalid" .Values.retries | ternary 4 .Values.retries)) 3',
  ],
  [ternary(v.on, "a", "b"), "ternary", "string", 'ternary "a" "b" (ne .Values.on false)'],
  [orElse(v.note, "x"), "orElse", "string", 'kindIs "invalid" .Values.note | ternary "x" .Values.note'],
  [orIfEmpty(v.name, "x"), "default", "string", '.Values.name | default "x"'],
  [required(v.note, "gone"), "required", "string", 'required "gone" .Values.note'],
  [
    merge(v.labels, v.security),
    "merge",
    "object",
    'include "t.merge" (list .Values.labels .Values.security) | fromJson',
  ],
  [
    fieldOfEach(v.ports, "number"),
    "fieldOfEach",
    "object",
    'include "t.fieldOfEach" (list .Values.ports "number") | fromJson',
  ],
  [
    withoutEmpty(v.labels),
    "withoutEmpty",
    "object",
    'include "t.withoutEmpty" (list (.Values.labels | default dict)) | fromJson',
  ],
  [lookUp("string", v.labels, "a"), "lookUp", "string", 'dig "a" "" (.Values.labels | default dict)'],
  [hasEntry(v.labels, "a"), "hasEntry", "boolean", 'hasKey (.Values.labels | default dict) "a"'],
  [
    sum(v.retries, v.none),
    "sum",
    "integer",
    'min (add (kindIs "invalid" .Values.retries | ternary 4 .Values.retries) (.Values.none | default 0)) 2147483647',
  ],
  [contains(v.host, "a"), "contains", "boolean", 'contains "a" (.Values.host | default "localhost")'],
  [replace(v.host, "a", "b"), "replace", "string", 'replace "a" "b" (.Values.host | default "localhost")'],
  [
    trunc(v.host, 5),
    "trunc",
    "string",
    String.raw`regexReplaceAll "\\x{fffd}+$" (trunc 5 (.Values.host | default "localhost")) ""`,
  ],
  [sha256(v.host), "sha256sum", "string", 'sha256sum (.Values.host | default "localhost")'],
  [text`a-${v.host}`, "text a-%s", "string", 'printf "a-%s" (.Values.host | default "localhost")'],
  [toJson(v.labels), "toJson", "string", "toJson (.Values.labels | default dict)"],
  [fitName(v.host, 63), "fitName", "string", 'include "t.fitName" (list 63 (.Values.host | default "localhost"))'],
  [
    branchOf(v.labels, ["a", "b"]),
    "branch",
    "string",
    'include "t.branch" (list (.Values.labels | default dict) "a" "b")',
  ],
  [
    onlyBranch(v.labels, ["a"]),
    "onlyBranch",
    "object",
    'include "t.onlyBranch" (list (.Values.labels | default dict) "a") | fromJson',
  ],
  [
    onlyBranchOfEach(v.labels, ["a"]),
    "onlyBranchOfEach",
    "object",
    'include "t.onlyBranchOfEach" (list (.Values.labels | default dict) "a") | fromJson',
  ],
];

const charts = join(import.meta.dirname, "..", "..", "charts");
const committed = globSync("*/templates/_functions.tpl", { cwd: charts }).map((path) => ({
  chart: path.split(/[/\\]/)[0] ?? "",
  text: readFileSync(join(charts, path), "utf8"),
}));

function callOf(expression: Expression<unknown>): CallNode | undefined {
  const node = expression[NODE];
  return node.op === "call" ? node : undefined;
}

describe("the functions of templates", () => {
  for (const [expression, name, type, go] of table) {
    it(`${name}: has a name and a type, and is written as Go has it`, () => {
      assert.equal(callOf(expression)?.function.name ?? expression[NODE].op, name);
      assert.equal(expression[NODE].type, type);
      assert.equal(printValue(expression), go);
    });
  }

  it("have the named templates that the charts have", () => {
    const functions = table.flatMap(([expression]) => callOf(expression)?.function ?? []);
    const named = [...functions.filter(({ template }) => template !== undefined), yamlFunction];
    assert.deepEqual(named.map(({ name }) => name).sort(), [
      "branch",
      "enabled",
      "fieldOfEach",
      "fitName",
      "merge",
      "onlyBranch",
      "onlyBranchOfEach",
      "ordered",
      "where",
      "withoutEmpty",
      "yaml",
    ]);
    for (const fn of named) {
      const found = committed.filter(({ chart, text: own }) => own.includes(`define "${chart}.${fn.name}"`));
      assert.ok(found.length > 0, fn.name);
      for (const { chart, text: own } of found) assert.ok(own.includes(printFunctionTemplate(fn, chart)), fn.name);
    }
  });
});
