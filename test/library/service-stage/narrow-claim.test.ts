import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { heldClaim, podClaim } from "../../../generator/library/service-stage/narrow-claim.ts";
import { assertAgreement, type Case } from "../../functions/compare-with-helm.ts";
import { computeOf } from "../../functions/compute.ts";

const size = "1Gi";
const onePod = { claim: { size, accessModes: ["ReadWriteOncePod"] } };
const oneNode = { claim: { size } };

/** Volumes, and those that heldClaim() and podClaim() find. */
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

describe("heldClaim() and podClaim()", () => {
  it("heldClaim() and podClaim() find the first claim with no other access modes, by id", () => {
    for (const [volumes, held, ofPod] of table) {
      assert.equal(computeOf(heldClaim as Case["build"], volumes), held, JSON.stringify(volumes)); // of volumes
      assert.equal(computeOf(podClaim as Case["build"], volumes), ofPod, JSON.stringify(volumes)); // likewise
    }
  });

  it("heldClaim() and podClaim() find the same with real Helm", async () => {
    await assertAgreement(
      table.flatMap(([volumes]) =>
        [heldClaim, podClaim].map((find) => ({
          title: JSON.stringify(volumes),
          args: [volumes],
          build: find as Case["build"], // of volumes
        })),
      ),
    );
  });
});
