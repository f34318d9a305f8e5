import assert from "node:assert/strict";
import { join } from "node:path";
import { before, type Context, describe, it } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import type { JsonObject, JsonSchema } from "../../generator/chart.ts";
import { pipelineSchema, printPipeline } from "../../generator/mod.ts";
import { defaultsOf } from "../../generator/values/defaults.ts";
import { helmVersions } from "../helm-versions.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { useCharts } from "./render-charts.ts";
import { complainOf, findUnnamed, listUnnamedByUs } from "./wrong-values/find-unnamed.ts";
import type { Mistake } from "./wrong-values/mistake.ts";
import { listOpen, listUntried, type Plan, planMistakes, reportCounts, type Subject } from "./wrong-values/subject.ts";

const stages = [...reference.parts.keys()];
const global: JsonObject = {};

// A stage's own globals that Helm overwrites where a values file has the same of the pipeline's: they get files of their own.
const overwritten = ["imageRegistry", "imagePullSecrets", "defaultStorageClass"];

function isOwnGlobal({ path: [stage, key, name, part] }: Mistake): boolean {
  const isOverwritten = overwritten.includes(String(name)) || (name === "pipeline" && part === "gate");
  return typeof stage === "string" && stages.includes(stage) && key === "global" && isOverwritten;
}

// Stages with the schema of an earlier one, by reference to one definition: their own keys are enough to try.
const schema = pipelineSchema(reference);
const references = stages.map((stage) => schema.properties?.[stage]?.$ref);
const repeated = stages.filter((_, i) => references.indexOf(references[i]) < i);

/** Objects that take keys which the schema does not know; the reasons are those of the library charts. */
const OPEN = /^(global|[a-z]+[.](global|extraObjects[.][*]([.]metadata)?))$/;

const subject: Subject = {
  name: reference.name,
  schema,
  defaults: {
    global,
    ...Object.fromEntries(
      [...reference.parts].map(([name, { stage }]) => [name, defaultsOf(stage.chart.values as JsonSchema) ?? {}]), // a TypeBox schema is a JSON schema
    ),
  },
  printFiles: () => printPipeline(reference),
  isUnseen: ({ keyword, path: [stage, ...rest] }: Mistake) => {
    if (typeof stage !== "string" || !stages.includes(stage)) return false;
    // A stage that is no map stops Helm before the schema: a test of its own.
    if (rest.length === 0) return keyword === "type";
    if (repeated.includes(stage) && rest.length > 1) return true;
    return false;
  },
};
const withoutOwnGlobals: Subject = {
  ...subject,
  isUnseen: (mistake) => isOwnGlobal(mistake) || subject.isUnseen?.(mistake) === true,
};
const ownGlobals: Subject = {
  ...subject,
  isUnseen: (mistake) => !isOwnGlobal(mistake) || subject.isUnseen?.(mistake) === true,
};

describe("wrong values of the reference pipeline", () => {
  const files = subject.printFiles();
  // Without the stages' values in values.yaml: a null would not take them away, but stay in the values.
  const disabled = repeated.map((stage): [string, JsonObject] => [stage, { enabled: false }]);
  const bare = new Map([...files, ["values.yaml", writeAscii({ global, ...Object.fromEntries(disabled) })]]);
  const directory = useCharts(
    new Map([
      ["pipeline", files],
      ["bare", bare],
    ]),
  );
  let plan: Plan;
  let globalsPlan: Plan;
  before(() => {
    plan = planMistakes(withoutOwnGlobals);
    globalsPlan = planMistakes(ownGlobals);
  });

  it("have no leaf without a type and no open object without a reason", () => {
    assert.deepEqual(repeated, ["transform", "load", "report"]);
    const elsewhere = new Set(listUntried(globalsPlan));
    const untried = listUntried(plan).filter((path) => !repeated.some((stage) => path.startsWith(`${stage}.`)));
    assert.deepEqual(
      untried.filter((path) => elsewhere.has(path)),
      [],
    );
    assert.deepEqual(
      listOpen(plan).filter((path) => !OPEN.test(path)),
      [],
    );
  });

  for (const version of helmVersions) {
    it(`are refused by Helm ${version} with the path of each`, async function (this: Context) {
      reportCounts(this, plan);
      const placed = { directory: join(directory.path, "bare"), name: subject.name };
      const helm = await findHelm({ version });
      assert.deepEqual(await findUnnamed(helm, placed, plan), []);
      assert.deepEqual(await findUnnamed(helm, placed, globalsPlan), []);
    });

    it(`are refused by Helm ${version} with the stage's name where a stage is no map`, async () => {
      const helm = await findHelm({ version });
      const chart = join(directory.path, "pipeline");
      const complaints = await mapLimited(stages, 2, (stage) => complainOf(helm, chart, { [stage]: "wrong" }));
      const unnamed = stages.filter((stage, i) => !complaints[i]?.includes(`type mismatch on ${stage}: `));
      assert.deepEqual(unnamed, []);
    });

    it(`leave Helm ${version} a stage's own global, until the pipeline has one`, async () => {
      const helm = await findHelm({ version });
      const chart = join(directory.path, "pipeline");
      const own = ["report.global.imageRegistry=own.example.com"];
      assert.match(await templateChart(helm, chart, { set: own }), /image: "own\.example\.com\/busybox:1\.36"/);
      const both = [...own, "global.imageRegistry=shared.example.com"];
      assert.doesNotMatch(await templateChart(helm, chart, { set: both }), /own\.example\.com/);
    });
  }

  it("are refused by our own check with the path of each", () => {
    assert.deepEqual(listUnnamedByUs(subject.schema, plan), []);
    assert.deepEqual(listUnnamedByUs(subject.schema, globalsPlan), []);
  });
});
