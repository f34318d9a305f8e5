import assert from "node:assert/strict";
import { noTemplateRests } from "../../generator/rules/no-template-rests.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule no-template-rests", () => {
  it("accepts empty values and text that only looks similar", () => {
    const objects = parseObjects(`
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a, labels: {}, annotations: {a: ""}}
      data: {a: "100%!", b: "%!x", c: nil, d: "null", e: "{{ .Values.a }}"}
      immutable: false
    `);
    assert.deepEqual(noTemplateRests(objects, context), []);
  });

  it("reports what Go prints for absent and wrong values, in values and in keys", () => {
    const objects = parseObjects(`
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a-<nil>}
      data: {a: "%!s(<nil>)", b: "x=<no value>", c: "%!d(string=4)", d: "%!(EXTRA int=1)", "%!s(int=1)": text}
    `);
    assert.deepEqual(noTemplateRests(objects, context).map(formatFinding), [
      'v1/ConfigMap a-<nil>: "metadata.name": expected text without "<nil>", got "a-<nil>" (no-template-rests)',
      'v1/ConfigMap a-<nil>: "data.a": expected text without "<nil>", got "%!s(<nil>)" (no-template-rests)',
      'v1/ConfigMap a-<nil>: "data.b": expected text without "<no value>", got "x=<no value>" (no-template-rests)',
      'v1/ConfigMap a-<nil>: "data.c": expected text without "%!d(", got "%!d(string=4)" (no-template-rests)',
      'v1/ConfigMap a-<nil>: "data.d": expected text without "%!(", got "%!(EXTRA int=1)" (no-template-rests)',
      'v1/ConfigMap a-<nil>: "data["%!s(int=1)"]": expected text without "%!s(", got "%!s(int=1)" (no-template-rests)',
    ]);
  });

  it("reports null at any path", () => {
    const objects = parseObjects(`
      apiVersion: v1
      kind: Pod
      metadata: {name: a, labels: null}
      spec: {containers: [{name: main, args: [a, null]}], nodeSelector:}
    `);
    assert.deepEqual(noTemplateRests(objects, context).map(formatFinding), [
      'v1/Pod a: "metadata.labels": expected a value or no field at all, got null (no-template-rests)',
      'v1/Pod a: "spec.containers[0].args[1]": expected a value or no field at all, got null (no-template-rests)',
      'v1/Pod a: "spec.nodeSelector": expected a value or no field at all, got null (no-template-rests)',
    ]);
  });
});
