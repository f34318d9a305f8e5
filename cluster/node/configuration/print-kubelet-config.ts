import { join } from "node:path";
import { addresses } from "../addresses.ts";
import type { NodeLayout } from "../node-layout.ts";
import { rootControlGroup } from "../processes/control-groups.ts";

/** Prints the kubelet's configuration; JSON, which is YAML too. */
export function printKubeletConfig(layout: NodeLayout): string {
  const config = {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    address: addresses.node,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: join(layout.certificates, "ca.crt") },
    },
    authorization: { mode: "Webhook" },
    tlsCertFile: join(layout.certificates, "node.crt"),
    tlsPrivateKeyFile: join(layout.certificates, "node.key"),
    containerRuntimeEndpoint: `unix://${layout.containerdSocket}`,
    podLogsDir: join(layout.root, "pod-logs"),
    staticPodPath: "",
    clusterDNS: [addresses.node],
    clusterDomain: "cluster.local",
    // Not the machine's, which may contain servers that cannot be reached from here.
    resolvConf: layout.configuration("resolv.conf"),
    cgroupDriver: "cgroupfs",
    cgroupRoot: `/${rootControlGroup}`,
    enforceNodeAllocatable: [],
    failCgroupV1: false,
    failSwapOn: false,
    evictionHard: { "nodefs.available": "1%", "imagefs.available": "1%" },
    // With these four it runs where root lacks some capabilities, as in many containers and virtual machines.
    oomScoreAdj: 0,
    localStorageCapacityIsolation: false,
    protectKernelDefaults: false,
    featureGates: { KubeletInUserNamespace: true },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
