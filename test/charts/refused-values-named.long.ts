import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { Check } from "typebox/schema";
import { findHelm } from "../../cli/helm/find-helm.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import type { JsonObject, JsonSchema } from "../../generator/chart.ts";
import { coalesceValues } from "../../generator/evaluate/coalesce-values.ts";
import { library } from "../../generator/library/library.ts";
import { pipelineSchema } from "../../generator/mod.ts";
import { chartValues } from "../../generator/pipeline/environments/umbrella-values.ts";
import { defaultsOf } from "../../generator/values/defaults.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { helmVersions } from "../helm-versions.ts";
import { useCharts } from "./render-charts.ts";
import { complainOf, refusalsOf } from "./wrong-values/find-unnamed.ts";
import { type NamedCase, ofAll, ofOne, ofWorkloads } from "./wrong-values/named-cases.ts";
import type { Refusals } from "./wrong-values/read-refusals.ts";

/** A chart, values that it takes, and all of them with its own. */
interface Base {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly values: object;
  readonly defaults: object;
}

/** The chart that gets a values file for each mistake, the others one for all of theirs. */
const ALONE = "batch-job";

const bases: readonly Base[] = [
  ...library.map(({ name, schema, values, ci }) => ({
    name,
    schema,
    values: ci["default"] ?? {},
    defaults: defaultsOf(values as JsonSchema) as object, // a TypeBox model is a JSON schema with defaults
  })),
  { name: reference.name, schema: pipelineSchema(reference), values: {}, defaults: chartValues(reference) },
];

describe("the mistakes that people make", () => {
  const directory = useCharts();

  for (const base of bases) {
    const cases = casesOf(base.name);
    const placed = () => ({ directory: join(directory.path, base.name), name: base.name });
    const valuesOf = (more: object) => coalesceValues(base.values, more) as JsonObject; // values are JSON

    for (const version of helmVersions) {
      it(`are all named by Helm ${version}, and nothing else: ${base.name} with ${cases.length} of them`, async () => {
        const helm = await findHelm({ version });
        const files = base.name === ALONE ? cases.map((one) => [one]) : [cases];
        const found = await refusalsOf(
          helm,
          placed(),
          files.map((file) => valuesOf(mergeCases(file))),
        );
        for (const [i, file] of files.entries()) {
          const wanted = file.flatMap(({ refused }) => refused).toSorted();
          assert.deepEqual(listTelling(found[i] ?? new Set()), wanted, file[0]?.title);
        }
      });

      it(`are not keys of other charts in global, for Helm ${version}: ${base.name}`, async () => {
        const helm = await findHelm({ version });
        const values = valuesOf({ global: { otherChart: { key: 1 } } });
        assert.equal(await complainOf(helm, placed().directory, values), "");
      });
    }

    it(`are named by our own check, each alone: ${base.name}`, () => {
      const check = compileSchema(base.schema);
      for (const { title, values, refused } of cases) {
        const all = coalesceValues(base.defaults, valuesOf(values));
        assert.equal(Check(base.schema, all), false, title);
        const paths = new Set(check(all).map(({ path }) => path));
        assert.deepEqual([...paths].toSorted(), refused.map((one) => one.replace(/^[a-z]+ /i, "")).toSorted(), title);
      }
    });
  }
});

function casesOf(chartName: string): readonly NamedCase[] {
  const isWorkload = !["csi-volume", reference.name].includes(chartName);
  return [...ofAll, ...(isWorkload ? ofWorkloads : []), ...(ofOne[chartName] ?? [])];
}

function mergeCases(cases: readonly NamedCase[]): object {
  return cases.reduce<object>((values, one) => coalesceValues(values, one.values), {});
}

// In addition to the reason, Helm reports the rule that contains it, and it repeats errors of globals for each stage.
function listTelling(refusals: Refusals): readonly string[] {
  return [...refusals].filter((refusal) => !/^other |^[a-z]+ [a-z]+[.]global[.]/i.test(refusal)).toSorted();
}
