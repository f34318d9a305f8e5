import assert from "node:assert/strict";
import { checkValuesUse, leavesOf } from "../../generator/chart/check-values-use.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, kubernetes, listOf, mapOf, optional } from "../../generator/values/model.ts";

const description = "For tests";
const text = format.string({ description });
const model = closed(
  {
    enabled: optional(boolean({ description })),
    global: closed(
      {
        pipeline: closed({ on: boolean({ description, default: false }), runId: text }, { description }),
        imageRegistry: text,
        imagePullSecrets: listOf(text, { description }),
        defaultStorageClass: text,
        more: text,
      },
      { description },
    ),
    a: closed({ b: text, c: closed({ d: text }, { description }) }, { description }),
    map: mapOf("^a", text, { description }),
    entries: mapOf("^a", closed({ e: text, f: text }, { description }), { description }),
    list: listOf(closed({ g: text }, { description }), { description }),
    probe: optional(kubernetes("Probe", { description })),
  },
  { description },
);

describe("leavesOf()", () => {
  it("leavesOf() ends at lists, open maps and the types of Kubernetes", () => {
    assert.deepEqual(leavesOf(model as JsonSchema, []), [
      "enabled",
      "global.pipeline.on",
      "global.pipeline.runId",
      "global.imageRegistry",
      "global.imagePullSecrets",
      "global.defaultStorageClass",
      "global.more",
      "a.b",
      "a.c.d",
      "map",
      "entries.*.e",
      "entries.*.f",
      "list",
      "probe",
    ]);
  });
});

describe("checkValuesUse()", () => {
  const check = (...used: string[]): void => checkValuesUse({ name: "t", values: model }, new Set(used));

  it("checkValuesUse() is content when each leaf, or something around it, is read", () => {
    assert.doesNotThrow(() =>
      check("global.more", "a.b", "a.c.d", "map", "entries.*.e", "entries.*.f", "list", "probe"),
    );
    assert.doesNotThrow(() => check("global", "a", "map", "entries", "list", "probe"));
    assert.doesNotThrow(() => check("global", "a", "map.*", "entries", "list", "probe"));
  });

  it("checkValuesUse() names the leaves that nothing reads", () => {
    assert.throws(() => check("global", "a.c", "map", "entries.*.e", "list", "probe"), {
      name: "ChartError",
      code: "CHART",
      path: "a.b, entries.*.f",
      message: 'Cannot define chart "t": a.b, entries.*.f: expected a template that uses the value, got none',
    });
  });
});
