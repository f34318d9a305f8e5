import { describe } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const image = { repository: "busybox", tag: "1.36" };
const object = { apiVersion: "example.com/v1", kind: "Limit", metadata: { name: "a" } };
const limit = (spec: object) => ({ image, extraObjects: { limit: { ...object, spec } } });
const refusal = (path: string) =>
  `extraObjects.limit.spec.${path}: expected a number below 2^53 or a string, got a number that has lost its last digits`;

describe("isInexact()", () => {
  testRefusals("isInexact() names the place of a number in a whole object that has lost digits", batchJob, [
    {
      values: limit({ steps: [{ max: "9007199254740993" }, { max: 9007199254740992 }] }),
      refusal: refusal("steps.1.max"),
    },
    { values: limit({ a: { b: -9007199254740992 }, c: 1e300 }), refusal: refusal("a.b") },
    { values: limit({ z: 1e16, a: { z: 2e16 } }), refusal: refusal("a.z") },
    { values: limit({ a: 9007199254740991, b: -9007199254740991, c: "9007199254740993", f: 1.5, g: [] }), refusal: "" },
  ]);
});
