import assert from "node:assert/strict";
import { describeValues } from "../../generator/values/describe-values.ts";
import * as format from "../../generator/values/formats.ts";
import {
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  listOf,
  mapOf,
  optional,
  stringOr,
} from "../../generator/values/model.ts";

const what = (description: string) => ({ description });

describe("describeValues()", () => {
  it("describeValues() has a row for every leaf, in the model's order", () => {
    const model = closed(
      {
        name: format.string({ description: "A name", default: "" }),
        job: closed(
          { retries: format.count({ description: "Tries", default: 4 }), limit: optional(format.count(what("Limit"))) },
          what("Job"),
        ),
        kind: enumOf(["a", "b"], { description: "Kind", default: "a" }),
        args: listOf(format.string(what("A word")), what("Words")),
      },
      what("All"),
    );
    assert.deepEqual(describeValues(model), [
      { path: "name", type: "string", default: '""', description: "A name" },
      { path: "job.retries", type: "integer", default: "4", description: "Tries" },
      { path: "job.limit", type: "integer", default: "", description: "Limit" },
      { path: "kind", type: '"a" or "b"', default: '"a"', description: "Kind" },
      { path: "args", type: "list of string", default: "[]", description: "Words" },
    ]);
  });

  it("describeValues() has a row for a map and for each field of its entries", () => {
    const port = closed(
      { number: format.port(what("Number")), on: boolean({ description: "On", default: true }) },
      what("A port"),
    );
    assert.deepEqual(describeValues(closed({ ports: mapOf(format.keys.port, port, what("Ports")) }, what("All"))), [
      { path: "ports", type: "map", default: "{}", description: "Ports" },
      { path: "ports.<id>.number", type: "integer", default: "", description: "Number" },
      { path: "ports.<id>.on", type: "boolean", default: "true", description: "On" },
    ]);
  });

  it("describeValues() has a row for a list and for each field of its items", () => {
    const rule = closed({ path: format.string({ description: "Path", default: "/" }) }, what("A rule"));
    assert.deepEqual(describeValues(closed({ rules: listOf(rule, what("Rules")) }, what("All"))), [
      { path: "rules", type: "list of object", default: "[]", description: "Rules" },
      { path: "rules[].path", type: "string", default: '"/"', description: "Path" },
    ]);
  });

  it("describeValues() shows both forms of a string or object", () => {
    const entry = stringOr(closed({ value: optional(format.string(what("Value"))) }, what("")), what("A variable"));
    assert.deepEqual(
      describeValues(closed({ env: mapOf(format.keys.environmentVariable, entry, what("Variables")) }, what("All"))),
      [
        { path: "env", type: "map", default: "{}", description: "Variables" },
        { path: "env.<id>", type: "string or object", default: "", description: "A variable" },
        { path: "env.<id>.value", type: "string", default: "", description: "Value" },
      ],
    );
  });

  it("describeValues() names the types of Kubernetes and stops there", () => {
    const model = closed(
      {
        probe: optional(kubernetes("Probe", what("Probe"))),
        tolerations: kubernetesList("Toleration", what("Tolerations")),
      },
      what("All"),
    );
    assert.deepEqual(describeValues(model), [
      { path: "probe", type: "Probe", default: "", description: "Probe" },
      { path: "tolerations", type: "list of Toleration", default: "[]", description: "Tolerations" },
    ]);
  });

  it("describeValues() shows the default of a map", () => {
    const model = closed(
      { labels: mapOf("^a", format.string(what("")), { description: "Labels", default: { a: "b" } }) },
      what("All"),
    );
    assert.deepEqual(describeValues(model), [
      { path: "labels", type: "map", default: '{"a":"b"}', description: "Labels" },
    ]);
  });
});
