import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ClusterError } from "../../cluster-error.ts";
import { findProgram } from "../../tools/find-program.ts";
import { apiServerUrl } from "../addresses.ts";
import { chooseSnapshotter } from "../choose-snapshotter.ts";
import type { Node } from "../node.ts";
import { identities, type NodeLayout } from "../node-layout.ts";
import { printContainerdConfig } from "./print-containerd-config.ts";
import { printCorefile } from "./print-corefile.ts";
import { printKubeconfig } from "./print-kubeconfig.ts";
import { printKubeletConfig } from "./print-kubelet-config.ts";
import { printNetworkConfig } from "./print-network-config.ts";
import { printProxyConfig } from "./print-proxy-config.ts";

/** Writes the configuration and the kubeconfigs of the programs of a node. The certificates must exist. */
export async function writeConfiguration({ layout, programs }: Node): Promise<void> {
  const plugin = await findProgram("ptp", programs.join(":"));
  if (plugin === undefined) throw new ClusterError("MISSING", "Cannot find the network plugins among the programs");
  const containerd = { networkPrograms: dirname(plugin), snapshotter: await chooseSnapshotter(layout) };
  const files = {
    [layout.configuration("containerd.toml")]: printContainerdConfig(layout, containerd),
    [layout.configuration("kubelet.json")]: printKubeletConfig(layout),
    [layout.configuration("proxy.json")]: printProxyConfig(layout),
    [layout.configuration("Corefile")]: printCorefile(layout),
    [layout.configuration("resolv.conf")]: "",
    [join(layout.networkPlugins, "pods.conflist")]: printNetworkConfig(join(layout.root, "pod-addresses")),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await writeKubeconfigs(layout);
}

async function writeKubeconfigs(layout: NodeLayout): Promise<void> {
  const read = (name: string) => readFile(join(layout.certificates, name));
  for (const identity of identities) {
    const options = {
      authority: await read("ca.crt"),
      certificate: await read(`${identity}.crt`),
      key: await read(`${identity}.key`),
    };
    const text = printKubeconfig({ server: apiServerUrl, ...options });
    await writeFile(layout.kubeconfig(identity), text, { mode: 0o600 });
  }
}
