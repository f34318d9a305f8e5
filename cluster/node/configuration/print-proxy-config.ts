import { addresses, nodeName } from "../addresses.ts";
import type { NodeLayout } from "../node-layout.ts";

/** Prints kube-proxy's configuration; JSON, which is YAML too. */
export function printProxyConfig(layout: NodeLayout): string {
  const config = {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    mode: "nftables",
    clusterCIDR: addresses.pods,
    hostnameOverride: nodeName,
    bindAddress: addresses.node,
    healthzBindAddress: "127.0.0.1:10256",
    // Zero keeps the kernel's own settings, which may not be writable.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
    clientConnection: { kubeconfig: layout.kubeconfig("proxy") },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
