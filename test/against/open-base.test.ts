import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { listDiffering, openBase } from "./open-base.ts";

describe("openBase()", () => {
  it("openBase() names a commit that git does not know", async () => {
    await assert.rejects(openBase({ ref: "no-such-commit" }), {
      code: "BASE",
      message: /^Cannot check out "no-such-commit": /,
    });
  });

  it("listDiffering() names each dependency that is not installed in the version that a commit requires", () => {
    const wanted = { ajv: "8.0.0", tar: "7.0.0", yaml: "2.0.0" };
    assert.deepEqual(listDiffering(wanted, { ajv: "8.0.0", tar: "7.1.0", diff: "9.0.0" }), [
      "tar 7.0.0 expected, 7.1.0 installed",
      "yaml 2.0.0 expected, none installed",
    ]);
  });
});
