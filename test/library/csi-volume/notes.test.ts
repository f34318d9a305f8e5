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

  it("list the claims, how to mount them, and what uninstall keeps", async () => {
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

Show whether they are bound:
  kubectl get persistentvolumeclaim --namespace eu
A claim whose class is WaitForFirstConsumer is Pending until a pod mounts it: helm install --wait times out.
Mount one in a chart with pods:
  volumes:
    data:
      mountPath: /data
      existingClaim: <claim>

Uninstall keeps what has retain, with its data; an install with the same release name adopts it.
To delete it permanently:
  kubectl delete persistentvolumeclaim etl-csi-volume-data --namespace eu
  kubectl delete persistentvolume eu-etl-csi-volume-data
A PersistentVolume with reclaim policy Retain is kept after its claim: delete it, then the storage itself.

StorageClasses:
  fast: eu-etl-csi-volume-fast`,
    );
  });

  it("say so where there are no volumes", async () => {
    assert.equal(await notesOf({}), "NOTES:\nThere are no volumes yet: add some under volumes.");
  });
});
