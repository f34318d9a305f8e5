import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../generator/library/batch-job/chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { useChart } from "./service-stage/render-chart.ts";

const image = { repository: "busybox", tag: "1.36" };
const mount = { mountPath: "/x", emptyDir: {} };
const misspelt = { image, comand: [] };

describe("lintRefusals()", () => {
  for (const version of helmVersions) {
    const chart = useChart(batchJob, version);

    it(`lintRefusals() tells the first message of each of the values, with Helm ${version}`, async () => {
      const [taken, twice, again] = await chart.refusals([
        { image },
        { image, volumes: { a: mount, b: mount } },
        { image, volumes: { a: mount, c: mount } },
      ]);
      assert.equal(taken, undefined);
      const refusal = /^volumes\.(\w): expected a unique mountPath in container main, got "\/x" as in volumes\.a; /;
      assert.equal(refusal.exec(twice ?? "")?.[1], "b", twice);
      assert.equal(refusal.exec(again ?? "")?.[1], "c", again);
    });

    it(`lintRefusals() tells nothing where the schema refuses values, with Helm ${version}`, async () => {
      const values = [misspelt, { image: { repository: "busybox" } }];
      assert.deepEqual(await chart.refusals(values), [undefined, undefined]);
      const [, untagged] = await chart.refusals(values, { skipSchemaValidation: true });
      assert.equal(untagged, "image.tag or image.digest is required");
    });

    it(`the charts of many values have the schema of their own, with Helm ${version}`, async () => {
      await assert.rejects(chart.renderEach([{ image }, misspelt]), /\/?c1['.:].*comand/s);
    });
  }
});
