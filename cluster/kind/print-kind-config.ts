/** The directory of the kubelet in kind's node. */
export const kindKubelet = "/var/lib/kubelet";

/**
 * Prints kind's configuration; JSON, which is YAML too.
 * @param kubeletDirectory a directory of this machine that becomes the kubelet's, so that a CSI driver on this machine
 * can register in it and mount into it
 */
export function printKindConfig(kubeletDirectory: string): string {
  const config = {
    kind: "Cluster",
    apiVersion: "kind.x-k8s.io/v1alpha4",
    nodes: [
      {
        role: "control-plane",
        // Storage classes may require a zone.
        labels: { "topology.kubernetes.io/zone": "zone-1" },
        extraMounts: [{ hostPath: kubeletDirectory, containerPath: kindKubelet, propagation: "Bidirectional" }],
      },
    ],
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
