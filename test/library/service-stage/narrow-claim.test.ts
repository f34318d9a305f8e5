import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { singleNodeClaim, singlePodClaim } from "../../../generator/library/service-stage/narrow-claim.ts";
import { assertAgreement, type Case } from "../../functions/compare-with-helm.ts";
import { computeOf } from "../../functions/compute.ts";

const size = "1Gi";
const onePod = { claim: { size, accessModes: ["ReadWriteOncePod"] } };
const oneNode = { claim: { size } };

/** Volumes, and those that singleNodeClaim() and singlePodClaim() find. */
const table: readonly (readonly [volumes: object, held: string, ofPod: string])[] = [
  [{}, "", ""],
  [{ tmp: { emptyDir: {} } }, "", ""],
  [{ b: oneNode, a: onePod }, "a", "a"],
  [{ b: onePod, a: oneNode }, "a", "b"],
  [{ a: { enabled: false, ...onePod }, b: { type: "emptyDir", ...onePod } }, "", ""],
  [{ a: { type: "claim", ...onePod } }, "a", "a"],
  [{ a: { claim: { size, accessModes: ["ReadWriteOnce", "ReadWriteMany"] } } }, "", ""],
  [{ a: { claim: { size, accessModes: ["ReadWriteOnce", "ReadWriteOncePod"] } } }, "a", ""],
];

describe("singleNodeClaim() and singlePodClaim()", () => {
  it("singleNodeClaim() and singlePodClaim() find the first claim with no other access modes, by id", () => {
    for (const [volumes, held, ofPod] of table) {
      assert.equal(computeOf(singleNodeClaim as Case["build"], volumes), held, JSON.stringify(volumes)); // of volumes
      assert.equal(computeOf(singlePodClaim as Case["build"], volumes), ofPod, JSON.stringify(volumes)); // likewise
    }
  });

  it("singleNodeClaim() and singlePodClaim() find the same with real Helm", async () => {
    await assertAgreement(
      table.flatMap(([volumes]) =>
        [singleNodeClaim, singlePodClaim].map((find) => ({
          title: JSON.stringify(volumes),
          args: [volumes],
          build: find as Case["build"], // of volumes
        })),
      ),
    );
  });
});
