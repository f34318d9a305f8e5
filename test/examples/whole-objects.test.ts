import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample } from "./render-example.ts";

describeExample("whole-objects", { namespace: "data" }, ({ objects, find }) => {
  it("has a budget and a monitor that find the pods of the store", () => {
    const pods = { "app.kubernetes.io/name": "store", "app.kubernetes.io/instance": "whole-objects" };
    const budget = find("prod", "PodDisruptionBudget", "whole-objects-store");
    assert.deepEqual(budget["spec"], { maxUnavailable: 1, selector: { matchLabels: pods } });
    assert.deepEqual(Object(find("prod", "PodMonitor", "whole-objects")["spec"]).selector, { matchLabels: pods });
  });

  it("binds the role to the service account of the driver", () => {
    const binding = find("prod", "RoleBinding", "whole-objects-driver-pods");
    assert.equal(Object(binding["roleRef"]).name, "whole-objects-driver-pods");
    assert.deepEqual(binding["subjects"], [
      { kind: "ServiceAccount", name: "whole-objects-driver", namespace: "data" },
    ]);
  });

  it("names the addresses of the store and of its first replica, and takes a snapshot of the claim", () => {
    assert.deepEqual(find("prod", "ConfigMap", "whole-objects-addresses")["data"], {
      STORE: "whole-objects-store:6379",
      PRIMARY: "whole-objects-store-0.whole-objects-store-headless:6379",
    });
    assert.deepEqual(find("prod", "VolumeSnapshot", "whole-objects-workspace-first")["spec"], {
      source: { persistentVolumeClaimName: "whole-objects-workspace-data" },
    });
  });

  it("has no objects of operators in dev", () => {
    const kinds = new Set(objects("dev").map(({ kind }) => kind));
    assert.deepEqual(
      [kinds.has("PodMonitor"), kinds.has("VolumeSnapshot"), kinds.has("ConfigMap")],
      [false, false, true],
    );
  });
});
