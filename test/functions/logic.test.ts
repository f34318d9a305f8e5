import assert from "node:assert/strict";
import type { Expression } from "../../generator/expression/expression.ts";
import { NODE } from "../../generator/expression/expression.ts";
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
import { text } from "../../generator/functions/strings.ts";
import { printValue } from "../expression/print-expression.ts";
import { v } from "../expression/sample-values.ts";
import { compute } from "./compute.ts";
import { tryWithHelms } from "./render-with-helm.ts";

describe("logic functions", () => {
  it("present() tests whether a value is given at all", () => {
    assert.equal(printValue(present(v.note)), 'not (kindIs "invalid" .Values.note)');
  });

  it("isTrue() tests for the boolean, and not for the text true", () => {
    assert.equal(printValue(isTrue(v.off)), 'eq (toJson .Values.off) "true"');
  });

  it("nonEmpty() tests for a value that is not empty", () => {
    assert.equal(printValue(nonEmpty(v.labels)), "not (empty .Values.labels)");
  });

  it("eq() and ne() compare what is printed, defaults included", () => {
    assert.equal(printValue(eq(v.kind, "Job")), 'eq (.Values.kind | default "Job") "Job"');
    assert.equal(printValue(ne(v.maybe, false)), "ne .Values.maybe false");
  });

  it("eq() and ne() leave out a default that, like an absent value, is not the text", () => {
    assert.equal(printValue(eq(v.kind, "CronJob")), 'eq .Values.kind "CronJob"');
    assert.equal(printValue(ne(v.kind, "CronJob")), 'ne .Values.kind "CronJob"');
    assert.equal(printValue(eq(v.on, false)), "eq (ne .Values.on false) false");
  });

  it("and(), or() and not() use the values of booleans", () => {
    assert.equal(printValue(and(v.on, v.off)), "and (ne .Values.on false) (.Values.off | default false)");
    assert.equal(printValue(or(v.off, not(v.on))), "or (.Values.off | default false) (not (ne .Values.on false))");
  });

  it("greaterThan() makes integers of what values files make floats", () => {
    assert.equal(printValue(greaterThan(v.replicas, 1)), "gt (int64 (.Values.replicas | default 2)) 1");
    assert.equal(
      printValue(greaterThan(v.replicas, v.none)),
      "gt (int64 (.Values.replicas | default 2)) (int64 (.Values.none | default 0))",
    );
  });

  it("ternary() puts its test last, as Helm does", () => {
    assert.equal(printValue(ternary(v.off, "a", "b")), 'ternary "a" "b" (.Values.off | default false)');
    assert.equal(printValue(ternary<unknown>(v.on, { a: 1 }, {})), 'ternary (dict "a" 1) dict (ne .Values.on false)');
  });

  it("ternary() refuses required in a branch, at any depth", () => {
    const error = {
      name: "TypeError",
      message: "Cannot put required into a branch of ternary: both branches are always computed",
    };
    assert.throws(() => ternary(v.on, required(v.tag, "no tag"), "x"), error);
    assert.throws(() => ternary(v.on, "x", text`a-${required(v.tag, "no tag")}`), error);
    assert.throws(() => ternary<unknown>(v.on, { a: [required(v.tag, "no tag")] }, {}), error);
  });

  it("orElse() replaces what is absent, and prints default where nothing empty is admitted", () => {
    assert.equal(printValue(orElse(v.note, "x")), 'kindIs "invalid" .Values.note | ternary "x" .Values.note');
    assert.equal(printValue(orElse(v.limit, 3)), 'kindIs "invalid" .Values.limit | ternary 3 .Values.limit');
    assert.equal(printValue(orElse(v.tag, "latest")), '.Values.tag | default "latest"');
    assert.equal(printValue(orElse(v.deadline, 60)), ".Values.deadline | default 60");
  });

  it("orIfEmpty() replaces what is absent or empty", () => {
    assert.equal(printValue(orIfEmpty(v.name, v.host)), '.Values.name | default (.Values.host | default "localhost")');
    assert.equal(orIfEmpty(v.name, "x")[NODE].type, "string");
  });

  it("required() puts its message first", () => {
    assert.equal(printValue(required(v.tag, "tag is required")), 'required "tag is required" .Values.tag');
    assert.equal(
      printValue(required(v.tag, text`${v.host} needs a tag`)),
      'required (printf "%s needs a tag" (.Values.host | default "localhost")) .Values.tag',
    );
  });

  it("required() stops real Helm and the computation where a value is absent or empty", async () => {
    const expression = required(v.note, "note is required") as Expression;
    const go = `a: {{ ${printValue(expression)} | quote }}\n`;
    for (const values of [{}, { note: "" }]) {
      assert.throws(() => compute(expression[NODE], values), { message: "note is required" });
      for (const result of await tryWithHelms({ "templates/a.yaml": go }, values)) {
        assert.match(String(result), /Error.*note is required/);
      }
    }
    assert.equal(compute(expression[NODE], { note: "x" }), "x");
  });
});
