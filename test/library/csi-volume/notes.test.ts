import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { runHelm } from "../../../cli/helm/run-helm.ts";
import { useVolumes, type Values } from "./render-volumes.ts";

describe("the notes of csi-volume", () => {
  // Helm 3 prints notes only with a cluster in reach.
  const chart = useVolumes("4.1.4");

  async function notesOf(values: Values): Promise<string> {
    const args = ["install", "etl", chart.chart, "--namespace", "eu", "--dry-run=client"];
    const result = await runHelm(chart.helm, [...args, "--values", await chart.writeValues(values)]);
    assert.equal(result.code, 0, result.stderr);
    return result.stdout.slice(result.stdout.indexOf("NOTES:")).trimEnd();
  }

  it("tell the claims, how to mount them, and what uninstall leaves", async () => {
    const csi = { driver: "my-csi-driver", volumeHandle: "disk-1" };
    assert.equal(
      await notesOf({
        volumes: {
          data: { claim: { size: "1Gi" }, static: { csi } },
          scratch: { retain: false, claim: { size: "1Gi" } },
          shared: { claim: { existingClaim: "theirs" } },
        },
        storageClasses: { fast: { provisioner: "my-csi-driver", nameSuffixHash: false } },
      }),
      `NOTES:
Claims in namespace eu:
  data: etl-csi-volume-data
  scratch: etl-csi-volume-scratch
  shared: theirs

See whether they are bound:
  kubectl get persistentvolumeclaim --namespace eu
One whose class is WaitForFirstConsumer is Pending until a pod mounts it: helm install --wait ends in vain.
Mount one in a chart with pods:
  volumes:
    data:
      mountPath: /data
      existingClaim: <claim>

Uninstall leaves what has retain, data and all; an install under the same release name takes it over.
To delete it for good:
  kubectl delete persistentvolumeclaim etl-csi-volume-data --namespace eu
  kubectl delete persistentvolume eu-etl-csi-volume-data
What has the reclaim policy Retain outlives its claim: delete the PersistentVolume, then the storage itself.

StorageClasses:
  fast: eu-etl-csi-volume-fast`,
    );
  });

  it("say so where there are no volumes", async () => {
    assert.equal(await notesOf({}), "NOTES:\nThere are no volumes yet: add some under volumes.");
  });
});
