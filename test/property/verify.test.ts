import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import { defineChart } from "../../generator/chart/define-chart.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import { definition } from "../chart/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { valuesOf } from "./draw-cases.ts";
import { chartSubject, type Subject } from "./subject.ts";
import { verify } from "./verify.ts";

const options = {
  ...{ seed: 1, runs: 20, schemaRuns: 0, oddRuns: 0, refusedRuns: 0, installRuns: 0, shrinkTime: 20_000 },
  helms: helmVersions,
};

/** A small chart, computed otherwise than it is printed. */
function wrongSubject(change: (object: Values) => Values): Subject {
  const subject = chartSubject(defineChart(definition));
  return { ...subject, evaluate: (...args) => subject.evaluate(...args).map((object) => change(object as Values)) }; // an object of Kubernetes
}

/** Adds a mark to each text of a ConfigMap; none that after a "%" is a mistake of a format. */
function shout(object: Values): Values {
  const data = Object.entries(Object(object["data"])).map(([key, text]) => [key, `${text}~`]);
  return { ...object, data: Object.fromEntries(data) };
}

async function reportOf(subject: Subject): Promise<string> {
  const { failures } = await verify(
    "wrong",
    valuesOf(subject).map((values) => ({ subject, values })),
    options,
  );
  return failures[0] ?? "nothing is wrong";
}

describe("verify()", () => {
  it("verify() reports seed, smallest values and both objects where evaluate and Helm differ", async () => {
    const report = await reportOf(wrongSubject(shout));
    const [, seed, values, place, computed, rendered] =
      /^wrong, the render, (.*)\nvalues:\n(.*?)\n\n(Helm [^\n]*)\ncomputed: (.*?)\nrendered: (.*?)(?:\nHelm |$)/s.exec(
        report,
      ) ?? [];
    assert.match(seed ?? report, /^seed 1, case \d+$/);
    assert.match(place ?? report, /differ in 1 place, the first at .*\/data\/[^ ]+: computed "(.*)~", rendered "\1"$/);
    const file = readYaml(values ?? "");
    assert.ok(isMap(file));
    assert.deepEqual(Object.keys(file), ["data"], "nothing is left that does not matter");
    const [own, other] = [computed, rendered].map((text = "[]") => JSON.parse(text) as Values[]); // objects of Kubernetes
    assert.deepEqual(own, other?.map(shout), "both sides are told");
  }).timeout(120_000);

  it("verify() reports a field that Kubernetes does not know", async () => {
    const report = await reportOf(wrongSubject((object) => ({ ...object, colour: "red" })));
    assert.match(report, /^wrong, the computed objects, seed 1, /);
    assert.match(report, /ConfigMap [^ ]+: {2}must NOT have additional properties \{"additionalProperty":"colour"\}/);
  }).timeout(120_000);
});
