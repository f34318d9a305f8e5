import { addresses } from "../addresses.ts";

/**
 * Prints the list of network plugins that connect a pod: each pod has a link of its own, so that all packets pass the
 * node, where kube-proxy translates addresses of Services into those of pods. (On a bridge that would need the kernel
 * module br_netfilter.) There is no route to the outside, and no host ports for pods.
 * @param directory of the addresses in use
 */
export function printNetworkConfig(directory: string): string {
  const ipam = {
    type: "host-local",
    dataDir: directory,
    ranges: [[{ subnet: addresses.pods }]],
    routes: [{ dst: "0.0.0.0/0" }],
  };
  const config = { cniVersion: "1.0.0", name: "pods", plugins: [{ type: "ptp", ipMasq: false, ipam }] };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
