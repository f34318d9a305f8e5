import assert from "node:assert/strict";
import { join } from "node:path";
import { before, type Context, describe, it } from "mocha";
import { Check } from "typebox/schema";
import { findHelm } from "../../cli/helm/find-helm.ts";
import type { Chart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import type { Files } from "../../generator/mod.ts";
import { helmVersions } from "../helm-versions.ts";
import { useCharts } from "./render-charts.ts";
import { findUnnamed, listUnnamedByUs } from "./wrong-values/find-unnamed.ts";
import { printPath } from "./wrong-values/site.ts";
import { listOpen, listUntried, type Plan, planMistakes, reportCounts, subjectOf } from "./wrong-values/subject.ts";

/** The objects that take keys which their schema does not know, each with the reason. */
const open: Readonly<Record<string, string>> = {
  global: "the other charts of an umbrella have keys of their own there",
  "extraObjects.*": "a whole object of any kind: its fields are for the API server to check",
  "extraObjects.*.metadata": "more than names, labels and annotations is for the API server to check",
};

describe("wrong values of the library charts", () => {
  const directory = useCharts(new Map(library.map((chart) => [chart.name, subjectOf(chart).printFiles()])));
  for (const chart of library) {
    describe(chart.name, () => {
      const plan = usePlan(chart);

      it("have no leaf without a type and no open object without a reason", () => {
        assert.deepEqual(listUntried(plan()), []);
        assert.deepEqual(
          listOpen(plan()).filter((path) => open[path] === undefined),
          [],
        );
      });

      for (const version of helmVersions) {
        it(`are refused by Helm ${version} with the path of each`, async function (this: Context) {
          reportCounts(this, plan());
          const placed = { directory: join(directory.path, chart.name), name: chart.name };
          assert.deepEqual(await findUnnamed(await findHelm({ version }), placed, plan()), []);
        });
      }

      it("are refused by our own check with the path of each", () => {
        assert.deepEqual(listUnnamedByUs(chart.schema, plan()), []);
      });

      // It sees many mistakes at once as one: each is shown to the part of the schema that is there for it.
      it("are refused by the quick check that comes first", () => {
        const { definitions } = chart.schema;
        const accepted = plan().mistakes.filter(({ schema, value }) => Check({ ...schema, definitions }, value));
        assert.deepEqual(
          accepted.map(({ keyword, path }) => `${keyword} ${printPath(path)}`),
          [],
        );
      });
    });
  }
});

describe("wrong values of a chart whose schema has a hole", () => {
  const [chart] = library.filter(({ name }) => name === "csi-volume") as [Chart]; // there is one
  const files = subjectOf(chart).printFiles();
  const directory = useCharts(new Map([[chart.name, withHoles(files)]]));
  const plan = usePlan(chart);

  it("are found out where they pass", async () => {
    const helm = await findHelm({ version: "4.1.4" });
    const placed = { directory: join(directory.path, chart.name), name: chart.name };
    const unnamed = await findUnnamed(helm, placed, plan());
    assert.deepEqual(unnamed.map((refusal) => refusal.replace(/slot[0-9]+/, "*")).toSorted(), [
      "additionalProperties storageClasses.not legal!",
      "enum storageClasses.*.volumeBindingMode",
      "type storageClasses.*.volumeBindingMode",
    ]);
  });
});

function usePlan(chart: Chart): () => Plan {
  let plan: Plan | undefined;
  before(() => {
    plan = planMistakes(subjectOf(chart));
  });
  return () => plan ?? assert.fail("a plan is there before the tests");
}

// The same chart, but that one value may be anything, and one map takes every key.
function withHoles(files: Files): Files {
  const schema: unknown = JSON.parse(files.get("values.schema.json") ?? "", (key, value) => {
    if (key === "volumeBindingMode") return {};
    return key === "storageClasses" ? { ...value, additionalProperties: true } : value;
  });
  return new Map([...files, ["values.schema.json", JSON.stringify(schema)]]);
}
