import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import type { JsonSchema } from "../../generator/chart.ts";
import { type Files, type KubernetesObject, printPipeline } from "../../generator/mod.ts";
import { defaultsOf } from "../../generator/values/defaults.ts";
import { sortObjects } from "../charts/render-charts.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { image, listRights, served, useNastyCharts } from "./use-nasty-charts.ts";

/** All that bounds the rights of a pod. */
const contexts = { podSecurity: null, podSecurityContext: null, securityContext: null, serviceAccount: null };
const keys = Object.keys(contexts);
/** The stages of the reference pipeline that have pods. */
const stages = [...reference.parts].filter(([, { stage }]) => stage.chart.name !== "csi-volume");

function ofStages(nullsOf: (stage: string) => object): Readonly<Record<string, object>> {
  return Object.fromEntries(stages.map(([stage]) => [stage, nullsOf(stage)]));
}

// An entry of this map is no default of a key: it is unknown whether it was removed or never existed.
const maps: readonly string[] = ["volumes"];

/** Null for all that has a default in the chart of a stage, and that the stage leaves at it. */
function nullDefaults(stage: string): object {
  const { stage: model, values = {} } = reference.parts.get(stage) ?? {};
  const defaults = defaultsOf(model?.chart.values as JsonSchema) ?? {}; // a TypeBox model is a JSON schema
  const kept = [...Object.keys(values), ...maps, "global"];
  const left = Object.keys(defaults).filter((key) => !kept.includes(key));
  assert(left.length > 10, stage);
  return Object.fromEntries(left.map((key) => [key, null]));
}

/** The reference pipeline with nulls in the values.yaml of the umbrella, below the name of each stage. */
function printWithNulls(): Files {
  const files = printPipeline(reference);
  const own = Object(readYaml(files.get("values.yaml") ?? ""));
  const edited = ofStages((stage) => ({ ...own[stage], ...contexts }));
  return new Map([...files, ["values.yaml", writeAscii({ ...own, ...edited })]]);
}

/** Asserts that nulls have changed nothing, least of all the rights of pods. */
function assertAlike(objects: readonly KubernetesObject[], expected: readonly KubernetesObject[]): void {
  assert.deepEqual(sortObjects(objects), sortObjects(expected));
  assert.deepEqual(listRights(objects), []);
  assert.doesNotMatch(JSON.stringify(objects), /%!|<nil>/);
}

describe("difficult nulls", () => {
  const charts = useNastyCharts(new Map([["nulls", printWithNulls()]]));

  for (const [name, values] of Object.entries({
    "batch-job": { image },
    "service-stage": served,
    "stateful-stage": served,
  })) {
    it(`7. null by -f or --set: no crash, no %!s(<nil>), never weaker security: ${name}`, async () => {
      const expected = await charts.render(name, values);
      assertAlike(await charts.render(name, { ...values, ...contexts }), expected);
      assertAlike(await charts.render(name, values, { set: keys.map((key) => `${key}=null`) }), expected);
    });
  }

  it("7. null for a stage of an umbrella, by -f, --set or the umbrella's own values.yaml: nothing changes", async () => {
    const expected = await charts.render(reference.name, {});
    const set = stages.flatMap(([stage]) => keys.map((key) => `${stage}.${key}=null`));
    assert(set.includes("extract.podSecurityContext=null"));
    assertAlike(await charts.render(reference.name, {}, { set }), expected);
    assertAlike(
      await charts.render(
        reference.name,
        ofStages(() => contexts),
      ),
      expected,
    );
    assertAlike(await charts.render("nulls", {}), expected);
  });

  it("7. null for every default of the stages of an umbrella: nothing changes", async () => {
    const expected = await charts.render(reference.name, {});
    assertAlike(await charts.render(reference.name, { global: null, ...ofStages(nullDefaults) }), expected);
  });

  it("7. null for what has no default, in a stage of an umbrella: refused with its path", async () => {
    const refused: readonly (readonly [values: object, path: RegExp])[] = [
      [{ extract: { livenessProbe: null } }, /extract[./]livenessProbe.*null/s],
      [{ store: { podSecurityContext: { seccompProfile: { type: null } } } }, /store.*seccompProfile.*type/s],
      [{ extract: { image: { repository: null } } }, /extract[./]image.*repository/s],
    ];
    for (const [values, path] of refused) {
      for (const said of await charts.refuse(reference.name, values)) {
        assert.match(said, path);
        assert.doesNotMatch(said, /nil pointer/);
      }
    }
  });
});
