/**
 * Names and addresses of the node's network. It is a network namespace of its own, which one link connects to the
 * machine: it conflicts with nothing else on the machine, and no packet leaves the machine.
 */
export const addresses = {
  /** Name of the network namespace. */
  namespace: "chartwright",
  /** The end of the link on the machine's side, and its address. */
  machineLink: "chartwright0",
  machine: "10.254.254.2",
  /** The end on the node's side; the API server, the kubelet and CoreDNS listen on its address. */
  nodeLink: "node0",
  node: "10.254.254.1",
  /** Length of the prefix of both addresses. */
  linkPrefix: 30,
  pods: "10.244.0.0/24",
  services: "10.96.0.0/16",
  /** The first address of the services: that of the Service "kubernetes". */
  apiService: "10.96.0.1",
} as const;

/** Name of the only node. */
export const nodeName = "node1";

/** The URL of the API server. */
export const apiServerUrl = `https://${addresses.node}:6443`;
