import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import { library } from "../../generator/library/library.ts";
import { valuesOf } from "./draw-cases.ts";
import { chartSubject, type Subject } from "./subject.ts";
import { verify } from "./verify.ts";

const options = { seed: 1, runs: 20, schemaRuns: 0, oddRuns: 0, refusedRuns: 0, installRuns: 0, shrinkTime: 20_000 };

/** csi-volume, computed otherwise than it is printed. */
function wrongSubject(change: (object: Values) => Values): Subject {
  const chart = library.find(({ name }) => name === "csi-volume");
  assert.ok(chart);
  const subject = chartSubject(chart);
  return { ...subject, evaluate: (...args) => subject.evaluate(...args).map((object) => change(object as Values)) }; // an object of Kubernetes
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
    const report = await reportOf(
      wrongSubject((object) =>
        object["kind"] === "StorageClass"
          ? { ...object, allowVolumeExpansion: !object["allowVolumeExpansion"] }
          : object,
      ),
    );
    const [, seed, values, place, computed, rendered] =
      /^wrong, the render, (.*)\nvalues:\n(.*?)\n\n(Helm [^\n]*)\ncomputed: (.*?)\nrendered: (.*?)(?:\nHelm |$)/s.exec(
        report,
      ) ?? [];
    assert.match(seed ?? report, /^seed 1, case \d+$/);
    assert.match(
      place ?? report,
      /differ in \d+ places, the first at .*\/allowVolumeExpansion: computed (true, rendered false|false, rendered true)$/,
    );
    const file = readYaml(values ?? "");
    assert.ok(isMap(file));
    assert.deepEqual(Object.keys(file), ["storageClasses"], "nothing is left that does not matter");
    const [own, other] = [computed, rendered].map((text = "[]") => JSON.parse(text) as Values[]); // objects of Kubernetes
    const fixed = own?.map((object) => ({ ...object, allowVolumeExpansion: !object["allowVolumeExpansion"] }));
    assert.deepEqual(fixed, other, "both sides are told");
  }).timeout(120_000);

  it("verify() reports a field that Kubernetes does not know", async () => {
    const report = await reportOf(
      wrongSubject((object) => (object["kind"] === "StorageClass" ? { ...object, colour: "red" } : object)),
    );
    assert.match(report, /^wrong, the computed objects, seed 1, /);
    assert.match(
      report,
      /StorageClass [^ ]+: {2}must NOT have additional properties \{"additionalProperty":"colour"\}/,
    );
  }).timeout(120_000);
});
