import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defineTemplate } from "../../generator/chart/chart-template.ts";
import { type Chart, defineChart } from "../../generator/chart/define-chart.ts";
import {
  defaultValues,
  evaluateChart,
  evaluateNotes,
  releaseOf,
  toValues,
} from "../../generator/evaluate/evaluate-chart.ts";
import { chart, release } from "../../generator/expression/built-in.ts";
import { when } from "../../generator/expression/when.ts";
import { nonEmpty } from "../../generator/functions/logic.ts";
import { definition, v } from "../chart/sample-chart.ts";

/** A chart whose objects tell all that its templates see. */
const told: Chart = defineChart({
  ...definition,
  templates: [
    defineTemplate({
      chartName: "sample",
      kind: "zone",
      source: "test/zone.ts",
      documents: { kind: "Zone", metadata: { name: release.name, namespace: release.namespace, by: release.service } },
    }),
    defineTemplate({
      chartName: "sample",
      kind: "area",
      source: "test/area.ts",
      documents: [
        { kind: "Area", metadata: { chart: chart.name, version: chart.version, isRoot: chart.isRoot } },
        when(nonEmpty(v.data), { kind: "Data", metadata: { name: v.name, data: v.data, size: v.size } }),
      ],
    }),
  ],
});

describe("evaluateNotes()", () => {
  const noted: Chart = defineChart(definition);

  it("evaluateNotes() computes the lines that Helm prints after an install", () => {
    const release = { name: "rel" };
    assert.deepEqual(evaluateNotes(noted, { release, values: { name: "a", size: "1Gi" } }), [
      "Name: rel-a",
      "Size: 1Gi",
    ]);
    assert.deepEqual(evaluateNotes(noted, { release }), ["Name: rel-"]);
  });
});

describe("evaluateChart()", () => {
  it("evaluateChart() computes all templates for the release of a plain helm template", () => {
    assert.deepEqual(evaluateChart(told), [
      { kind: "Zone", metadata: { name: "release-name", namespace: "default", by: "Helm" } },
      { kind: "Area", metadata: { chart: "sample", version: "1.2.3-rc.1+build.5", isRoot: true } },
    ]);
  });

  it("evaluateChart() computes them for a release that is given, and merges values files over the defaults", () => {
    const values = [
      { data: { a: "1", b: "2" }, size: "1Gi" },
      { data: { b: "3" }, name: "n", size: null },
    ];
    assert.deepEqual(evaluateChart(told, { values, release: { name: "rel", namespace: "data" } }), [
      { kind: "Zone", metadata: { name: "rel", namespace: "data", by: "Helm" } },
      { kind: "Area", metadata: { chart: "sample", version: "1.2.3-rc.1+build.5", isRoot: true } },
      { kind: "Data", metadata: { name: "n", data: { a: "1", b: "3" } } },
    ]);
  });

  it("evaluateChart() takes an alias for the name of a chart that is a part of another", () => {
    const [, object] = evaluateChart(told, { alias: "extract" });
    assert.deepEqual(object, {
      kind: "Area",
      metadata: { chart: "extract", version: "1.2.3-rc.1+build.5", isRoot: false },
    });
  });
});

describe("defaultValues()", () => {
  it("defaultValues() is what values.yaml holds", () => {
    assert.deepEqual(defaultValues(told), { name: "", data: {} });
    assert.deepEqual(defaultValues({ ...told, values: { type: "object", properties: {} } }), {});
  });
});

describe("releaseOf()", () => {
  it("releaseOf() fills in what helm template does", () => {
    assert.deepEqual(releaseOf(), { Name: "release-name", Namespace: "default", Service: "Helm" });
    assert.deepEqual(releaseOf({ name: "rel" }), { Name: "rel", Namespace: "default", Service: "Helm" });
    assert.deepEqual(releaseOf({ namespace: "data" }), { Name: "release-name", Namespace: "data", Service: "Helm" });
  });
});

describe("toValues()", () => {
  it("toValues() takes no file, one, or several", () => {
    assert.deepEqual(toValues(undefined), {});
    assert.deepEqual(toValues({ a: null }), { a: null });
    assert.deepEqual(toValues([{ a: 1 }, { b: 2 }]), { a: 1, b: 2 });
  });
});
