import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printKindConfig } from "../../../cluster/kind/print-kind-config.ts";

describe("printKindConfig()", () => {
  it("printKindConfig() gives the node the kubelet's directory, and the zone that the node of this machine has", () => {
    assert.deepEqual(JSON.parse(printKindConfig("/cache/kind/kubelet")), {
      kind: "Cluster",
      apiVersion: "kind.x-k8s.io/v1alpha4",
      nodes: [
        {
          role: "control-plane",
          labels: { "topology.kubernetes.io/zone": "zone-1" },
          extraMounts: [
            { hostPath: "/cache/kind/kubelet", containerPath: "/var/lib/kubelet", propagation: "Bidirectional" },
          ],
        },
      ],
    });
  });
});
