import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { runHelm } from "../../cli/helm/run-helm.ts";
import { printCharts } from "../charts/render-charts.ts";
import { findKind, useNastyCharts } from "./use-nasty-charts.ts";

const values = {
  storageClasses: {
    late: { provisioner: "csi.example.com", nameSuffixHash: false, volumeBindingMode: "WaitForFirstConsumer" },
  },
  volumes: { data: { claim: { size: "1Gi", ownStorageClass: "late" } } },
};

describe("difficult claims", () => {
  const charts = useNastyCharts();

  it("20. an unconsumed WaitForFirstConsumer claim: csi-volume makes the class and the claim, and no pod that binds it", async () => {
    const objects = await charts.render("csi-volume", values);
    assert.deepEqual(objects.map(({ kind }) => kind).sort(), ["PersistentVolumeClaim", "StorageClass"]);
    const { metadata, ...storageClass } = findKind(objects, "StorageClass");
    assert.equal(storageClass["volumeBindingMode"], "WaitForFirstConsumer");
    assert.equal(Object(findKind(objects, "PersistentVolumeClaim")["spec"]).storageClassName, metadata.name);
  });

  it("20. an unconsumed WaitForFirstConsumer claim: the notes say how to see that it is not bound, and how to mount it", async () => {
    const { chart, valuesFiles = [] } = await charts.place("csi-volume", values);
    const flags = valuesFiles.flatMap((file) => ["--values", file]);
    // Helm 3 prints notes only with a cluster in reach.
    const helm = await findHelm({ version: "4.1.4" });
    const { code, stdout, stderr } = await runHelm(helm, ["install", "etl", chart, "--dry-run=client", ...flags]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^ {2}data: etl-csi-volume-data$/m);
    assert.match(stdout, /^Show whether they are bound:\n {2}kubectl get persistentvolumeclaim --namespace default$/m);
    assert.match(
      stdout,
      /^A claim whose class is WaitForFirstConsumer is Pending until a pod mounts it: helm install --wait times out\.$/m,
    );
    assert.match(stdout, /^Mount one in a chart with pods:$/m);
  });

  it("20. an unconsumed WaitForFirstConsumer claim: its README says that a pod is what makes its volume", () => {
    const files = printCharts().get("csi-volume");
    const row = files
      ?.get("README.md")
      ?.split("\n")
      .find((line) => line.includes("`storageClasses.<id>.volumeBindingMode`"));
    assert.match(
      row ?? "",
      /"WaitForFirstConsumer".*where the first pod that uses it runs; until then helm install --wait waits/,
    );
  });
});
