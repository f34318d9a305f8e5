import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { runHelm } from "../../../cli/helm/run-helm.ts";
import { image, useStage } from "./render-stage.ts";

describe("the notes of stateful-stage", () => {
  // Helm 3 prints notes only with a cluster in reach.
  const stage = useStage("4.1.4");

  async function notesOf(values: object): Promise<string> {
    const args = ["install", "shop", stage.chart, "--namespace", "eu", "--dry-run=client"];
    const result = await runHelm(stage.helm, [...args, "--values", await stage.writeValues(values)]);
    assert.equal(result.code, 0, result.stderr);
    return result.stdout.slice(result.stdout.indexOf("NOTES:"));
  }

  it("print its address, the pods' names, and what uninstall keeps", async () => {
    const values = {
      fullnameOverride: "db",
      image,
      ports: { pg: { containerPort: 5432 } },
      service: { ports: { pg: { port: 5432 } } },
      persistence: { data: { size: "1Gi", mountPath: "/data" } },
    };
    assert.equal(
      (await notesOf(values)).trimEnd(),
      `NOTES:
StatefulSet db runs in namespace eu.

Watch its pods:
  kubectl get pods --namespace eu --selector app.kubernetes.io/instance=shop,app.kubernetes.io/name=stateful-stage --watch

Clients reach it inside the cluster at:
  db.eu:5432 (pg)

Each pod has a name of its own inside the cluster, pod 0 this one:
  db-0.db-headless.eu.svc

Uninstall keeps the claims of its pods, and their data. To delete them permanently after the uninstall:
  kubectl delete persistentvolumeclaims --namespace eu --selector 'app.kubernetes.io/instance=shop,app.kubernetes.io/name=stateful-stage,!helm.sh/chart'`,
    );
  });

  it("print the address of all pods where there is no Service for clients, and nothing about claims without any", async () => {
    const notes = await notesOf({ fullnameOverride: "db", image, ports: { pg: { containerPort: 5432 } } });
    assert.match(notes, /this name resolves to all its pods:\n {2}db-headless\.eu:5432 \(pg\)\n/);
    assert.doesNotMatch(notes, /claims/);
  });

  it("list the claims under volumes that are kept after the release", async () => {
    const volumes = {
      cache: { mountPath: "/cache", claim: { size: "1Gi" } },
      scratch: { mountPath: "/scratch", claim: { size: "1Gi", retain: false } },
      shared: { mountPath: "/shared", existingClaim: "shared" },
      off: { enabled: false, mountPath: "/off", claim: { size: "1Gi" } },
    };
    const notes = await notesOf({ fullnameOverride: "db", image, volumes });
    assert.deepEqual(notes.match(/claim.*/g), [
      "claim db-cache, and its data. To delete it permanently after the uninstall:",
      "claim db-cache --namespace eu",
    ]);
  });

  it("warn when uninstall deletes the claims", async () => {
    const notes = await notesOf({
      image,
      persistence: { data: { size: "1Gi", mountPath: "/data" } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" },
    });
    assert.match(notes, /Uninstall deletes the claims of its pods, and their data\./);
  });
});
