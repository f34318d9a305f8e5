import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { inexactNumber } from "../../../../generator/library/workload/checks/inexact-number.ts";
import { assertAgreement } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

const args: readonly unknown[] = [
  { a: 1, b: [{ c: 9007199254740992 }] },
  { a: { b: -9007199254740992 }, c: 1e300 },
  { a: 9007199254740991, b: -9007199254740991, c: "9007199254740993", d: null, e: true, f: 1.5, g: [] },
  { z: 1e16, a: { z: 2e16, "a.b": 3e16 } },
];

describe("inexactNumber()", () => {
  it("inexactNumber() finds the same in both languages", async () => {
    await assertAgreement(args.map((arg, i) => ({ title: `case ${i}`, args: [arg], build: inexactNumber })));
  });

  for (const version of helmVersions) {
    const chart = useChart(batchJob, version);
    it(`inexactNumber() names the place in a whole object, under Helm ${version}`, async () => {
      const image = { repository: "busybox", tag: "1.36" };
      const object = { apiVersion: "example.com/v1", kind: "Limit", metadata: { name: "a" } };
      const spec = { steps: [{ max: "9007199254740993" }, { max: 9007199254740992 }] };
      const values = { image, extraObjects: { limit: { ...object, spec } } };
      assert.match(
        await chart.refusal(values),
        /extraObjects\.limit\.spec\.steps\.1\.max: expected a number below 2\^53/,
      );
    });
  }
});
