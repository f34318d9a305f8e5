import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkNeeds, describeMissing, nodeNeeds } from "../../../../scripts/lib/cluster/check-needs.ts";

describe("checkNeeds()", () => {
  it("checkNeeds() passes when all programs are there", async () => {
    await checkNeeds({ sh: "dash", mount: "mount" });
  });

  it("checkNeeds() names the programs that are missing and the packages that have them", async () => {
    await assert.rejects(checkNeeds({ sh: "dash", "no-such-program": "some-package" }), {
      name: "ClusterError",
      code: "missing",
      message: describeMissing(["no-such-program"], { "no-such-program": "some-package" }),
    });
  });
});

describe("describeMissing()", () => {
  it("describeMissing() ends with the command that installs what is missing", () => {
    assert.equal(
      describeMissing(["runc", "nft"], nodeNeeds),
      "Cannot start: programs are missing: runc, nft; on Debian and Ubuntu run\n" +
        "  apt-get update && apt-get install --no-install-recommends nftables runc",
    );
  });
});
