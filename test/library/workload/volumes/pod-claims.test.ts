import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { singleNodeClaim, singlePodClaim } from "../../../../generator/library/workload/volumes/pod-claims.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { computeOf } from "../../../functions/compute.ts";

const size = "1Gi";
const onePod = { claim: { size, accessModes: ["ReadWriteOncePod"] } };
const oneNode = { claim: { size } };
const exclusive = { store: { data: "ReadWriteOncePod", logs: "ReadWriteOnce", odd: 5 } };
const shared = (volume: string): object => ({ pipelineVolume: { stage: "store", volume } });

/** Volumes, and those that singleNodeClaim() and singlePodClaim() find. */
const table: readonly (readonly [volumes: object | undefined, held: string, ofPod: string])[] = [
  [undefined, "", ""],
  [{}, "", ""],
  [{ tmp: { emptyDir: {} } }, "", ""],
  [{ b: oneNode, a: onePod }, "a.claim", "a.claim"],
  [{ b: onePod, a: oneNode }, "a.claim", "b.claim"],
  [{ a: { enabled: false, ...onePod }, b: { type: "emptyDir", ...onePod } }, "", ""],
  [{ a: { type: "claim", ...onePod } }, "a.claim", "a.claim"],
  [{ a: { claim: { size, accessModes: ["ReadWriteOnce", "ReadWriteMany"] } } }, "", ""],
  [{ a: { claim: { size, accessModes: ["ReadWriteOnce", "ReadWriteOncePod"] } } }, "a.claim", ""],
  [{ a: shared("data") }, "a.pipelineVolume", "a.pipelineVolume"],
  [{ a: shared("logs"), b: shared("odd"), c: shared("none") }, "", ""],
  [{ a: { type: "emptyDir", ...shared("data") }, b: { enabled: false, ...shared("data") } }, "", ""],
];

describe("singleNodeClaim() and singlePodClaim()", () => {
  it("singleNodeClaim() and singlePodClaim() find the first claim with no other access modes, by id", () => {
    for (const [volumes, held, ofPod] of table) {
      const what = JSON.stringify(volumes);
      assert.equal(computeOf(singleNodeClaim as Case["build"], volumes, exclusive), held, what); // of volumes
      assert.equal(computeOf(singlePodClaim as Case["build"], volumes, exclusive), ofPod, what); // likewise
    }
  });

  it("singleNodeClaim() and singlePodClaim() find the same with real Helm", async () => {
    await assertAgreement(
      table.flatMap(([volumes]) =>
        [singleNodeClaim, singlePodClaim].map((find) => ({
          title: JSON.stringify(volumes),
          args: [volumes, exclusive],
          build: find as Case["build"], // of volumes
        })),
      ),
    );
  });
});
