import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { BatchJob, definePipeline, evaluate } from "../../../generator/mod.ts";
import { helmVersions } from "../../helm-versions.ts";
import { useChart } from "../service-stage/render-chart.ts";

const image = { repository: "busybox", tag: "1.36" };
const cron = { schedule: "@daily" };

/** Values without an image, and the kind of their controller. */
const cases: readonly (readonly [values: object, kind: string])[] = [
  [{}, "Job"],
  [{ cron }, "CronJob"],
  [{ kind: "CronJob", cron }, "CronJob"],
  // A values file that sets another kind leaves the schedule of the one before.
  [{ kind: "Job", cron }, "Job"],
  [{ cron: { suspend: true, timeZone: "Etc/UTC", concurrencyPolicy: "Allow" } }, "Job"],
];

describe("the kind of batch-job", () => {
  const kindsOf = (objects: readonly unknown[]): readonly string[] =>
    (objects as readonly { readonly kind: string }[]).map(({ kind }) => kind).filter((kind) => kind.endsWith("Job"));

  it("the kind of batch-job is what the values say, else CronJob where they have a schedule, in process", () => {
    for (const [values, kind] of cases) {
      assert.deepEqual(
        kindsOf(evaluateChart(batchJob, { values: { image, ...values } })),
        [kind],
        JSON.stringify(values),
      );
    }
  });

  for (const version of helmVersions) {
    const onDisk = useChart(batchJob, version);
    it(`the kind of batch-job is what the values say, else CronJob where they have a schedule, under Helm ${version}`, async () => {
      const rendered = await onDisk.renderEach(cases.map(([values]) => ({ image, ...values })));
      for (const [i, [values, kind]] of cases.entries()) {
        assert.deepEqual(kindsOf(rendered[i] ?? []), [kind], JSON.stringify(values));
      }
    });
  }

  it("the kind of batch-job is what a pipeline and its types see of a schedule alone", () => {
    const stages = (own: { readonly kind?: "Job" }) => ({
      extract: new BatchJob({ image, cron, ...own }),
      load: new BatchJob({ image, dependsOn: ["extract"] }),
    });
    assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", ordering: "gates", stages: stages({}) }), {
      message: /load\.dependsOn: expected no dependency on a CronJob, which never ends/,
    });
    definePipeline({ name: "etl", version: "1.0.0", ordering: "gates", stages: stages({ kind: "Job" }) });
    const pipeline = definePipeline({
      name: "etl",
      version: "1.0.0",
      stages: { extract: new BatchJob({ image }), load: new BatchJob({ image, cron, dependsOn: ["extract"] }) },
    });
    assert.equal(evaluate(pipeline).one("CronJob", "load").spec?.schedule, "@daily");
  });
});
